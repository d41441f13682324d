import type { Call } from "../call";
import { addDays } from "../dates";
import { fingerprint } from "../fingerprint";
import type { Requests } from "../google-health/requests";
import { toldOf } from "../google-health/sources";
import { instantFrom, physical } from "../google-health/windows";
import { writtenBy } from "../origin";
import type { Found, Reading } from "../polling/found";
import { byAmount } from "../polling/identities";
import { markOf } from "../polling/marks";
import { rounded } from "../units";
import type { BodyApi } from "./api";
import { besideOf, listed, NOTHING_BESIDE } from "./google-health-lists";
import {
  toBodyFatLog, toWeightLog, type Beside, type Measure, type Sample,
} from "./google-health-log";
import { WRITER, type BodyFatLog, type WeightLog } from "./shapes";

/** What is asked of Google's weights and body fat for what is new of them. */
export const recentBody = {
  /** Body fat and height are records of their own: they are asked for what is told alone. */
  async* listRecentWeights(this: Requests, reading: Reading, call: Call) {
    const samples = await recent(this, "weight", reading, call);
    const from = samples[0] && addDays(timeOf(samples[0]).slice(0, 10), -1);
    let asked: Promise<Beside> | undefined;
    const items = samples.map((sample): Found<WeightLog> => {
      const toLog = (beside: Beside) =>
        signed(toWeightLog(sample, beside, call.unitSystem), sample);
      return {
        ...found(sample, toLog(NOTHING_BESIDE)),
        complete: async () => toLog(await (asked ??= besideOf(this, { from }, call))),
      };
    });
    yield { items: items.reverse(), more: false };
  },

  async* listRecentBodyFats(this: Requests, reading: Reading, call: Call) {
    const samples = await recent(this, "body-fat", reading, call);
    const items = samples.map((sample): Found<BodyFatLog> =>
      found(sample, signed(toBodyFatLog(sample), sample)));
    yield { items: items.reverse(), more: false };
  },

  getMeasurementRules: () => ({ identity: byAmount, lookBackDays: LOOK_BACK_DAYS }),
} satisfies Partial<BodyApi>;

const LOOK_BACK_DAYS = 90;
/** Days of history that a source is told of. */
const HISTORY_DAYS = LOOK_BACK_DAYS + 10;

/** Measurements of any source from an instant on, all of them: a page holds years. */
async function recent(
  app: Requests, measure: Measure, { from }: Reading, call: Call,
): Promise<Sample[]> {
  const start = from === undefined
    ? Date.now() - HISTORY_DAYS * 86_400_000
    : instantFrom(from);
  return await listed(app, measure, { span: { physical: { from: physical(start) } } }, call);
}

/** When it was, in UTC: two apps may give one measurement two offsets. */
function timeOf({ at }: Sample): string {
  return new Date(at).toISOString().slice(0, 19);
}

function found<T extends WeightLog | BodyFatLog>(sample: Sample, record: T): Found<T> {
  const { id, at, amount } = sample;
  const place = timeOf(sample);
  return {
    id,
    mark: markOf({ start: at, end: at }, { kind: fingerprint(String(rounded(amount, 2))) }),
    content: fingerprint(`${id} ${record[WRITER]}`),
    day: place.slice(0, 10),
    place,
    at: { utc: at },
    record,
  };
}

function signed<T extends WeightLog | BodyFatLog>(log: T, { source }: Sample): T {
  return source ? { ...log, [WRITER]: writtenBy(toldOf(source)) } : log;
}
