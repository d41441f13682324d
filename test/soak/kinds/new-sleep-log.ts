import type { Person, Sleep } from "../../../local/sandbox";
import { sleepId } from "../../../local/sandbox/fitbit/sleep/log";
import { toldFirst } from "../../../local/sandbox/google-health/copies";
import { copiedSpans, isTwofoldSleep } from "../../../local/sandbox/google-health/sleep/copy";
import { isEdited } from "../../../local/sandbox/google-health/sleep/value";
import {
  USUAL_DAYS, type Log, type Look, type Looks, type Props, type Report, type Scene,
} from "../kind";
import { onFitbit } from "../on-fitbit";
import { idsIn, onGoogleHealth, shown } from "../on-google-health";
import { DAY, endedAfter, HOUR, MINUTE } from "../time";

const onBoth = {
  tells: "sleeps",
  lookBackDays: USUAL_DAYS,
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

/** Whether the clocks have not changed for as long as an exercise tells the offset. */
function isAtRest({ timeline, now }: Person): boolean {
  const hours = Array.from({ length: 37 }, (_, i) => now - i * HOUR);
  return hours.every((at) => timeline.offsetAt(at) === timeline.offsetAt(now));
}

function onFitbitList({ person }: Scene, props: Props, since: number): Log[] {
  const dayOf = dayIn(person);
  const all = endedAfter(since, person.sleeps());
  const lead = isAtRest(person) ? 0 : DAY;
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
    lead,
    wanted: !props.mainSleepOnly || main.has(sleep),
    content: main.has(sleep) ? "main" : "nap",
  }));
}

/** What the watch or an app tells of a sleep. */
interface Telling extends Report {
  /** When it is processed; what never is waits for a day. */
  settled: number;
  isStaged: boolean;
  /** What the API calls it, where it does. */
  called?: "main" | "nap";
}

/** A sleep as Google Health shows it just now, the best of what is told of it first. */
interface Night { key: string; day: string; tellings: [Telling, ...Telling[]] }

function ofWatch(
  { person, healthSwitches }: Scene, id: string, record: Sleep, isMain: boolean,
): Telling {
  const { start, end, kind, origin } = record;
  const ready = end + healthSwitches.sleepProcessingMinutes * MINUTE;
  const isHidden = origin === "watch" && person.now < ready;
  const isTyped = origin === "manual" && !isEdited(record);
  const isNap = kind === "classic" && length(record) < 3 * HOUR;
  return {
    id,
    start,
    end,
    source: "watch",
    settled: isEdited(record) ? end + DAY : isTyped ? end : ready,
    isStaged: kind === "stages" && !isHidden,
    ...!isHidden && !isTyped && (isMain ? { called: "main" } : isNap && { called: "nap" }),
  };
}

function ofApp({ person, healthSwitches }: Scene, id: string, record: Sleep): Telling {
  const { end } = record;
  const start = copiedSpans(person, record)[0]?.start ?? record.start;
  const settled = healthSwitches.appSleepsProcessed ? end : end + DAY;
  return { id, start, end, source: "copy", settled, isStaged: true };
}

/** What the API shows of the sleep that went on when the watch was last synced. */
function ofProgress({ person, healthSwitches }: Scene): [Sleep, Telling][] {
  const sleep = healthSwitches.nightsInProgress ? person.sleepInProgress : undefined;
  if (!sleep) return [];
  const { own: id } = idsIn(person)(sleep);
  const { start, end } = sleep;
  return [[sleep, { id, start, end, source: "watch", settled: end + DAY, isStaged: false }]];
}

const byMain = (a: Telling, b: Telling): number =>
  Number(b.called === "main") - Number(a.called === "main");
const byLength = (a: Telling, b: Telling): number => b.end - b.start - (a.end - a.start);
const byStages = (a: Telling, b: Telling): number => Number(b.isStaged) - Number(a.isStaged);

function nightsOf(scene: Scene, since: number): Night[] {
  const { person, healthSwitches: switches } = scene;
  const dayOf = dayIn(person);
  const ids = idsIn(person);
  const isTwofold = isTwofoldSleep.bind(undefined, { person, switches });
  const hasCopy = (sleep: Sleep): boolean => switches.copiesReconciled && isTwofold(sleep);
  const first = toldFirst({ person, switches }, person.unsynced().sleeps, isTwofold);
  const main = mainSleeps(person.sleeps(), dayOf, ({ kind }) => kind === "stages");
  const all = new Map<string, { record: Sleep; tellings: Telling[] }>();
  const add = (record: Sleep, telling: Telling): void => {
    const { tellings } = all.get(record.key) ?? { tellings: [] };
    all.set(record.key, { record, tellings: [...tellings, telling] });
  };
  for (const [record, telling] of ofProgress(scene)) add(record, telling);
  for (const { record, byWatch, byApp } of shown(since, person.sleeps(), first, hasCopy)) {
    const { own, copy } = ids(record);
    if (byWatch) add(record, ofWatch(scene, own, record, main.has(record)));
    if (byApp) add(record, ofApp(scene, copy, record));
  }
  return [...all].flatMap(([key, { record, tellings }]): Night[] => {
    const [best, ...others] = tellings
      .sort((a, b) => byMain(a, b) || byLength(a, b) || byStages(a, b));
    return best ? [{ key, day: dayOf(record), tellings: [best, ...others] }] : [];
  }).sort(({ tellings: [a] }, { tellings: [b] }) => a.start - b.start);
}

/** Google's rule, where the API does not say: the longest with stages, or else the longest. */
function isMainOf(nights: Night[], { day, tellings: [own] }: Night): boolean {
  if (own.called) return own.called === "main";
  return nights
    .filter((night) => night.day === day && night.tellings[0].called !== "nap")
    .every(({ tellings: [other] }) => (
      byMain(own, other) || byStages(own, other) || byLength(own, other)) <= 0);
}

function onGoogleList(scene: Scene, props: Props, since: number): Log[] {
  const nights = nightsOf(scene, since);
  return nights.map((night) => {
    const { key, day, tellings } = night;
    const [{ id, start, end }] = tellings;
    const times = tellings.map((telling) => telling.settled);
    const [settled, last] = [Math.min(...times), Math.max(...times)];
    const isMain = isMainOf(nights, night);
    return {
      key,
      id,
      reports: tellings,
      start,
      end,
      day,
      alike: key,
      settled,
      lag: last - settled,
      wanted: !props.mainSleepOnly || isMain,
      content: `${id} ${isMain ? "main" : "nap"}`,
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
