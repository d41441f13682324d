import type { FastifyRequest } from "fastify";
import type { Words } from "./faults";
import { expired, missingScope as missingFitbitScope, notPermitted } from "./fitbit/access";
import { scopeOf } from "./fitbit/door";
import {
  ApiError, envelope as fitbitEnvelope, invalid, notFound, tooManyRequests,
} from "./fitbit/envelope";
import { badCredentials, missingScope } from "./google-health/access";
import { challengeOf, overQuota } from "./google-health/door";
import {
  envelope as healthEnvelope, HealthError, internal, notFound as noResource,
} from "./google-health/envelope";
import { appOf, isUnknownToGoogle, pathOf } from "./paths";
import type { World } from "./world";

/** A 5xx of Fitbit's has no body, and nobody has seen that of a 410. */
const FITBIT: Record<number, (scope: string | undefined) => ApiError> = {
  400: () => new ApiError(
    400, "invalid_request", "There was an error reading the request body.", "n/a",
  ),
  401: expired,
  403: (scope) => (scope === undefined ? notPermitted() : missingFitbitScope(scope)),
  404: notFound,
  422: () => invalid("n/a", "The number of data points queried exceeds limit.", 422),
  429: tooManyRequests,
};

const GOOGLE: Record<number, (world: World) => HealthError> = {
  400: () => new HealthError(400, "Request contains an invalid argument."),
  401: badCredentials,
  403: ({ healthSwitches }) => missingScope(healthSwitches),
  404: noResource,
  412: () => new HealthError(412, "Precondition check failed."),
  429: overQuota,
  500: internal,
  503: () => new HealthError(503, "The service is currently unavailable."),
  504: () => new HealthError(504, "Deadline expired before operation could complete."),
};

/** What the API that was asked says with a status; undefined where it says nothing known. */
export function usualWords(
  world: World, request: FastifyRequest, status: number,
): Omit<Words, "status"> | undefined {
  const path = pathOf(request);
  if (appOf(path) === "fitbit") {
    const error = FITBIT[status]?.(scopeOf(request));
    return error && {
      headers: { "content-type": "application/json; charset=utf-8" },
      text: JSON.stringify(fitbitEnvelope(error, world.switches.errorEnvelope)),
    };
  }
  const error = isUnknownToGoogle(path) ? undefined : GOOGLE[status]?.(world);
  return error && {
    headers: { "content-type": "application/json; charset=UTF-8", ...challengeOf(error) },
    text: JSON.stringify(healthEnvelope(error)),
  };
}
