import type { Person, Sleep } from "../../../local/sandbox";
import { sleepId } from "../../../local/sandbox/fitbit/sleep/log";
import { toldFirst } from "../../../local/sandbox/google-health/copies";
import { isTwofoldSleep } from "../../../local/sandbox/google-health/sleep/copy";
import { isEdited } from "../../../local/sandbox/google-health/sleep/value";
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
    wall: { start: person.timeline.wall(sleep.start), end: person.timeline.wall(sleep.end) },
    day: dayOf(sleep),
    alike: sleep.key,
    settled: sleep.end + HOUR,
    wanted: !props.mainSleepOnly || main.has(sleep),
    content: main.has(sleep) ? "main" : "nap",
  }));
}

/** A sleep as Google Health shows it just now. */
interface Night extends Shown<Sleep> {
  day: string;
  /** When it is processed; what is not Fitbit's never is, and waits for a day. */
  settled: number;
  isStaged: boolean;
  /** What the API calls it, where it does. */
  called?: "main" | "nap";
}

function nightsOf(person: Person, since: number): Night[] {
  const dayOf = dayIn(person);
  const isTwofold = isTwofoldSleep.bind(undefined, { person, switches });
  const first = toldFirst({ person, switches }, person.unsynced().sleeps, isTwofold);
  const main = mainSleeps(person.sleeps(), dayOf, ({ kind }) => kind === "stages");
  return shown(since, person.sleeps(), first).map(({ record, isCopy }) => {
    const ready = record.end + switches.sleepProcessingMinutes * MINUTE;
    const isHidden = record.origin === "watch" && !isCopy && person.now < ready;
    const isTyped = record.origin === "manual" && !isEdited(record);
    const isKnown = !isCopy && !isHidden && !isTyped;
    const isNap = record.kind === "classic" && length(record) < 3 * HOUR;
    const waits = isCopy || isEdited(record);
    const settled = waits ? record.end + DAY : isTyped ? record.end : ready;
    return {
      record,
      isCopy,
      day: dayOf(record),
      settled,
      isStaged: record.kind === "stages" && !isHidden,
      ...isKnown && (main.has(record) ? { called: "main" } : isNap && { called: "nap" }),
    };
  });
}

/** Google's rule, where the API does not say: the longest with stages, or else the longest. */
function isMainOf(nights: Night[], night: Night): boolean {
  if (night.called) return night.called === "main";
  const rank = ({ called, isStaged, record }: Night): number =>
    (called === "main" ? 4 : isStaged ? 2 : 0) * DAY + length(record);
  const others = nights.filter(({ day, called }) => day === night.day && called !== "nap");
  return others.every((other) => rank(other) <= rank(night));
}

function onGoogleList(person: Person, props: Props, since: number): Log[] {
  const idOf = idIn(person);
  const nights = nightsOf(person, since);
  return nights.map((night) => {
    const { record: sleep, day, settled } = night;
    const isMain = isMainOf(nights, night);
    return {
      key: sleep.key,
      id: idOf(night),
      start: sleep.start,
      end: sleep.end,
      day,
      alike: sleep.key,
      settled,
      wanted: !props.mainSleepOnly || isMain,
      content: `${idOf(night)} ${isMain ? "main" : "nap"}`,
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
