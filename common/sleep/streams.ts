import type { Call } from "../call";
import type { DaysApi } from "../days";
import type { Choice } from "../polling/record-stream";
import { records } from "../polling/records";
import type { Stream } from "../polling/stream";
import type { SleepApi } from "./api";
import { nightAsleep } from "./sentences";
import type { SleepLog } from "./shapes";

type Api = Pick<SleepApi, "listRecentSleeps" | "getSleepIdentity">
  & Pick<DaysApi, "getRecordClock">;

/** Sleeps of the last two weeks, as they sync and settle. */
export function sleepStream(app: Api, call: Call, choice: Choice<SleepLog> = {}): Stream {
  return records({
    call,
    lookBackDays: 14,
    recent: (reading) => app.listRecentSleeps(reading, call),
    identity: app.getSleepIdentity(),
    clock: app.getRecordClock(call),
    isWanted: () => true,
    summary: nightAsleep,
    ...choice,
  });
}
