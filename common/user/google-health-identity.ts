import { textOf } from "../fields";
import type { Identity } from "../google-health/answers";

/** Who an account is; what is not told is null. */
export interface UserIdentity {
  healthUserId: string | null;
  /** The id of the former Fitbit account. */
  legacyUserId: string | null;
  hasLegacyFitbitAccount: boolean;
}

export function toIdentity({ healthUserId, legacyUserId }: Identity): UserIdentity {
  const legacy = textOf(legacyUserId) ?? null;
  return {
    healthUserId: textOf(healthUserId) ?? null,
    legacyUserId: legacy,
    hasLegacyFitbitAccount: legacy !== null,
  };
}

export function identityGiven({ healthUserId, legacyUserId }: UserIdentity): string {
  const legacy = legacyUserId === null ? "without a Fitbit account" : `at Fitbit ${legacyUserId}`;
  return `User ${healthUserId ?? "without an id"} of Google Health, ${legacy}`;
}
