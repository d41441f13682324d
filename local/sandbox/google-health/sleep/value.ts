import { DAY, MINUTE } from "../../person/days";
import type { Sleep } from "../../person/truth";
import type { Point } from "../points/point";
import { type Life, writtenOf } from "../state";
import { sessionInterval, timestamp } from "../time";
import { stagesOf, stagesWritten, sumsOf } from "./stages";

const STAGES_STATUS = { "heart data": "REJECTED_COVERAGE", "too short": "REJECTED_NAP" } as const;
const NAP_LIMIT = 180 * MINUTE;

const typeOf = (life: Life, sleep: Sleep): unknown =>
  writtenOf(life, sleep)?.value.type ?? sleep.kind.toUpperCase();

/** What was noticed by the watch and then corrected by the person. */
export const isEdited = ({ origin, key }: Sleep): boolean =>
  origin === "manual" && !key.startsWith("made:");

/** The longest sleep with stages of the day on which it ends; without any, the longest. */
function isMain(life: Life, sleep: Sleep, sleeps: Sleep[]): boolean {
  const { timeline } = life.person;
  const day = timeline.dayOf(sleep.end);
  // A civil day is shorter than three: looked up for what may fit alone.
  const [first, last] = [sleep.end - 3 * DAY, sleep.end + 3 * DAY];
  const here = sleeps
    .filter(({ end }) => first < end && end < last)
    .filter(({ end }) => timeline.dayOf(end) === day);
  const staged = here.filter((s) => typeOf(life, s) === "STAGES");
  const among = staged.length > 0 ? staged : here;
  const longest = Math.max(...among.map(({ start, end }) => end - start));
  return among.find(({ start, end }) => end - start === longest)?.key === sleep.key;
}

/** Of what was written down the API says neither that it is the main sleep nor a nap. */
function metadata(life: Life, sleep: Sleep, sleeps: Sleep[]): object {
  const given = writtenOf(life, sleep)?.value.metadata as object | undefined;
  if (life.state.written.has(sleep.key)) return { ...given };
  if (sleep.origin === "manual" && !isEdited(sleep)) {
    return { stagesStatus: "REJECTED_SERVER", processed: true };
  }
  const nap = typeOf(life, sleep) === "CLASSIC" && sleep.end - sleep.start < NAP_LIMIT;
  return {
    ...(sleep.origin === "watch" && {
      stagesStatus: sleep.lack ? STAGES_STATUS[sleep.lack] : "SUCCEEDED",
      processed: true,
    }),
    ...(isMain(life, sleep, sleeps) && { mainSleep: true }),
    ...(nap && { nap: true }),
    ...(isEdited(sleep) && { manuallyEdited: true }),
  };
}

function summary(life: Life, sleep: Sleep, doubled: boolean): object {
  const { restlessIsAwake, zerosInSleepSummary } = life.switches;
  const whole = (name: string, value: number): object =>
    (value === 0 && !zerosInSleepSummary ? {} : { [name]: String(value) });
  const stages = sumsOf(life, sleep);
  const minutes = (...types: string[]): number => stages
    .filter(({ type }) => types.includes(type)).reduce((sum, s) => sum + s.minutes, 0);
  const list = stages.map(({ type, minutes: m, count }) => (
    { type, ...whole("minutes", m), ...whole("count", count) }
  ));
  const period = Math.round((sleep.end - sleep.start) / MINUTE);
  const asleep = minutes("LIGHT", "DEEP", "REM", "ASLEEP");
  const awake = minutes("AWAKE", ...(restlessIsAwake ? ["RESTLESS"] : []));
  return {
    ...whole("minutesInSleepPeriod", period),
    ...whole("minutesAfterWakeUp", 0),
    ...whole("minutesToFallAsleep", 0),
    ...whole("minutesAsleep", asleep),
    // As seen: with stages, the half minutes that were left out are spent awake.
    ...whole("minutesAwake", typeOf(life, sleep) === "STAGES" ? period - asleep : awake),
    stagesSummary: doubled ? [...list, ...list] : list,
  };
}

/** A sleep of which no more is known than when it was. */
export const unprocessed = (
  type: unknown, { start, end }: Pick<Point, "start" | "end">, created: number, changed = created,
): object => ({
  interval: sessionInterval(start, end),
  type,
  metadata: {},
  createTime: timestamp(created),
  updateTime: timestamp(changed),
});

/** `sleeps` are all of the person's, which decide what is the main one of a day. */
export function valueOf(
  life: Life, sleep: Sleep, { start, end }: Point, sleeps: Sleep[], reconciled: boolean,
): object {
  const interval = sessionInterval(start, end);
  const { sleepProcessingMinutes, doubledStages } = life.switches;
  const ready = sleep.end + sleepProcessingMinutes * MINUTE;
  const written = writtenOf(life, sleep);
  const created = life.state.written.get(sleep.key)?.created ?? sleep.changed;
  const detected = {
    createTime: timestamp(created),
    updateTime: timestamp(sleep.changed),
  };
  if (sleep.origin === "watch" && life.person.now < ready) {
    return unprocessed(typeOf(life, sleep), { start, end }, created, sleep.changed);
  }
  const own = written?.value;
  const known = !own || stagesWritten(life, sleep);
  return {
    interval,
    type: typeOf(life, sleep),
    ...stagesOf(life, sleep),
    ...(own?.outOfBedSegments !== undefined && { outOfBedSegments: own.outOfBedSegments }),
    metadata: metadata(life, sleep, sleeps),
    ...(known && { summary: summary(life, sleep, reconciled && doubledStages) }),
    ...detected,
  };
}
