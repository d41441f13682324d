import nock from "nock";
import { isFields } from "../../local/runtime/component";
import { budgets } from "../budgets";
import {
  nap, night, reconciled, run as workout, WATCH,
} from "../google-health/records";
import { fixture } from "../support/api";
import { HOSTS } from "../support/apis";
import { listed as components, type Listed } from "../support/components";
import { examples } from "../support/examples";
import { jsonText } from "../support/exchange";
import { noted } from "../support/noted";
import fc from "../support/properties";
import { PlayedSource } from "../support/source";
import { run, skipWaits } from "../support/step";

/** What may stand where anything else belongs; left out is one of them. */
const ODD = [
  undefined, null, "", "x", 0, -1, 1e300, true, [], [null], {}, { a: null },
  "2026-02-30T00:00:00", 2 ** 60,
];

const google = (type: string, value: object, id: string) =>
  ({ ...reconciled(type, id, value), name: `dataPoints/${id}`, dataSource: WATCH });
const sleeps = { dataPoints: [google("sleep", night, "1"), google("sleep", nap, "2")] };
const exercises = { dataPoints: [google("exercise", workout, "1")] };
const sample = {
  sampleTime: { physicalTime: "2026-03-20T14:00:00Z", utcOffset: "-25200s" },
  beatsPerMinute: "61",
};
const window = {
  startTime: "2026-03-20T14:00:00Z",
  endTime: "2026-03-20T15:00:00Z",
  civilStartTime: { date: { year: 2026, month: 3, day: 20 } },
  civilEndTime: { date: { year: 2026, month: 3, day: 27 } },
  heartRate: { beatsPerMinuteAvg: 61.5 },
};
const sound = (name: string): unknown => JSON.parse(fixture(name));

/** A sound answer to each component that reads records. */
const ANSWERS: Record<string, unknown> = {
  "fitbit-get-activity-summary": sound("activity-day"),
  "fitbit-get-profile": sound("profile"),
  "fitbit-get-sleep-log": sound("sleep-night"),
  "fitbit-list-activity-logs": sound("activity-logs"),
  "fitbit-list-sleep-logs": sound("sleep-night"),
  "fitbit-log-activity": sound("activity-logged"),
  "fitbit-log-sleep": sound("sleep-logged"),
  "fitbit-new-activity-log": sound("activity-logs"),
  "fitbit-new-sleep-log": sound("sleep-night"),
  "google_health-get-daily-rollup": { rollupDataPoints: [window], nextPageToken: "" },
  "google_health-get-data-point": { weight: sample },
  "google_health-get-rollup": { rollupDataPoints: [window], nextPageToken: "" },
  "google_health-get-sleep-log": sleeps,
  "google_health-list-activity-logs": exercises,
  "google_health-list-data-points": { dataPoints: [google("heart-rate", sample, "1")] },
  "google_health-list-sleep-logs": sleeps,
  "google_health-new-activity-log": exercises,
  "google_health-new-sleep-log": sleeps,
};

type Path = readonly string[];

/** Every place in a value of JSON. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [at];
  const inner = Object.entries(value).flatMap(([key, part]) => placesIn(part, [...at, key]));
  return [at, ...inner];
}

/** The value with something else in one place. */
function withOdd(value: unknown, [key, ...rest]: Path, odd: unknown): unknown {
  if (key === undefined) return odd;
  if (Array.isArray(value)) {
    return value.map((item: unknown, i) =>
      i === Number(key) ? withOdd(item, rest, odd) : item);
  }
  return isFields(value) ? { ...value, [key]: withOdd(value[key], rest, odd) } : odd;
}

/** Answers everything so, as often as it is asked. */
function answersAll({ app }: Listed, answer: unknown): void {
  const host = HOSTS[app];
  for (const method of ["GET", "POST"]) {
    nock(host).intercept(/./, method).query(true).optionally()
      .reply(method === "POST" ? 201 : 200, jsonText(answer)).persist();
  }
}

/** What a component says of it: the failure, or all sentences of its success. */
async function said({ component }: Listed): Promise<string> {
  if (component.type === "source") {
    const source = new PlayedSource(component);
    const { error, summaries, ids } = await source.deploy("2026-03-22T12:00:00Z");
    return error ?? [...ids, ...summaries].join();
  }
  const { error, summary } = await run(component, examples(component));
  if (error instanceof Error) return `${error.name}: ${error.message}`;
  return String(summary);
}

const WORDS = /\b(NaN|undefined|null)\b|\[object|(Type|Range)Error|not a function|Cannot read/;

const tried = [...components("actions"), ...components("sources")]
  .map((one) => ({ key: String(one.component.key), one }))
  .filter(({ key }) => Object.hasOwn(ANSWERS, key));

describe("an answer that is odd in one place is read as far as it goes, or fails in words", () => {
  it.each(tried)("$key", async ({ key, one }) => {
    skipWaits();
    noted();
    const answer = ANSWERS[key];
    const places = fc.constantFrom(...placesIn(answer).slice(1));
    await fc.assert(fc.asyncProperty(places, fc.constantFrom(...ODD), async (place, odd) => {
      nock.cleanAll();
      answersAll(one, withOdd(answer, place, odd));
      expect(await said(one)).not.toMatch(WORDS);
    }), { numRuns: budgets.oddAnswers });
  });
});
