import type { Call } from "../call";
import type { Choice } from "../polling/record-stream";
import { records } from "../polling/records";
import type { Stream } from "../polling/stream";
import type { ActivityApi } from "./api";
import { workout } from "./sentences";
import type { ActivityLog } from "./shapes";

type Api = Pick<ActivityApi, "listRecentActivities" | "getActivityIdentity">;

/** Exercises of the last two weeks, as they sync. */
export function activityStream(
  app: Api, call: Call, choice: Choice<ActivityLog> = {},
): Stream {
  return records({
    call,
    lookBackDays: 14,
    recent: (reading) => app.listRecentActivities(reading, call),
    identity: app.getActivityIdentity(),
    isWanted: () => true,
    summary: (log) => workout(log),
    ...choice,
  });
}
