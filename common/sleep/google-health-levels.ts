import {
  isSpan, lastingOf, lengthOf, localTime, startOf, type Interval,
} from "../google-health/times";
import { calledBy, figure, type Numeric } from "../google-health/values";
import { cutOut, spellsOf, WAKE, wholeMinutes, type Spells } from "./google-health-counting";
import type { SleepLevel, SleepLog } from "./shapes";

/** What the API answers with, as far as it is read: zeros and empty lists are left out. */
interface Stage extends Partial<Interval> {
  type?: string;
}

export interface StagedSleep {
  type?: string;
  stages?: Stage[];
  shortAwakenings?: Stage[];
  summary?: { stagesSummary?: { type?: string; minutes?: Numeric; count?: Numeric }[] };
}

const OF_STAGES = ["DEEP", "LIGHT", "REM"];
const OF_CLASSIC = ["ASLEEP", "RESTLESS"];

/**
 * Whether a sleep has stages: by a stage that no classic sleep has, or else by its type. One
 * that is not worked out yet may be of the type STAGES, and one block of being asleep.
 */
export function hasStages({ type, stages = [], summary }: StagedSleep): boolean {
  const found = [...stages, ...summary?.stagesSummary ?? []];
  const has = (types: string[]) => found.some((stage) => types.includes(stage.type ?? ""));
  if (type === "CLASSIC") return false;
  return has(OF_STAGES) || (type === "STAGES" && !has(OF_CLASSIC));
}

/** The levels of a summary, in its order. */
export const LEVELS = {
  stages: ["deep", "light", "rem", WAKE],
  classic: ["asleep", "restless", "awake"],
};

/** A sleep's levels in Fitbit's words and counting. */
export function levelsOf(sleep: StagedSleep): SleepLog["levels"] {
  const isStaged = hasStages(sleep);
  const stretches = stretchesOf(sleep.stages, (type) => levelOf(type, isStaged));
  // Whatever type a short awakening names, the person was awake.
  const short = isStaged ? stretchesOf(sleep.shortAwakenings, () => WAKE) : [];
  return {
    data: stretches.map(toLevel),
    ...isStaged && { shortData: short.map(toLevel) },
    summary: recounted(statedLevels(sleep, isStaged), isStaged, {
      stretches, short, isWhole: stretches.length === sleep.stages?.length,
    }),
  };
}

/** A part of a sleep, and what it was in Fitbit's words. */
interface Stretch {
  span: Interval;
  level: string;
}

function toLevel({ span, level }: Stretch): SleepLevel {
  return { dateTime: localTime(startOf(span)), level, seconds: lengthOf(span) / 1_000 };
}

const NAMES: Record<string, string> = {
  DEEP: "deep",
  LIGHT: "light",
  REM: "rem",
  ASLEEP: "asleep",
  RESTLESS: "restless",
  AWAKE: "awake",
};

/** Fitbit's word for a type of stage; undefined for one that is absent or unknown. */
function levelOf(type: string | undefined, isStaged: boolean): string | undefined {
  return type === "AWAKE" && isStaged ? WAKE : NAMES[type ?? ""];
}

/** The stages of which both level and time are known. */
function stretchesOf(
  stages: Stage[] = [],
  naming: (type: string | undefined) => string | undefined,
): Stretch[] {
  return stages.flatMap((stage) => {
    const level = naming(stage.type);
    return level !== undefined && isSpan(stage) ? [{ span: stage, level }] : [];
  });
}

type Summary = Record<string, Spells>;

const STATED = { key: "type", words: Object.keys(NAMES) };

/** A reconciled sleep has been seen to hold each entry twice: the first one counts. */
function statedLevels({ summary }: StagedSleep, isStaged: boolean): Summary {
  return Object.fromEntries(STATED.words.flatMap((type): [string, Spells][] => {
    const level = levelOf(type, isStaged);
    const sum = calledBy(type, summary?.stagesSummary, STATED);
    const [count, minutes] = [figure(sum, "count"), figure(sum, "minutes")];
    const isKnown = level !== undefined && count !== undefined && minutes !== undefined;
    return isKnown ? [[level, { count, minutes }]] : [];
  }));
}

/** What is known of the stages of a sleep: whether that is all of them, too. */
interface Counted {
  stretches: Stretch[];
  short: Stretch[];
  isWhole: boolean;
}

/**
 * Count and minutes of each level, as stated or else counted; of one that is neither nothing
 * is known. Google counts a short awakening as sleep, Fitbit does not: what it takes from a
 * stage is recounted, the rest is left.
 */
function recounted(
  stated: Summary, isStaged: boolean, { stretches, short, isWhole }: Counted,
): Summary {
  const isStated = Object.values(stated).some(({ count, minutes }) => count + minutes > 0);
  const pieces = stretches.map(({ span, level }) => ({ ...lastingOf(span), level }));
  const before = spellsOf(cutOut(pieces, []));
  const after = spellsOf(cutOut(pieces, short.map(({ span }) => lastingOf(span))));
  const levels = isStaged ? LEVELS.stages : LEVELS.classic;
  return Object.fromEntries(levels.flatMap((level) => {
    const said = isStated ? stated[level] : undefined;
    const counted = after[level] ?? (isWhole && pieces.length ? NONE : undefined);
    if (said) return [[level, changed(said, before[level] ?? NONE, after[level] ?? NONE)]];
    return counted ? [[level, inWhole(counted)]] : [];
  }));
}

const NONE: Spells = { count: 0, minutes: 0 };

function inWhole({ count, minutes }: Spells): Spells {
  return { count, minutes: wholeMinutes(minutes) };
}

/** What is stated, less what was counted, plus what is: the stages know the half minutes. */
function changed(stated: Spells, was: Spells, is: Spells): Spells {
  const count = stated.count + is.count - was.count;
  if (is.minutes === was.minutes) return { count, minutes: stated.minutes };
  const isSame = Math.abs(stated.minutes - was.minutes) < 1;
  const exact = isSame ? was.minutes : stated.minutes;
  return inWhole({ count, minutes: exact + is.minutes - was.minutes });
}
