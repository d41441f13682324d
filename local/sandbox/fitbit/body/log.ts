import { type Day, dayText, SECOND } from "../../person/days";
import type { Person } from "../../person/person";
import type { Entry, Weighing } from "../../person/truth";
import type { Call } from "../route";
import { inUnit, round } from "../units";

/** Body fat, measured by itself or with a weight. */
export interface Fat {
  record: Entry | Weighing;
  start: number;
  percent: number;
}

const SOURCES: Record<Weighing["source"], string> = {
  scale: "AriaAir", app: "API", client: "API",
};

/** Everyone who has no scale for it is `API`, the person too. */
const sourceOf = (record: Entry | Weighing): string =>
  ("source" in record ? SOURCES[record.source] : SOURCES.app);

/** Body fat of the person, oldest first. */
export const fatsOf = (person: Person): Fat[] => [
  ...person.weighings().flatMap((record) => {
    const { start, fatPercent: percent } = record;
    return percent === undefined ? [] : [{ record, start, percent }];
  }),
  ...person.entries().filter(({ type }) => type === "fat").map((record) => (
    { record, start: record.start, percent: record.value }
  )),
].sort((a, b) => a.start - b.start);

/** The local time in ms, as if it were UTC: two logs of one second have one id. */
export const logId = ({ timeline }: Person, start: number): number =>
  Math.floor(timeline.wall(start) / SECOND) * SECOND;

function stamp({ person, switches }: Call, record: Entry | Weighing): object {
  const { start } = record;
  const [, time = ""] = person.timeline.local(start).split("T");
  return {
    date: dayText(person.timeline.dayOf(start)),
    logId: logId(person, start),
    ...(switches.bodyLogSource && { source: sourceOf(record) }),
    time: time.slice(0, 8),
  };
}

export const bmiOf = ({ profile }: Person, kg: number): number =>
  kg / profile.heightMetres ** 2;

/** Digits of a weight in its unit: three of stones were seen. */
const digits = (call: Call): number => (call.units.weight.name === "stone" ? 3 : 2);

/** A weight log; body fat of the same moment stands in it. */
export function weightLog(call: Call, weighing: Weighing): object {
  const { person, units } = call;
  const { kg, start } = weighing;
  const fat = fatsOf(person)
    .find((other) => logId(person, other.start) === logId(person, start));
  return {
    bmi: round(bmiOf(person, kg), 2),
    ...(fat && { fat: round(fat.percent, 3) }),
    ...stamp(call, weighing),
    weight: inUnit(kg, units.weight, digits(call)),
  };
}

export const fatLog = (call: Call, { record, percent }: Fat): object =>
  ({ ...stamp(call, record), fat: round(percent, 3) });

/** The records of the days from `first` to `last`, both included. */
export const during = <T extends { start: number }>(
  { timeline }: Person, records: T[], [first, last]: [Day, Day],
): T[] => records.filter(({ start }) => {
  const day = timeline.dayOf(start);
  return first <= day && day <= last;
});
