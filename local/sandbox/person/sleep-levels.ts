import { MINUTE, SECOND } from "./days";
import { type Random, random } from "./random";
import type { Sleep } from "./truth";

export type Level = "wake" | "light" | "deep" | "rem" | "awake" | "restless" | "asleep";

export interface LevelSpan { level: Level; start: number; seconds: number }

/** A sleep in levels: `spans` tile it; `short` are wakes of at most 3 minutes inside them. */
export interface Levels {
  spans: LevelSpan[];
  short: LevelSpan[];
  /** Per level how often and how long, short wakes cut out of the span in which they lie. */
  summary: Partial<Record<Level, { count: number; minutes: number }>>;
}

type Draft = [level: Level, seconds: number][];

/** One cycle of about 90 minutes: deep early in the night, REM late. */
function cycle(chance: Random, nth: number): Draft {
  const half = (low: number, high: number): number => chance.int(low * 2, high * 2) * 30;
  const draft: Draft = [["light", half(10, 28)]];
  if (chance.chance(0.95 - nth * 0.2)) draft.push(["deep", half(14, Math.max(16, 34 - nth * 7))]);
  draft.push(["light", half(8, 24)], ["rem", half(6 + nth * 3, 14 + nth * 6)]);
  if (chance.chance(0.3)) draft.push(["wake", half(3.5, 11)]);
  return draft;
}

function stagesDraft(chance: Random, total: number): Draft {
  const draft: Draft = [["wake", chance.int(1, 18) * 30]];
  for (let nth = 0, sum = 0; sum < total; nth += 1) {
    const next = cycle(chance, nth);
    draft.push(...next);
    sum += next.reduce((seconds, [, more]) => seconds + more, 0);
  }
  return draft;
}

function classicDraft(chance: Random, total: number): Draft {
  const draft: Draft = [];
  for (let sum = 0; sum < total;) {
    const next: Draft = [
      ["asleep", chance.int(12, 70) * 60],
      ["restless", chance.int(1, 5) * 60],
    ];
    if (chance.chance(0.12)) next.push(["awake", chance.int(1, 3) * 60]);
    draft.push(...next);
    sum += next.reduce((seconds, [, more]) => seconds + more, 0);
  }
  return draft;
}

/** Lays a draft out from `start` on, cut to `total` seconds, equal neighbours joined. */
function layOut(draft: Draft, start: number, total: number): LevelSpan[] {
  const spans: LevelSpan[] = [];
  let left = total;
  for (const [level, wanted] of draft) {
    const seconds = Math.min(wanted, left);
    if (seconds <= 0) break;
    const last = spans.at(-1);
    if (last?.level === level) last.seconds += seconds;
    else spans.push({ level, start: start + (total - left) * SECOND, seconds });
    left -= seconds;
  }
  return spans;
}

/** Short wakes inside the light and REM spans, about one in 15 minutes. */
function shortWakes(chance: Random, spans: LevelSpan[]): LevelSpan[] {
  return spans.flatMap(({ level, start, seconds }) => {
    const slots = level === "wake" ? 0 : Math.floor(seconds / (15 * 60));
    return Array.from({ length: slots }, (_, slot) => {
      const wake = chance.pick([30, 30, 60, 60, 90, 120, 180] as const);
      const offset = slot * 15 * 60 + chance.int(2, 20) * 30;
      return { level: "wake" as const, start: start + offset * SECOND, seconds: wake };
    });
  });
}

/** What is left of a span beside the short wakes in it. */
function cut({ level, start, seconds }: LevelSpan, short: LevelSpan[]): LevelSpan[] {
  const end = start + seconds * SECOND;
  const wakes = short.filter((wake) => start <= wake.start && wake.start < end);
  const starts = [start, ...wakes.map((wake) => wake.start + wake.seconds * SECOND)];
  return starts.map((from, i) => {
    const to = wakes[i]?.start ?? end;
    return { level, start: from, seconds: (to - from) / SECOND };
  }).filter((piece) => piece.seconds > 0);
}

/** Whole minutes; a half goes to the even one. */
function wholeMinutes(seconds: number): number {
  const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
  if (rest === 30) return minutes + minutes % 2;
  return rest < 30 ? minutes : minutes + 1;
}

/** Each level as Fitbit counts it: measured on a whole night of a person. */
export function summarize(
  spans: LevelSpan[], short: LevelSpan[], names: readonly Level[],
): Levels["summary"] {
  const pieces = [...spans.flatMap((span) => cut(span, short)), ...short];
  return Object.fromEntries(names.map((name) => {
    const same = pieces.filter(({ level }) => level === name);
    const seconds = same.reduce((sum, piece) => sum + piece.seconds, 0);
    return [name, { count: same.length, minutes: wholeMinutes(seconds) }];
  }));
}

const STAGES = ["deep", "light", "rem", "wake"] as const;
const CLASSIC = ["asleep", "awake", "restless"] as const;

/** The levels of a sleep: 30 s steps for stages, 60 s for classic; one span when manual. */
export function levelsOf(seed: number, sleep: Sleep): Levels {
  const total = (sleep.end - sleep.start) / SECOND;
  const chance = random(seed, 4, Math.floor(sleep.start / MINUTE));
  if (sleep.kind === "stages") {
    const spans = layOut(stagesDraft(chance, total), sleep.start, total);
    const short = shortWakes(chance, spans);
    return { spans, short, summary: summarize(spans, short, STAGES) };
  }
  const draft: Draft = sleep.origin === "manual"
    ? [["asleep", total]]
    : classicDraft(chance, total);
  const spans = layOut(draft, sleep.start, total);
  return { spans, short: [], summary: summarize(spans, [], CLASSIC) };
}
