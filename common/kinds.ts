import { activityStream } from "./activity/streams";
import { bodyFatStream, weightStream } from "./body/streams";
import type { Call } from "./call";
import type { HealthApi } from "./health-api";
import { readChoices } from "./input";
import { foodStream, waterStream } from "./nutrition/streams";
import type { Given } from "./pipedream";
import { several } from "./polling/several";
import type { Stream } from "./polling/stream";
import type { RecordClock } from "./record-clock";
import { sleepStream } from "./sleep/streams";
import { glucoseStream } from "./vitals/streams";

/** What one source can watch: each kind as the source of its own does. */
const KINDS = {
  exercise: activityStream,
  sleep: sleepStream,
  weight: weightStream,
  bodyFat: bodyFatStream,
  food: foodStream,
  water: waterStream,
  glucose: glucoseStream,
} satisfies Record<string, (
  app: HealthApi, call: Call, choice: { clock?: RecordClock },
) => Stream>;

export type Kind = keyof typeof KINDS;

export const kinds = Object.keys(KINDS).filter(isKind);

/** What is watched where none is chosen: a sensor's readings would start a workflow each. */
const usual = kinds.filter((kind) => kind !== "glucose");

function isKind(text: string): text is Kind {
  return Object.hasOwn(KINDS, text);
}

/** The kinds that a user chose, or the usual ones. Throws a ConfigurationError for others. */
export function readKinds(given: Given<string[] | undefined>): Kind[] {
  const chosen = readChoices("Kinds", given, kinds);
  return chosen.length ? chosen : usual;
}

/** Records of several kinds, as each of them appears; all by one clock. */
export function kindsStream(app: HealthApi, call: Call, chosen: readonly Kind[]): Stream {
  const clock = app.getRecordClock(call);
  const streams = chosen.map((kind) => [kind, KINDS[kind](app, call, { clock })] as const);
  return several(Object.fromEntries(streams));
}
