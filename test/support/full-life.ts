import nock from "nock";
import { addDays } from "../../common/dates";
import { HOSTS } from "./apis";

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

function eachDay(from: string, to: string): string[] {
  const length = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return Array.from({ length }, (_, i) => addDays(from, i));
}

/** A number that tells one day from another. */
export const countOf = (day: string): number => Date.parse(day) / DAY_MS - 16_000;

/** The value of a day in a series of Fitbit's. */
function fitbitValue(resource: string, day: string): unknown {
  if (resource === "heart") {
    const heartRateZones = [{ name: "Fat Burn", min: 98, max: 137, minutes: 12, caloriesOut: 80 }];
    return { restingHeartRate: 57, heartRateZones };
  }
  const count = countOf(day);
  return resource === "active-zone-minutes" ? { activeZoneMinutes: count } : String(count);
}

/** The beginnings of a day's hours. */
const HOURS = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, "0")}:00:00`);

/** The hours of a window of a day, or of two from the same hour on. */
function hoursFrom(within: string): string[] {
  const [, start = "00"] = /\/time\/(\d\d):/.exec(within) ?? [];
  return [...HOURS.slice(Number(start)), ...HOURS.slice(0, Number(start))];
}

const SERIES = /activities\/([\w/-]+?)\/date\/([\d-]+)\/([\dd-]+)(\/\d+(?:min|sec).*)?\.json$/;

/** What Fitbit answers to somebody who wears the watch each day. */
function fitbitAnswer(path: string): object {
  const [, resource = "", from = "", last = "", within] = SERIES.exec(path) ?? [];
  const root = `activities-${resource.replace("/", "-")}`;
  const to = last === "1d" ? from : last;
  if (within === undefined) {
    const rows = eachDay(from, to)
      .map((dateTime) => ({ dateTime, value: fitbitValue(resource, dateTime) }));
    return { [root]: rows };
  }
  if (resource === "active-zone-minutes") {
    const minutes = HOURS.map((time) => ({ minute: `${from}T${time}`, value: { activeZoneMinutes: 2 } }));
    return { [`${root}-intraday`]: [{ dateTime: from, minutes }] };
  }
  return {
    [root]: [{ dateTime: from, value: "0" }],
    [`${root}-intraday`]: { dataset: hoursFrom(within).map((time) => ({ time, value: 60 })) },
  };
}

/** What Google Health has under the key of any type. */
const SUMS = (count: number) => ({
  countSum: String(count),
  kcalSum: count,
  millimetersSum: "1000000",
  beatsPerMinuteAvg: 60,
  sumInFatBurnHeartZone: String(count),
  sumInCardioHeartZone: "0",
  sumInPeakHeartZone: "0",
  activeMinutesRollupByActivityLevel: [{ activityLevel: "LIGHT", activeMinutesSum: "200" }],
  timeInHeartRateZones: [{ heartRateZone: "MODERATE", duration: "720s" }],
  caloriesInHeartRateZones: [{ heartRateZone: "MODERATE", kcal: 80 }],
});

const dateOf = (day: string) => {
  const [year, month, dayOfMonth] = day.split("-").map(Number);
  return { year, month, day: dayOfMonth };
};

const dayOf = (bound: unknown): string => {
  const { date } = bound as { date: { year: number; month: number; day: number } };
  return new Date(Date.UTC(date.year, date.month - 1, date.day)).toISOString().slice(0, 10);
};

interface RollUp {
  range: Record<"start" | "end" | "startTime" | "endTime", unknown>;
}

/** What Google Health sums up for such a person, newest first. */
function googleSums(path: string, { range }: RollUp): object {
  const [, type = "", method] = /dataTypes\/([\w-]+)\/dataPoints:(\w+)$/.exec(path) ?? [];
  const key = type.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  if (method === "dailyRollUp") {
    const days = eachDay(dayOf(range.start), addDays(dayOf(range.end), -1)).reverse();
    return {
      rollupDataPoints: days.map((day) => (
        { civilStartTime: { date: dateOf(day), time: {} }, [key]: SUMS(countOf(day)) }
      )),
    };
  }
  const [from, to] = [range.startTime, range.endTime].map((time) => Date.parse(String(time)));
  const points: object[] = [];
  for (let at = Math.ceil((from ?? 0) / HOUR_MS) * HOUR_MS; at < (to ?? 0); at += HOUR_MS) {
    points.unshift({ startTime: new Date(at).toISOString(), [key]: SUMS(60) });
  }
  return { rollupDataPoints: points };
}

/** The daily records of such a person: a resting heart rate, and the limits of the zones. */
function googleDays(query: string): object {
  const [, from = "", before = ""] = />= "([\d-]+)" AND .* < "([\d-]+)"/.exec(query) ?? [];
  if (!from) return {};
  const value = { beatsPerMinute: "57", heartRateZones: [] };
  const key = query.startsWith("daily_resting") ? "dailyRestingHeartRate" : "dailyHeartRateZones";
  return {
    dataPoints: eachDay(from, addDays(before, -1)).map((day) => (
      { [key]: { ...value, date: dateOf(day) } }
    )),
  };
}

/** What an answer is replaced by: by what is asked for, or undefined to let it be. */
export type Instead = (path: string) => object | undefined;

/**
 * Answers whatever a step asks for, for a person who has something of everything on each day.
 * Gives the requests as they come in.
 */
export function fullLife(instead: Instead = () => undefined): string[] {
  const asked: string[] = [];
  const answered = (uri: string, body: (path: string) => object) => {
    const { pathname } = new URL(uri, HOSTS.fitbit);
    asked.push(uri);
    return [200, instead(pathname) ?? body(pathname)];
  };
  nock(HOSTS.fitbit).persist().get(/./).query(true).optionally()
    .reply((uri) => answered(uri, fitbitAnswer));
  nock(HOSTS.google_health).persist().get(/./).query(true).optionally()
    .reply((uri) => answered(uri, () =>
      googleDays(new URL(uri, HOSTS.google_health).searchParams.get("filter") ?? "")));
  nock(HOSTS.google_health).persist().post(/./).optionally()
    .reply((uri, sent) => answered(uri, (path) =>
      googleSums(path, sent as unknown as RollUp)));
  return asked;
}
