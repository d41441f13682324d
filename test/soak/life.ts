import { copied, reprocess, split, stitch, type Person } from "../../local/sandbox";
import { idsOf, USUAL_DAYS, type Kind, type Log, type Scene } from "./kind";
import type { Model } from "./model";
import { exerciseOf, growActivity, moving } from "./moving";
import { rework, sleeping, sleepOf, sleepOn } from "./sleeping";
import type { Step } from "./steps";
import { DAY, HOUR, MINUTE, type Time } from "./time";
import type { Ways } from "./ways";

/** What happened since a poll ended well and left nothing behind. */
export interface Gap {
  /** Events that were delivered by polls that were killed. */
  delivered: number;
  /** Logs got other ids. */
  renumbered: boolean;
  /** An activity that the source may know has another start or kind. */
  edited: boolean;
}

export const noGap = (): Gap => ({ delivered: 0, renumbered: false, edited: false });

/** What steps of a person's life act on. */
export interface Stage {
  readonly person: Person;
  readonly scene: Scene;
  readonly kind: Kind;
  readonly model: Model;
  gap: Gap;
  /** Sleeps that were recorded, synced or not. */
  slept: Time[];
  logs: () => Log[];
}

/** What is older is let be: what has left the look-back is not brought back into it. */
const TOUCHED_WINDOW = 0.78;
/** Only so many of a page are touched, the newest: what a poll of one page sees. */
const TOUCHED_PART = 0.8;
/** With more events of a killed poll delivered, what arrives could crowd out their ids. */
const MOST_DELIVERED = 50;

/**
 * Whether more records, or longer ones, could hide what a killed poll has told of: of two
 * reports of a night the longer is taken, or on two pages the first, and pages move.
 */
const isCrowded = ({ gap, kind, scene }: Stage): boolean => gap.delivered
  > (kind.syncChangesIds && scene.healthSwitches.copiesReconciled ? 0 : MOST_DELIVERED);

/** The logs that may still be touched, newest first. */
function touchable(stage: Stage): Log[] {
  let reports = 0;
  return stage.logs().reverse().filter((log) => {
    reports += idsOf(log).length;
    return reports <= TOUCHED_PART * stage.kind.page
      && log.end > stage.person.now - TOUCHED_WINDOW * stage.kind.lookBackDays * DAY;
  });
}

const chosen = (stage: Stage, pick: number): Log | undefined => touchable(stage)[pick];

const waysOf = ({ kind: { tells } }: Stage): Ways =>
  tells === "activities" ? moving : tells === "sleeps" ? sleeping : tells;

/** Steps go back as far as most sources look, and here as far as this one does. */
const stretched = ({ kind }: Stage, ms: number): number => ms * kind.lookBackDays / USUAL_DAYS;

type Deeds = { [Name in Step["do"]]?: (stage: Stage, step: Extract<Step, { do: Name }>) => void };

/**
 * What the person, the watch and Fitbit do. A step that cannot be, or that is out of scope, is
 * not done.
 */
export const LIFE = {
  wait: ({ person }, { minutes }) => person.moveClock(person.now + minutes * MINUTE),
  sync: (stage, { from, to }) => {
    const { person, kind, gap } = stage;
    if (gap.delivered > (kind.syncChangesIds ? 0 : MOST_DELIVERED)) return;
    const ids = new Map(stage.logs().map(({ key, id }) => [key, id]));
    const [first, last] = [Math.max(from, to), Math.min(from, to)];
    person.sync({ from: person.now - first * HOUR, to: person.now - last * HOUR });
    gap.renumbered ||= stage.logs().some(({ key, id }) => (ids.get(key) ?? id) !== id);
  },
  record: (stage, { hoursAgo, minutes, synced, byApp }) => {
    if (isCrowded(stage)) return;
    const end = stage.person.now - stretched(stage, hoursAgo * HOUR);
    waysOf(stage).record(stage, { end, minutes, synced, byApp });
  },
  twin: (stage, { pick, synced }) => {
    const log = chosen(stage, pick);
    if (log && !isCrowded(stage)) waysOf(stage).repeat(stage, log, synced);
  },
  many: (stage, { count, hoursAgo }) => {
    if (stage.gap.delivered > 0) return;
    for (let i = 0; i < Math.min(count, stage.kind.many ?? count); i += 1) {
      const ago = (hoursAgo / 2) * HOUR + (i + 1) * 100 * MINUTE - 25 * MINUTE;
      const end = stage.person.now - stretched(stage, ago);
      waysOf(stage).record(stage, { end, minutes: 25, synced: true, byApp: false });
    }
  },
  edit: (stage, step) => {
    const log = chosen(stage, step.pick);
    if (log && !isCrowded(stage)) waysOf(stage).edit(stage, log, step);
  },
  delete: (stage, { pick }) => {
    const log = chosen(stage, pick);
    if (log && !isCrowded(stage)) waysOf(stage).remove(stage, log);
  },
  reprocess: (stage, { pick, startMinutes, endMinutes, flip }) => {
    rework(stage, [chosen(stage, pick)], ([sleep]) => {
      const other = sleep.kind === "stages" ? "classic" : "stages";
      return reprocess(sleep, { startMinutes, endMinutes, kind: flip ? other : sleep.kind });
    });
  },
  split: (stage, { pick, part, awake, keeps }) => {
    rework(stage, [chosen(stage, pick)], ([sleep]) => {
      const minutes = (sleep.end - sleep.start) / MINUTE;
      const from = sleep.start + Math.round(minutes * part) * MINUTE;
      return split(sleep, { from, to: from + awake * MINUTE }, keeps);
    });
  },
  grow: (stage, { pick, minutes }) => {
    const log = chosen(stage, pick);
    if (!log || isCrowded(stage) || log.end + minutes * MINUTE > stage.person.now) return;
    growActivity(stage, log, minutes);
    sleepOn(stage, log, minutes);
  },
  travel: ({ person }, { zone }) => person.moveTo(zone),
  fly: (stage, { zone, before, after }) => {
    const { person } = stage;
    person.moveClock(person.now + before * MINUTE);
    person.moveTo(zone);
    person.moveClock(person.now + after * MINUTE);
    if (isCrowded(stage)) return;
    const made = { end: person.now, minutes: before + after, synced: true, byApp: false };
    waysOf(stage).record(stage, made);
  },
  copy: (stage, { pick }) => {
    const { person, gap } = stage;
    const log = chosen(stage, pick);
    const exercise = exerciseOf(stage, log);
    const sleep = sleepOf(stage, log);
    if (gap.edited || gap.delivered > 0) return;
    if (exercise?.origin === "started") person.change(copied({ exercise }));
    if (sleep?.kind === "stages" && sleep.origin === "watch") person.change(copied({ sleep }));
    gap.renumbered = true;
  },
  stitch: (stage, { pick }) => {
    const logs = touchable(stage);
    const pairs = logs.flatMap((log, i) => {
      const [earlier] = logs.slice(i + 1);
      return earlier && log.start - earlier.end < HOUR ? [[earlier, log]] : [];
    });
    const pair = pairs[pick % Math.max(1, pairs.length)];
    if (pair) rework(stage, pair, ([one, other = one]) => stitch(one, other));
  },
  renumber: ({ person, gap }) => {
    if (gap.delivered > 0 || gap.edited) return;
    person.ids.renumber();
    gap.renumbered = true;
  },
  pending: ({ person }, { answers }) => person.processSleep(answers, 3000),
} satisfies Deeds;

/** Does a step of the person's life; false for any other step. */
export function live(stage: Stage, step: Step): boolean {
  const deed = (LIFE as Deeds)[step.do] as ((stage: Stage, step: Step) => void) | undefined;
  deed?.(stage, step);
  return deed !== undefined;
}
