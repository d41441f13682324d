import type { Person, Sleep } from "../../../local/sandbox";
import { sleepId } from "../../../local/sandbox/fitbit/sleep/log";
import { toldFirst } from "../../../local/sandbox/google-health/copies";
import { isTwofoldSleep } from "../../../local/sandbox/google-health/sleep/copy";
import { HEALTH_SWITCHES as switches, type Log, type Look, type Looks, type Props } from "../kind";
import { onFitbit } from "../on-fitbit";
import { idIn, onGoogleHealth, shown, type Shown } from "../on-google-health";
import { DAY, endedAfter, HOUR, MINUTE } from "../time";

const onBoth = {
  tells: "sleeps",
  historyDays: 120,
  isWanted: ({ isMainSleep }, props) => !props.mainSleepOnly || isMainSleep === true,
} satisfies Partial<Look>;

const length = ({ start, end }: Sleep): number => end - start;

/** The longest sleep of each day, or the longest of those that count more. */
function mainSleeps(
  sleeps: Sleep[], dayOf: (sleep: Sleep) => string, counts: (sleep: Sleep) => boolean,
): Set<Sleep> {
  const main = new Map<string, Sleep>();
  for (const sleep of sleeps) {
    const known = main.get(dayOf(sleep));
    const isBetter = !known || (counts(sleep) === counts(known)
      ? length(sleep) > length(known)
      : counts(sleep));
    if (isBetter) main.set(dayOf(sleep), sleep);
  }
  return new Set(main.values());
}

const dayIn = ({ timeline }: Person) => ({ end }: Sleep): string =>
  timeline.local(end).slice(0, 10);

function onFitbitList(person: Person, props: Props, since: number): Log[] {
  const dayOf = dayIn(person);
  const all = endedAfter(since, person.sleeps());
  const main = mainSleeps(all, dayOf, () => true);
  return all.map((sleep) => ({
    key: sleep.key,
    id: String(sleepId(person, sleep)),
    start: sleep.start,
    end: sleep.end,
    day: dayOf(sleep),
    alike: sleep.key,
    settled: sleep.end + HOUR,
    wanted: !props.mainSleepOnly || main.has(sleep),
  }));
}

/** When it is processed; what no Fitbit measured never is, and waits for a day. */
const settledAt = ({ record, isCopy }: Shown<Sleep>): number => record.end
  + (record.origin === "watch" && !isCopy ? switches.sleepProcessingMinutes * MINUTE : DAY);

function onGoogleList(person: Person, props: Props, since: number): Log[] {
  const idOf = idIn(person);
  const dayOf = dayIn(person);
  const isTwofold = isTwofoldSleep.bind(undefined, { person, switches });
  const first = toldFirst({ person, switches }, person.unsynced().sleeps, isTwofold);
  const main = mainSleeps(person.sleeps(), dayOf, ({ kind }) => kind === "stages");
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
}

export const looks: Looks = {
  fitbit: {
    ...onFitbit,
    ...onBoth,
    choices: [{}, { mainSleepOnly: true }, { timeZone: "home" }],
    costs: { perPage: 1, beside: ({ timeZone }) => timeZone ? 0 : 1 },
    vague: DAY,
    logs: onFitbitList,
  },
  google_health: {
    ...onGoogleHealth, ...onBoth, choices: [{}, { mainSleepOnly: true }], logs: onGoogleList,
  },
};
