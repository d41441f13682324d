import type { Character } from "../../person/character";
import { HOUR, MINUTE, type Span } from "../../person/days";
import type { Minutes } from "../../person/minutes";
import { zonesOf } from "../../person/totals";
import type { Exercise } from "../../person/truth";
import { sourceOf } from "../authors";
import type { Source } from "../sources";
import type { Life } from "../state";
import { momentOf, observationInterval } from "../time";
import { type Point, starts, type Stream } from "./point";

/** One minute of a day. */
export interface Minute {
  day: Minutes;
  i: number;
  who: Character;
  worn: boolean;
  /** 0 sedentary … 3 very active, 4 asleep. */
  level: number;
  /** 0 below the zones … 3 peak; -1 when the watch is off. */
  zone: number;
}

export interface Reading { amount: number; kind?: string }

/** A type whose points are minutes that the watch recorded. */
export interface MinuteType {
  source: Source;
  read: (minute: Minute) => Reading | undefined;
  value: (reading: Reading) => object;
  rollUp?: Stream["rollUp"];
  nothing?: Stream["nothing"];
  /** What an exercise that was written down adds to its first minute. */
  said?: (exercise: Exercise, who: Character) => number | undefined;
  /** Neighbours of one kind are one point, within an hour. */
  joined?: true;
  /** What is counted of minutes that the watch knows nothing of. */
  unseen?: (life: Life) => number;
  needsAltimeter?: true;
}

/** The energy of a minute, in thousandths. */
export const milliKcal = ({ day, i }: Minute): number => day.milliKcal[i] ?? 0;

export const some = (amount: number, kind?: string): Reading | undefined =>
  (amount > 0 ? { amount, kind } : undefined);

function point(
  { person }: Life, type: MinuteType, at: number, length: number, part: Reading,
): Point {
  const start = momentOf(person.timeline, at);
  const end = momentOf(person.timeline, at + length);
  const value = () => ({
    interval: observationInterval(start, end),
    ...type.value(part),
  });
  return { start, end, source: type.source, value, ...part };
}

/** Every minute of a span of which there is something to say. */
function minutePoints(life: Life, type: MinuteType, span: Span): Point[] {
  const { person } = life;
  const { who } = person;
  const unseen = some(type.unseen?.(life) ?? 0);
  const [, fatBurn, cardio, peak] = zonesOf(who);
  const points: Point[] = [];
  const lived = { ...span, from: Math.max(span.from, person.timeline.startOf(who.firstDay)) };
  person.eachMinute(lived, (day, i, visible) => {
    const at = day.start + i * MINUTE;
    const heart = day.heartRate[i] ?? 0;
    const zone = heart === 0
      ? -1
      : Number(heart >= fatBurn.min) + Number(heart >= cardio.min) + Number(heart >= peak.min);
    const minute = { day, i, who, worn: heart > 0, level: day.level[i] ?? 0, zone };
    const known = visible && (minute.worn || !type.unseen);
    const reading = known ? type.read(minute) : unseen;
    if (reading && span.from <= at) points.push(point(life, type, at, MINUTE, reading));
  });
  return points;
}

/** Joins neighbours of one kind. Cut at full hours, so that no query sees them otherwise. */
function join(life: Life, type: MinuteType, parts: Point[]): Point[] {
  const runs: { at: number; minutes: number; kind?: string }[] = [];
  for (const { start: { at }, kind } of parts) {
    const last = runs.at(-1);
    const goes = last?.kind === kind && last && last.at + last.minutes * MINUTE === at;
    if (last && goes && at % HOUR !== 0) last.minutes += 1;
    else runs.push({ at, minutes: 1, kind });
  }
  return runs.map(({ at, minutes: amount, kind }) => (
    point(life, type, at, amount * MINUTE, { amount, kind })
  ));
}

/** A written exercise as the person told and then corrected it. */
const toldOf = (exercise: Exercise): Exercise =>
  ({ ...exercise, said: { ...exercise.said, ...exercise.edited } });

/** What people wrote down counts from the start of the exercise on. */
function saidPoints(life: Life, type: MinuteType, span: Span): Point[] {
  const { person } = life;
  const { said } = type;
  if (!said) return [];
  return person.exercises()
    .filter(({ origin }) => origin === "manual")
    .filter(starts(span))
    .flatMap((exercise) => {
      const amount = said(toldOf(exercise), person.who);
      if (amount === undefined || amount === 0) return [];
      const length = exercise.end - exercise.start;
      const made = point(life, type, exercise.start, length, { amount });
      return [{ ...made, source: sourceOf(life, exercise) }];
    });
}

/** The points of a type that the watch records by the minute. */
export function minutes(type: MinuteType): Stream {
  const points = (life: Life, span: Span): Point[] => {
    if (type.needsAltimeter && !life.altimeter) return [];
    const said = saidPoints(life, type, span);
    const counted = minutePoints(life, type, span);
    return said.length === 0
      ? counted
      : [...counted, ...said].sort((a, b) => a.start.at - b.start.at);
  };
  const { joined, rollUp, nothing } = type;
  if (!joined) return { byMinute: true, points, rollUp, nothing };
  const runs = (life: Life, span: Span): Point[] => {
    const hours = {
      from: Math.floor(span.from / HOUR) * HOUR, to: Math.ceil(span.to / HOUR) * HOUR,
    };
    return join(life, type, points(life, hours))
      .filter(({ start: { at } }) => span.from <= at && at < span.to);
  };
  return { byMinute: true, points: runs, parts: points, rollUp };
}
