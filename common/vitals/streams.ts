import type { Call } from "../call";
import type { DaysApi } from "../days";
import { byId } from "../polling/identities";
import type { Choice } from "../polling/record-stream";
import { records } from "../polling/records";
import type { Stream } from "../polling/stream";
import type { VitalsApi } from "./api";
import type { GlucoseReading } from "./glucose";
import { ecgTaken, glucoseRead, rhythmAlerted } from "./sentences";
import type { EcgReading, IrregularRhythmAlert } from "./shapes";

type Api = Pick<
  VitalsApi, "listRecentGlucose" | "listRecentEcgReadings" | "listRecentRhythmAlerts"
> & Pick<DaysApi, "getRecordClock">;

/** Readings of blood glucose, as they arrive. */
export function glucoseStream(
  app: Api, call: Call, choice: Choice<GlucoseReading> = {},
): Stream {
  return records({
    call,
    lookBackDays: 2,
    recent: (reading) => app.listRecentGlucose(reading, call),
    identity: byId,
    clock: app.getRecordClock(call),
    isWanted: () => true,
    summary: (reading) => glucoseRead(reading, call.unitSystem),
    ...choice,
  });
}

/** Electrocardiograms, as they sync. */
export function ecgStream(app: Api, call: Call, choice: Choice<EcgReading> = {}): Stream {
  return records({
    call,
    lookBackDays: 14,
    recent: (reading) => app.listRecentEcgReadings(reading, call),
    identity: byId,
    clock: app.getRecordClock(call),
    isWanted: () => true,
    summary: ecgTaken,
    ...choice,
  });
}

/** Notifications of irregular rhythms, which Fitbit shows once they were opened. */
export function rhythmAlertStream(
  app: Api, call: Call, choice: Choice<IrregularRhythmAlert> = {},
): Stream {
  return records({
    call,
    lookBackDays: 90,
    mostHistory: 1,
    recent: (reading) => app.listRecentRhythmAlerts(reading, call),
    identity: byId,
    clock: app.getRecordClock(call),
    isWanted: () => true,
    summary: rhythmAlerted,
    ...choice,
  });
}
