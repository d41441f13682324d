import { nameOf } from "../../local/sandbox/fitbit/activity/catalogue";
import { activityId } from "../../local/sandbox/fitbit/activity/day";
import { sleepId } from "../../local/sandbox/fitbit/sleep/log";
import type { Exercise, Sleep } from "../../local/sandbox";
import newActivityLog from "../../sources/new-activity-log/new-activity-log";
import newSleepLog from "../../sources/new-sleep-log/new-sleep-log";
import type { Kind, Props } from "./kind";
import { DAY, endedAfter, HOUR, MINUTE } from "./time";

/** Settings of new-activity-log that a history changes between, on either app. */
export const ACTIVITY_CHOICES
  = [{}, { activityNames: ["Walk"] }, { minimumMinutes: 20 }, { skipWrittenByApps: true }]
;

/** Whether these settings let an exercise through. */
export function wantsExercise(
  props: Props, { start, end }: Exercise, name: string, isByApp: boolean,
): boolean {
  return (!props.activityNames || name === "Walk")
    && (!props.minimumMinutes || end - start >= 20 * MINUTE)
    && (!props.skipWrittenByApps || !isByApp);
}

/** Whether these settings let an event through. */
export const wantsActivityEvent: Kind["isWanted"] = (
  { activityName, duration, source }, props,
) => (!props.activityNames || activityName === "Walk")
  && (!props.minimumMinutes || Number(duration) >= 20 * MINUTE)
  && (!props.skipWrittenByApps || (source as { type?: string } | undefined)?.type !== "app");

/** Whether these settings let an event through. */
export const wantsSleepEvent: Kind["isWanted"] = ({ isMainSleep }, props) =>
  !props.mainSleepOnly || isMainSleep === true;

const onFitbit = {
  page: 100,
  never: [],
  syncChangesIds: false,
} satisfies Partial<Kind>;

export const fitbitActivities: Kind = {
  ...onFitbit,
  key: "fitbit-new-activity-log",
  tells: "activities",
  component: newActivityLog,
  choices: ACTIVITY_CHOICES,
  historyDays: 400,
  costs: { perPage: 1, beside: () => 0 },
  vague: 0,
  logs: (person, props, since) => endedAfter(since, person.exercises()).map((exercise) => {
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
      settled: end,
      wanted: wantsExercise(props, exercise, name, origin === "manual"),
    };
  }),
  isWanted: wantsActivityEvent,
};

export const length = ({ start, end }: Sleep): number => end - start;

export const fitbitSleeps: Kind = {
  ...onFitbit,
  key: "fitbit-new-sleep-log",
  tells: "sleeps",
  component: newSleepLog,
  choices: [{}, { mainSleepOnly: true }, { timeZone: "home" }],
  historyDays: 120,
  costs: { perPage: 1, beside: ({ timeZone }) => timeZone ? 0 : 1 },
  vague: DAY,
  logs: (person, props, since) => {
    const dayOf = (sleep: Sleep): string => person.timeline.local(sleep.end).slice(0, 10);
    const all = endedAfter(since, person.sleeps());
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
      settled: sleep.end + HOUR,
      wanted: !props.mainSleepOnly || longest.get(dayOf(sleep)) === sleep,
    }));
  },
  isWanted: wantsSleepEvent,
};
