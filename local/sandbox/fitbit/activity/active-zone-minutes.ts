import { DAY, type Day, dayText, MINUTE } from "../../person/days";
import { type Totals, zonesOf } from "../../person/totals";
import {
  type Bucket, bucketsOf, givesRows, intradayOf, intradayPaths, MINUTE_DETAILS,
} from "../intraday";
import { daysOf } from "../ranges";
import type { Answer, Call, Route } from "../route";

const NAME = "active-zone-minutes";
const KEY = `activities-${NAME}`;
const MAX_DAYS = 1095;

/** The zones that earn, and what a minute in them does. */
const EARNINGS = [
  ["fatBurnActiveZoneMinutes", 1], ["cardioActiveZoneMinutes", 2], ["peakActiveZoneMinutes", 2],
] as const;

/** What minutes by zone earn: zones without any are left out; nothing where all are. */
function valueOf({ zoneMinutes: [, ...earning] }: Pick<Totals, "zoneMinutes">): object | undefined {
  const zones = EARNINGS.map(([name, by], i) => [name, by * (earning[i] ?? 0)] as const)
    .filter(([, minutes]) => minutes > 0);
  if (zones.length === 0) return undefined;
  const activeZoneMinutes = zones.reduce((sum, [, minutes]) => sum + minutes, 0);
  return { activeZoneMinutes, ...Object.fromEntries(zones) };
}

/** A day without active zone minutes has no row. */
function daysRows({ person }: Call, [first, last]: [Day, Day]): object[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).flatMap((day) => {
    const value = valueOf(person.dayTotals(day));
    return value ? [{ dateTime: dayText(day), value }] : [];
  });
}

const series = (call: Call): Answer =>
  ({ body: { [KEY]: daysRows(call, daysOf(call, MAX_DAYS)) } });

function earnedIn(
  limits: readonly number[], { minutes }: Bucket,
): object | undefined {
  const zoneMinutes: Totals["zoneMinutes"] = [0, 0, 0, 0];
  for (const { day, i, visible } of minutes) {
    const rate = visible ? day.heartRate[i] ?? 0 : 0;
    const zone = limits.filter((limit) => rate >= limit).length as 0 | 1 | 2 | 3;
    zoneMinutes[zone] += 1;
  }
  return valueOf({ zoneMinutes });
}

function intraday(call: Call): Answer {
  const { person } = call;
  const asked = intradayOf(call, MINUTE_DETAILS);
  if (!givesRows(call, asked)) {
    return { body: { [KEY]: daysRows(call, [asked.first, asked.last]) } };
  }
  const limits = zonesOf(person.who).slice(1).map(({ min }) => min);
  const byDay = new Map<Day, object[]>();
  for (const bucket of bucketsOf(call, asked)) {
    const value = earnedIn(limits, bucket);
    if (!value) continue;
    const wall = person.timeline.wall(bucket.at);
    const day = Math.floor(wall / DAY);
    const minute = new Date(Math.floor(wall / MINUTE) * MINUTE).toISOString().slice(0, 19);
    byDay.set(day, [...(byDay.get(day) ?? []), { minute, value }]);
  }
  const days = [...byDay].map(([day, minutes]) => ({ dateTime: dayText(day), minutes }));
  return { body: { [`${KEY}-intraday`]: days } };
}

export const activeZoneMinutesRoutes: Route[] = [
  {
    method: "GET",
    path: `/1/user/:user/activities/${NAME}/date/:first/:second.json`,
    scope: "activity",
    answer: series,
  },
  ...intradayPaths(NAME).map((path): Route => (
    { method: "GET", path, scope: "activity", answer: intraday }
  )),
];
