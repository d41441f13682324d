import type { Switches } from "./switches";

/** An error as the API words it. */
export class ApiError extends Error {
  readonly status: number;
  readonly errorType: string;
  readonly fieldName?: string;

  constructor(status: number, errorType: string, message: string, fieldName?: string) {
    super(message);
    this.status = status;
    this.errorType = errorType;
    this.fieldName = fieldName;
  }
}

/** A parameter, or a part of the path, that the API does not take. */
export const invalid = (fieldName: string, message: string, status = 400): ApiError =>
  new ApiError(status, "validation", message, fieldName);

export const notFound = (): ApiError =>
  new ApiError(404, "not_found", "The API you are requesting could not be found.");

export const tooManyRequests = (): ApiError => new ApiError(429, "request", "Too Many Requests");

const GOOGLE_STATUS: Record<number, string> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  411: "FAILED_PRECONDITION",
  422: "INVALID_ARGUMENT",
  429: "RESOURCE_EXHAUSTED",
};

/** The body of an error, in the classic Fitbit form or in that of Google's front end. */
export function envelope(error: ApiError, style: Switches["errorEnvelope"]): object {
  const { status, errorType, fieldName, message } = error;
  if (style === "google") {
    return { error: { code: status, message, status: GOOGLE_STATUS[status] ?? "UNKNOWN" } };
  }
  if (errorType === "not_found") return { errors: [{ errorType, message }] };
  return { errors: [{ errorType, ...(fieldName && { fieldName }), message }], success: false };
}
