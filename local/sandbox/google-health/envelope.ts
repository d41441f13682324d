/** A part of an error's `details`. */
export type Detail = Record<string, unknown>;

const STATUS: Record<number, string> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  412: "FAILED_PRECONDITION",
  429: "RESOURCE_EXHAUSTED",
  500: "INTERNAL",
  501: "UNIMPLEMENTED",
  503: "UNAVAILABLE",
  504: "DEADLINE_EXCEEDED",
};

/** An error in the form of google.rpc.Status. */
export class HealthError extends Error {
  readonly code: number;
  readonly status: string;
  readonly details: Detail[];

  constructor(code: number, message: string, details: Detail[] = [], status?: string) {
    super(message);
    this.code = code;
    this.status = status ?? STATUS[code] ?? "UNKNOWN";
    this.details = details;
  }
}

const TYPE = "type.googleapis.com/google.rpc.";

export const errorInfo = (
  reason: string, metadata?: Record<string, string>, domain = "health.googleapis.com",
): Detail => ({
  "@type": `${TYPE}ErrorInfo`, reason, domain, ...(metadata && { metadata }),
});

/** As it was captured: the reason, and no domain. */
export const bareErrorInfo = (reason: string): Detail =>
  ({ "@type": `${TYPE}ErrorInfo`, reason });

export const quotaFailure = (subject: string): Detail => ({
  "@type": `${TYPE}QuotaFailure`, "violations": [{ subject, description: "Quota exceeded" }],
});

export interface Violation { field: string; description: string }

export const badRequest = (...fieldViolations: Violation[]): Detail =>
  ({ "@type": `${TYPE}BadRequest`, fieldViolations });

/** A field or parameter that the API does not take; `field` in the API's own spelling. */
export const invalid = (field: string, message: string): HealthError =>
  new HealthError(400, message, [badRequest({ field, description: message })]);

/** A request that is refused for a reason with a name. */
export const refused = (
  reason: string, message: string, metadata?: Record<string, string>,
): HealthError => new HealthError(400, message, [errorInfo(reason, metadata)]);

export const notFound = (): HealthError => new HealthError(
  404,
  "The requested resource was not found. Please refer to the Google Health API developer"
  + " documentation for guidance and support.",
  [errorInfo("RESOURCE_NOT_FOUND")],
);

export const denied = (): HealthError =>
  new HealthError(403, "The caller does not have permission");

/** Another client, an app or the watch wrote it; `field` is what of the request names it. */
export const notOwned = (field: string): HealthError => new HealthError(
  403,
  `Invalid argument in request: ${field}`,
  [errorInfo("DATA_POINT_NOT_OWNED_BY_CLIENT")],
);

export const internal = (): HealthError => new HealthError(500, "Internal error encountered.");

/** The body of an error. */
export const envelope = ({ code, message, status, details }: HealthError): object => ({
  error: { code, message, status, ...(details.length > 0 && { details }) },
});

/** What the front end says about a path or a verb that it does not know. */
export const htmlNotFound = (path: string): string => "<!DOCTYPE html>\n<html lang=en>\n"
  + "  <meta charset=utf-8>\n  <title>Error 404 (Not Found)!!1</title>\n"
  + "  <p><b>404.</b> <ins>That’s an error.</ins>\n"
  + `  <p>The requested URL <code>${path.replace(/[<>&"]/g, "")}</code> was not found on this`
  + " server. <ins>That’s all we know.</ins>\n";
