import { dataType, METHODS, SCOPES } from "../data-type";
import type { Resource } from "../resource";
import { ofUser, scoped } from "../route";
import { DAILY_TYPES } from "./daily";
import { MINUTE_TYPES } from "./minutes";
import { heartSchemas } from "./schemas";
import { heartSwitches } from "./switches";

export const heart = {
  types: [
    ...MINUTE_TYPES,
    ...DAILY_TYPES,
    dataType("heart-rate-variability", "sample", SCOPES.metrics, METHODS.read),
    // Of an ECG only the lower bound of its start is documented.
    dataType("electrocardiogram", "session", "ecg", ["list"], {
      members: ["interval.start_time"], comparators: [">="],
    }),
    dataType("irregular-rhythm-notification", "session", "irn", ["list"]),
  ],
  routes: [{
    verb: "GET",
    pattern: ofUser("irnProfile"),
    rpc: "HealthProfileService.GetIrnProfile",
    // The person has never set up the notifications: false is left out.
    answer: scoped("irn.readonly", () => ({ name: "users/me/irnProfile" })),
  }],
  schemas: heartSchemas,
  switches: heartSwitches,
} satisfies Resource;
