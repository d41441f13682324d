import { MINUTE, SECOND } from "../../person/days";
import type { Level, LevelSpan } from "../../person/sleep-levels";
import type { Sleep } from "../../person/truth";
import { copyKey, isTwofoldSleep, toldFirst } from "../copies";
import type { Source } from "../sources";
import { type Life, writtenOf } from "../state";
import { instantOf, momentOf, sessionInterval, timestamp } from "../time";
import { type Point, starts, type Stream } from "./point";

const TYPES: Record<Level, string> = {
  wake: "AWAKE", awake: "AWAKE", light: "LIGHT", deep: "DEEP", rem: "REM",
  asleep: "ASLEEP", restless: "RESTLESS",
};

const STAGES_STATUS = { "heart data": "REJECTED_COVERAGE", "too short": "REJECTED_NAP" } as const;
const NAP_LIMIT = 180 * MINUTE;

interface StageSum { type: string; minutes: number; count: number }

/** A stage as a client wrote it. */
interface WrittenStage { type: string; startTime: string; endTime: string }

const stagesWritten = (life: Life, sleep: Sleep): WrittenStage[] | undefined =>
  writtenOf(life, sleep)?.value.stages as WrittenStage[] | undefined;

const typeOf = (life: Life, sleep: Sleep): unknown =>
  writtenOf(life, sleep)?.value.type ?? sleep.kind.toUpperCase();

/** What was noticed by the watch and then corrected by the person. */
const isEdited = ({ origin, key }: Sleep): boolean =>
  origin === "manual" && !key.startsWith("made:");

function stage(life: Life, { level, start, seconds }: LevelSpan, type = TYPES[level]) {
  const { timeline } = life.person;
  const end = start + seconds * SECOND;
  return { ...sessionInterval(momentOf(timeline, start), momentOf(timeline, end)), type };
}

/** Short awakenings carry the type of the stage that they lie in when it is light sleep. */
function shortAwakenings(life: Life, spans: LevelSpan[], short: LevelSpan[]): object[] {
  return short.map((wake) => {
    const host = spans.filter(({ start }) => start <= wake.start).at(-1);
    return stage(life, wake, host?.level === "light" ? "LIGHT" : "AWAKE");
  });
}

/** Minutes and spells of each stage type that occurs. */
function sums(life: Life, sleep: Sleep): StageSum[] {
  const written = stagesWritten(life, sleep);
  const { spans, summary } = life.person.levelsOf(sleep);
  const lengthOf = (ms: number): number => Math.round(ms / MINUTE);
  const add = (stages: { type: string; ms: number }[]): StageSum[] => {
    const types = [...new Set(stages.map(({ type }) => type))];
    return types.map((type) => {
      const among = stages.filter((s) => s.type === type);
      const whole = among.reduce((sum, { ms }) => sum + ms, 0);
      return { type, minutes: lengthOf(whole), count: among.length };
    });
  };
  if (written) {
    return add(written.map(({ type, startTime, endTime }) => (
      { type, ms: (instantOf(endTime) ?? 0) - (instantOf(startTime) ?? 0) }
    )));
  }
  if (!life.switches.shortAwakeningsCounted) {
    return add(spans.map(({ level, seconds }) => (
      { type: TYPES[level], ms: seconds * SECOND }
    )));
  }
  return (Object.entries(summary) as [Level, { count: number; minutes: number }][])
    .filter(([, { count }]) => count > 0)
    .map(([level, sum]) => ({ type: TYPES[level], ...sum }));
}

function summary(life: Life, sleep: Sleep, doubled: boolean): object {
  const { restlessIsAwake, zerosInSleepSummary } = life.switches;
  const whole = (name: string, value: number): object =>
    (value === 0 && !zerosInSleepSummary ? {} : { [name]: String(value) });
  const stages = sums(life, sleep);
  const minutes = (...types: string[]): number => stages
    .filter(({ type }) => types.includes(type)).reduce((sum, s) => sum + s.minutes, 0);
  const list = stages.map(({ type, minutes: m, count }) => (
    { type, ...whole("minutes", m), ...whole("count", count) }
  ));
  return {
    ...whole("minutesInSleepPeriod", Math.round((sleep.end - sleep.start) / MINUTE)),
    ...whole("minutesAfterWakeUp", 0),
    ...whole("minutesToFallAsleep", 0),
    ...whole("minutesAsleep", minutes("LIGHT", "DEEP", "REM", "ASLEEP")),
    ...whole("minutesAwake", minutes("AWAKE", ...(restlessIsAwake ? ["RESTLESS"] : []))),
    stagesSummary: doubled ? [...list, ...list] : list,
  };
}

/** The longest sleep with stages of the day on which it ends; without any, the longest. */
function isMain(life: Life, sleep: Sleep, sleeps: Sleep[]): boolean {
  const { timeline } = life.person;
  const day = timeline.dayOf(sleep.end);
  const here = sleeps.filter(({ end }) => timeline.dayOf(end) === day);
  const staged = here.filter((s) => typeOf(life, s) === "STAGES");
  const among = staged.length > 0 ? staged : here;
  const longest = Math.max(...among.map(({ start, end }) => end - start));
  return among.find(({ start, end }) => end - start === longest)?.key === sleep.key;
}

function metadata(life: Life, sleep: Sleep, sleeps: Sleep[]): object {
  const nap = typeOf(life, sleep) === "CLASSIC" && sleep.end - sleep.start < NAP_LIMIT;
  const given = writtenOf(life, sleep)?.value.metadata as object | undefined;
  return {
    ...(sleep.origin === "watch" && {
      stagesStatus: sleep.lack ? STAGES_STATUS[sleep.lack] : "SUCCEEDED",
      processed: true,
    }),
    ...(isMain(life, sleep, sleeps) && { mainSleep: true }),
    ...(nap && { nap: true }),
    ...(isEdited(sleep) && { manuallyEdited: true }),
    ...given,
  };
}

function stagesOf(life: Life, sleep: Sleep): object {
  const created = timestamp(sleep.changed);
  const stamps = { createTime: created, updateTime: created };
  const written = stagesWritten(life, sleep);
  if (writtenOf(life, sleep)) {
    return written ? { stages: written.map((s) => ({ ...s, ...stamps })) } : {};
  }
  const { spans, short } = life.person.levelsOf(sleep);
  return {
    stages: spans.map((span) => ({ ...stage(life, span), ...stamps })),
    ...(short.length > 0 && { shortAwakenings: shortAwakenings(life, spans, short) }),
  };
}

/** `sleeps` are all of the person's, which decide what is the main one of a day. */
function value(
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
    return { interval, type: "CLASSIC", metadata: {}, ...detected };
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

function sourceOf({ state }: Life, sleep: Sleep): Source {
  if (state.written.has(sleep.key)) return "self";
  if (sleep.origin === "watch") return "derived";
  return isEdited(sleep) ? "app" : "fitbitClient";
}

/** The same night from another app, which does not count lying awake at first. */
function copy(life: Life, sleep: Sleep): Point {
  const { timeline } = life.person;
  const { spans } = life.person.levelsOf(sleep);
  const asleep = spans.slice(spans[0]?.level === "wake" ? 1 : 0);
  const start = momentOf(timeline, asleep[0]?.start ?? sleep.start);
  const end = momentOf(timeline, sleep.end);
  const changed = timestamp(sleep.changed);
  return {
    start,
    end,
    source: "healthConnect",
    key: copyKey(sleep.key),
    amount: 0,
    value: () => ({
      interval: sessionInterval(start, end),
      type: "STAGES",
      stages: asleep.map((span) => stage(life, span)),
      metadata: {},
      createTime: changed,
      updateTime: changed,
    }),
  };
}

const points = (reconciled: boolean): Stream["points"] => (life, span) => {
  const sleeps = life.person.sleeps();
  const isTwofold = (sleep: Sleep): boolean => isTwofoldSleep(life, sleep);
  const made = sleeps.filter(starts(span)).flatMap((sleep) => {
    const { timeline } = life.person;
    const written = writtenOf(life, sleep);
    const point: Point = {
      start: written?.start ?? momentOf(timeline, sleep.start),
      end: written?.end ?? momentOf(timeline, sleep.end),
      source: sourceOf(life, sleep),
      key: sleep.key,
      amount: 0,
      value: () => value(life, sleep, point, sleeps, reconciled),
    };
    return isTwofold(sleep) ? [point, { ...copy(life, sleep), isCopy: true }] : [point];
  });
  const first = toldFirst(life, life.person.unsynced().sleeps, isTwofold);
  return [...made, ...first.filter(starts(span)).map((sleep) => copy(life, sleep))];
};

export const sleepStream: Stream = { points: points(false), reconciled: points(true) };
