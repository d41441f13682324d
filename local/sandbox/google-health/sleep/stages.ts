import { MINUTE, SECOND } from "../../person/days";
import type { Level, LevelSpan } from "../../person/sleep-levels";
import type { Sleep } from "../../person/truth";
import { type Life, writtenOf } from "../state";
import { instantOf, momentOf, sessionInterval, timestamp } from "../time";

const TYPES: Record<Level, string> = {
  wake: "AWAKE", awake: "AWAKE", light: "LIGHT", deep: "DEEP", rem: "REM",
  asleep: "ASLEEP", restless: "RESTLESS",
};

interface StageSum { type: string; minutes: number; count: number }

/** A stage as a client wrote it. */
interface WrittenStage { type: string; startTime: string; endTime: string }

export const stagesWritten = (life: Life, sleep: Sleep): WrittenStage[] | undefined =>
  writtenOf(life, sleep)?.value.stages as WrittenStage[] | undefined;

export function stage(life: Life, { level, start, seconds }: LevelSpan, type = TYPES[level]) {
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

/** Minutes and spells of each stage type that occurs; half minutes are left out, as seen. */
export function sumsOf(life: Life, sleep: Sleep): StageSum[] {
  const written = stagesWritten(life, sleep);
  const { spans, summary } = life.person.levelsOf(sleep);
  const lengthOf = (ms: number): number => Math.floor(ms / MINUTE);
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

/** What a sleep tells of its stages. */
export function stagesOf(life: Life, sleep: Sleep): object {
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
