import { HOUR, MINUTE, type Span } from "../../person/days";
import { zonesOf } from "../../person/totals";
import type { Exercise } from "../../person/truth";
import type { Life } from "../state";
import { momentOf, observationInterval, sampleTime } from "../time";
import { MINUTE_TYPES, type MinuteType, type Reading, some } from "./minute-types";
import { type Point, starts, type Stream } from "./point";

const NEEDS_ALTIMETER = ["floors", "altitude"];

function point(
  { person }: Life, type: MinuteType, at: number, length: number, part: Reading,
): Point {
  const start = momentOf(person.timeline, at);
  const end = type.sample ? start : momentOf(person.timeline, at + length);
  const value = () => ({
    ...(type.sample
      ? { sampleTime: sampleTime(start) }
      : { interval: observationInterval(start, end) }),
    ...type.value(part),
  });
  return { start, end, source: type.source, value, ...part };
}

/** Every minute of a span of which there is something to say. */
function minutePoints(life: Life, type: MinuteType, span: Span): Point[] {
  const { person, switches } = life;
  const { who } = person;
  const limits = zonesOf(who).slice(1).map(({ min }) => min);
  const points: Point[] = [];
  const lived = { ...span, from: Math.max(span.from, person.timeline.startOf(who.firstDay)) };
  person.eachMinute(lived, (day, i, visible) => {
    const at = day.start + i * MINUTE;
    const heart = day.heartRate[i] ?? 0;
    const zone = heart === 0 ? -1 : limits.filter((limit) => heart >= limit).length;
    const minute = { day, i, who, worn: heart > 0, level: day.level[i] ?? 0, zone };
    const known = visible && (minute.worn || !type.unseen);
    const basal = switches.basalWithoutData ? type.unseen?.(who) : undefined;
    const reading = known ? type.read(minute) : some(basal ?? 0);
    if (reading && span.from <= at) points.push(point(life, type, at, MINUTE, reading));
  });
  return points;
}

/** Joins neighbours of one kind. Cut at full hours, so that no query sees them otherwise. */
function join(life: Life, type: MinuteType, minutes: Point[]): Point[] {
  const runs: { at: number; minutes: number; kind?: string }[] = [];
  for (const { start: { at }, kind } of minutes) {
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
  const { person, state } = life;
  const { said } = type;
  if (!said) return [];
  return person.exercises()
    .filter(({ origin }) => origin === "manual")
    .filter(starts(span))
    .flatMap((exercise) => {
      const amount = said(toldOf(exercise), person.who);
      if (amount === undefined || amount === 0) return [];
      const written = state.written.has(exercise.key);
      const length = exercise.end - exercise.start;
      const made = point(life, type, exercise.start, length, { amount });
      return [{ ...made, source: written ? "self" as const : "fitbitClient" as const }];
    });
}

function streamOf(id: string, type: MinuteType): Stream {
  const points = (life: Life, span: Span): Point[] => {
    if (NEEDS_ALTIMETER.includes(id) && !life.altimeter) return [];
    const said = saidPoints(life, type, span);
    const minutes = minutePoints(life, type, span);
    return said.length === 0
      ? minutes
      : [...minutes, ...said].sort((a, b) => a.start.at - b.start.at);
  };
  const { joined, rollUp } = type;
  if (!joined) return { byMinute: true, points, rollUp };
  const runs = (life: Life, span: Span): Point[] => {
    const hours = {
      from: Math.floor(span.from / HOUR) * HOUR, to: Math.ceil(span.to / HOUR) * HOUR,
    };
    return join(life, type, points(life, hours))
      .filter(({ start: { at } }) => span.from <= at && at < span.to);
  };
  return { byMinute: true, points: runs, parts: points, rollUp };
}

export const minuteStreams: Record<string, Stream> = Object.fromEntries(
  Object.entries(MINUTE_TYPES).map(([id, type]) => [id, streamOf(id, type)]),
);
