import type { Exercise, Person } from "../../../local/sandbox";
import { nameOf } from "../../../local/sandbox/fitbit/activity/catalogue";
import { activityId } from "../../../local/sandbox/fitbit/activity/by-id";
import { isTwofoldExercise } from "../../../local/sandbox/google-health/activity/copy";
import {
  displayNameOf, typeOf,
} from "../../../local/sandbox/google-health/activity/exercise-types";
import { toldFirst } from "../../../local/sandbox/google-health/copies";
import { HEALTH_SWITCHES as switches, type Log, type Look, type Looks, type Props } from "../kind";
import { onFitbit } from "../on-fitbit";
import { idIn, onGoogleHealth, shown } from "../on-google-health";
import { endedAfter, MINUTE, utcMinute } from "../time";

/** Whether these settings let an exercise through. */
function wants(
  props: Props, { start, end }: Exercise, name: string, isByApp: boolean,
): boolean {
  return (!props.activityNames || name === "Walk")
    && (!props.minimumMinutes || end - start >= 20 * MINUTE)
    && (!props.skipWrittenByApps || !isByApp);
}

const onBoth = {
  tells: "activities",
  choices: [
    {}, { activityNames: ["Walk"] }, { minimumMinutes: 20 }, { skipWrittenByApps: true },
  ],
  historyDays: 400,
  isWanted: ({ activityName, duration, source }, props) => (
    (!props.activityNames || activityName === "Walk")
    && (!props.minimumMinutes || Number(duration) >= 20 * MINUTE)
    && (!props.skipWrittenByApps || (source as { type?: string } | undefined)?.type !== "app")
  ),
} satisfies Partial<Look>;

function onFitbitList(person: Person, props: Props, since: number): Log[] {
  return endedAfter(since, person.exercises()).map((exercise) => {
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
      wanted: wants(props, exercise, name, origin === "manual"),
      content: `${name} ${end - start}`,
    };
  });
}

function onGoogleList(person: Person, props: Props, since: number): Log[] {
  const idOf = idIn(person);
  const isTwofold = isTwofoldExercise.bind(undefined, { person, switches });
  const first = toldFirst({ person, switches }, person.unsynced().exercises, isTwofold);
  return shown(since, person.exercises(), first).map((found) => {
    const { key, start, end, kind, origin } = found.record;
    const type = typeOf(kind);
    const isByApp = origin === "manual" || found.isCopy;
    return {
      key,
      id: idOf(found),
      start,
      end,
      day: person.timeline.local(start).slice(0, 10),
      alike: `${utcMinute(start)} ${type}`,
      settled: end,
      wanted: wants(props, found.record, displayNameOf(type), isByApp),
      // Another report is another's word on it.
      content: `${idOf(found)} ${type} ${end - start}`,
    };
  });
}

export const looks: Looks = {
  fitbit: {
    ...onFitbit,
    ...onBoth,
    costs: { perPage: 1, beside: () => 0 },
    vague: 0,
    logs: onFitbitList,
  },
  google_health: { ...onGoogleHealth, ...onBoth, logs: onGoogleList },
};
