import type { Call } from "../call";
import { defined, numberOf, objectsIn, textOf } from "../fields";
import type { Value } from "../google-health/daily";
import { daysOf } from "../google-health/filters";
import type { Requests } from "../google-health/requests";
import type { Instant } from "../google-health/times";
import { civil, instantFrom } from "../google-health/windows";
import type { LogQuery } from "../lists";
import type { Reading } from "../polling/found";
import type { VitalsApi } from "./api";
import {
  endOf, fieldsOf, instantOf, listed, localClock, recent, startOf, type Local, type Read,
} from "./google-health-lists";
import type { AlertWindow, IrregularRhythmAlert, IrregularRhythmProfile } from "./shapes";

/** The only file that asks for Google's notifications of irregular rhythms. */
export const rhythm = {
  /** https://developers.google.com/health/reference/rest/v4/users.dataTypes.dataPoints/list */
  listIrregularRhythmAlerts(this: Requests, wanted: LogQuery, call: Call) {
    const type = "irregular-rhythm-notification";
    return listed(this, type, daysOf(wanted), toAlert, wanted, call);
  },

  listRecentRhythmAlerts(this: Requests, reading: Reading, call: Call) {
    const from = reading.from && civil(instantFrom(reading.from));
    return recent(this, {
      type: "irregular-rhythm-notification",
      span: { civil: { from } },
      read: toAlert,
      placeOf: ({ record }) => record.alertTime.slice(0, 19),
    }, reading, call);
  },

  /**
   * What is false is left out.
   * https://developers.google.com/health/reference/rest/v4/users/getIrnProfile
   */
  async getIrregularRhythmProfile(
    this: Requests, call: Call,
  ): Promise<IrregularRhythmProfile> {
    const { onboardingStatus, enrollmentStatus, updateTime } = await this.getIrnProfile(call);
    const updated = instantOf(updateTime, undefined);
    return {
      onboarded: onboardingStatus === true,
      enrolled: enrollmentStatus === true,
      ...updated && { lastUpdated: (await localClock(this, [updated], call))(updated) },
    };
  },
} satisfies Pick<
  VitalsApi,
  "listIrregularRhythmAlerts" | "getIrregularRhythmProfile" | "listRecentRhythmAlerts"
>;

const toAlert: Read<IrregularRhythmAlert> = (value, local) => {
  const [start, end] = [startOf(value), endOf(value)];
  if (!start) return undefined;
  const time = local(start);
  const device = fieldsOf(value.medicalDeviceInfo);
  const record = defined({
    detectedTime: end && local({ ...start, ...end }),
    serviceVersion: textOf(device.serviceVersion),
    algoVersion: textOf(device.algorithmVersion),
    deviceType: textOf(device.deviceModel),
    windows: objectsIn(value.alertWindows).flatMap((window) => toWindow(window, start, local)),
  });
  return { time, record: { alertTime: time, ...record } };
};

function toWindow(window: Value, whole: Instant, local: Local): AlertWindow[] {
  const start = instantOf(window.startTime, window.startUtcOffset, whole);
  if (!start) return [];
  const bpmData = objectsIn(window.heartBeats).flatMap((beat) => {
    const taken = instantOf(beat.physicalTime, beat.utcOffset, start);
    const value = numberOf(beat.beatsPerMinute);
    return !taken || value === undefined ? [] : [{ dataTime: local(taken), value }];
  });
  return [{ startTime: local(start), bpmData }];
}
