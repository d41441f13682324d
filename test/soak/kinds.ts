import { activityId } from "../../local/sandbox/fitbit/activity-day";
import { nameOf } from "../../local/sandbox/fitbit/catalogue";
import { sleepId } from "../../local/sandbox/fitbit/sleep";
import type { Exercise, Person, Sleep } from "../../local/sandbox";
import newActivityLog from "../../sources/new-activity-log/new-activity-log";
import newSleepLog from "../../sources/new-sleep-log/new-sleep-log";
import { HOUR, MINUTE, type Time } from "./time";

/** What the person has and the API may show, told from the person. */
export interface Log extends Time {
  /** Which log it is; stays when ids change. */
  key: string;
  /** The id that the API shows just now. */
  id: string;
  /** The user's day that it belongs to. */
  day: string;
  /** Logs that nothing but their id tells apart have this in common. */
  alike: string;
  wanted: boolean;
}

export type Props = Record<string, unknown>;

/** A source, and how the person's records look to it. */
export interface Kind {
  name: "new-activity-log" | "new-sleep-log";
  component: unknown;
  /** The settings that a history changes between. */
  choices: readonly Props[];
  /** What ended after `since` and the API may show, oldest first. */
  logs: (person: Person, props: Props, since: number) => Log[];
  /** Whether an event is one that the settings let through. */
  isWanted: (event: Props, props: Props) => boolean;
  /** How long after its end a record may be told of. */
  settles: number;
  /** A first page goes no further back. */
  historyDays: number;
}

const after = <T extends { end: number }>(since: number, all: T[]): T[] =>
  all.filter(({ end }) => end > since);

const minutesOf = ({ start, end }: Exercise): number => (end - start) / MINUTE;

export const activities: Kind = {
  name: "new-activity-log",
  component: newActivityLog,
  choices: [{}, { activityNames: ["Walk"] }, { minimumMinutes: 20 }, { skipWrittenByApps: true }],
  settles: 0,
  historyDays: 400,
  logs: (person, props, since) => after(since, person.exercises()).map((exercise) => {
    const { key, start, end, kind, origin } = exercise;
    const local = person.timeline.local(start);
    const { name } = nameOf(kind);
    return {
      key,
      id: String(activityId(person, exercise)),
      start,
      end,
      day: local.slice(0, 10),
      alike: `${local.slice(0, 16)} ${name}`,
      wanted: (!props.activityNames || name === "Walk")
        && (!props.minimumMinutes || minutesOf(exercise) >= 20)
        && (!props.skipWrittenByApps || origin !== "manual"),
    };
  }),
  isWanted: ({ activityName, duration, source }, props) =>
    (!props.activityNames || activityName === "Walk")
    && (!props.minimumMinutes || Number(duration) >= 20 * MINUTE)
    && (!props.skipWrittenByApps || (source as { type?: string } | undefined)?.type !== "app"),
};

const length = ({ start, end }: Sleep): number => end - start;

export const sleeps: Kind = {
  name: "new-sleep-log",
  component: newSleepLog,
  choices: [{}, { mainSleepOnly: true }, { timeZone: "home" }],
  settles: HOUR,
  historyDays: 120,
  logs: (person, props, since) => {
    const dayOf = (sleep: Sleep): string => person.timeline.local(sleep.end).slice(0, 10);
    const all = after(since, person.sleeps());
    const longest = new Map<string, Sleep>();
    for (const sleep of all) {
      const known = longest.get(dayOf(sleep));
      if (!known || length(sleep) > length(known)) longest.set(dayOf(sleep), sleep);
    }
    return all.map((sleep) => ({
      key: sleep.key,
      id: String(sleepId(person, sleep)),
      start: sleep.start,
      end: sleep.end,
      day: dayOf(sleep),
      alike: sleep.key,
      wanted: !props.mainSleepOnly || longest.get(dayOf(sleep)) === sleep,
    }));
  },
  isWanted: ({ isMainSleep }, props) => !props.mainSleepOnly || isMainSleep === true,
};
