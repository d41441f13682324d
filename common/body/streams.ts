import type { Call } from "../call";
import type { DaysApi } from "../days";
import type { Choice } from "../polling/record-stream";
import { records } from "../polling/records";
import type { Stream } from "../polling/stream";
import type { BodyApi } from "./api";
import { fatMeasured, weighed } from "./sentences";
import type { BodyFatLog, WeightLog } from "./shapes";

type Api = Pick<BodyApi, "listRecentWeights" | "listRecentBodyFats" | "getMeasurementRules">
  & Pick<DaysApi, "getRecordClock">;

/** Weighings, as they are logged. */
export function weightStream(app: Api, call: Call, choice: Choice<WeightLog> = {}): Stream {
  return records({
    call,
    recent: (reading) => app.listRecentWeights(reading, call),
    ...app.getMeasurementRules(),
    clock: app.getRecordClock(call),
    isWanted: () => true,
    summary: (log) => weighed(log, call.unitSystem),
    ...choice,
  });
}

/** Measurements of body fat, as they are logged. */
export function bodyFatStream(app: Api, call: Call, choice: Choice<BodyFatLog> = {}): Stream {
  return records({
    call,
    recent: (reading) => app.listRecentBodyFats(reading, call),
    ...app.getMeasurementRules(),
    clock: app.getRecordClock(call),
    isWanted: () => true,
    summary: fatMeasured,
    ...choice,
  });
}
