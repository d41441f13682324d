import googleHealthApp from "../../google_health.app";
import { deriveTwin } from "../../local/catalog/twin";
import { asComponent, isFields } from "../../local/runtime/component";
import { isTwofoldExercise } from "../../local/sandbox/google-health/activity/copy";
import { displayNameOf, typeOf } from "../../local/sandbox/google-health/activity/exercise-types";
import { copyKey, toldFirst } from "../../local/sandbox/google-health/copies";
import { HealthIds } from "../../local/sandbox/google-health/ids";
import { isTwofoldSleep } from "../../local/sandbox/google-health/sleep/copy";
import type { Person, Sleep } from "../../local/sandbox";
import newActivityLog, {
  googleHealth as activityTwin,
} from "../../sources/new-activity-log/new-activity-log";
import newSleepLog, { googleHealth as sleepTwin } from "../../sources/new-sleep-log/new-sleep-log";
import {
  ACTIVITY_CHOICES, length, wantsActivityEvent, wantsExercise, wantsSleepEvent,
} from "./fitbit-kinds";
import { HEALTH_SWITCHES as switches, type Kind } from "./kind";
import { DAY, endedAfter, MINUTE, utcMinute } from "./time";

function twin(source: unknown, differs: object): object {
  if (!isFields(googleHealthApp) || !isFields(differs)) throw new Error("There is no twin.");
  return deriveTwin(asComponent(source), differs, googleHealthApp);
}

/** A record, or the copy of one that only the watch knows yet. */
interface Shown<T> { record: T; isCopy: boolean }

function shown<T extends { start: number; end: number }>(
  since: number, synced: T[], first: T[],
): Shown<T>[] {
  return [
    ...endedAfter(since, synced).map((record) => ({ record, isCopy: false })),
    ...endedAfter(since, first).map((record) => ({ record, isCopy: true })),
  ].sort((a, b) => a.record.start - b.record.start);
}

const idIn = ({ who }: Person) => {
  const ids = new HealthIds(who.seed);
  return ({ record, isCopy }: Shown<{ key: string }>): string =>
    ids.idOf(isCopy ? copyKey(record.key) : record.key);
};

const onGoogleHealth = {
  page: 25,
  // Beside pages with something new, the list is asked: with copies, up to twice as long.
  costs: { perPage: 3, beside: () => 0 },
  vague: 0,
  never: ["renumber", "pending"],
  syncChangesIds: true,
} satisfies Partial<Kind>;

export const healthActivities: Kind = {
  ...onGoogleHealth,
  key: "google_health-new-activity-log",
  tells: "activities",
  component: twin(newActivityLog, activityTwin),
  choices: ACTIVITY_CHOICES,
  historyDays: 400,
  logs: (person, props, since) => {
    const idOf = idIn(person);
    const isTwofold = isTwofoldExercise.bind(undefined, { person, switches });
    const first = toldFirst({ person, switches }, person.unsynced().exercises, isTwofold);
    return shown(since, person.exercises(), first).map((found) => {
      const { key, start, end, kind, origin } = found.record;
      const local = person.timeline.local(start);
      const type = typeOf(kind);
      const isByApp = origin === "manual" || found.isCopy;
      return {
        key,
        id: idOf(found),
        start,
        end,
        day: local.slice(0, 10),
        alike: `${utcMinute(start)} ${type}`,
        settled: end,
        wanted: wantsExercise(props, found.record, displayNameOf(type), isByApp),
      };
    });
  },
  isWanted: wantsActivityEvent,
};

/** When it is processed; what no Fitbit measured never is, and waits for a day. */
const settledAt = ({ record, isCopy }: Shown<Sleep>): number => record.end
  + (record.origin === "watch" && !isCopy ? switches.sleepProcessingMinutes * MINUTE : DAY);

export const healthSleeps: Kind = {
  ...onGoogleHealth,
  key: "google_health-new-sleep-log",
  tells: "sleeps",
  component: twin(newSleepLog, sleepTwin),
  choices: [{}, { mainSleepOnly: true }],
  historyDays: 120,
  logs: (person, props, since) => {
    const idOf = idIn(person);
    const isTwofold = isTwofoldSleep.bind(undefined, { person, switches });
    const first = toldFirst({ person, switches }, person.unsynced().sleeps, isTwofold);
    const dayOf = (sleep: Sleep): string => person.timeline.local(sleep.end).slice(0, 10);
    const main = mainSleeps(person.sleeps(), dayOf);
    return shown(since, person.sleeps(), first).map((found) => {
      const { record: sleep, isCopy } = found;
      return {
        key: sleep.key,
        id: idOf(found),
        start: sleep.start,
        end: sleep.end,
        day: dayOf(sleep),
        alike: sleep.key,
        settled: settledAt(found),
        wanted: !props.mainSleepOnly || (!isCopy && main.has(sleep)),
      };
    });
  },
  isWanted: wantsSleepEvent,
};

/** The longest sleep with stages of each day; without any, the longest. */
function mainSleeps(sleeps: Sleep[], dayOf: (sleep: Sleep) => string): Set<Sleep> {
  const main = new Map<string, Sleep>();
  for (const sleep of sleeps) {
    const known = main.get(dayOf(sleep));
    const isStaged = sleep.kind === "stages";
    const isBetter = !known || (isStaged === (known.kind === "stages")
      ? length(sleep) > length(known)
      : isStaged);
    if (isBetter) main.set(dayOf(sleep), sleep);
  }
  return new Set(main.values());
}
