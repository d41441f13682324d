import { deletion, editEntry, type Entry, type Person } from "../../local/sandbox";
import { entryId } from "../../local/sandbox/fitbit/nutrition/entries";
import { USUAL_DAYS, type Log, type Look, type Props, type Scene } from "./kind";
import type { Stage } from "./life";
import { momentOf, NOT_OF_MOMENTS } from "./moments";
import { onFitbit } from "./on-fitbit";
import { idIn, onGoogleHealth } from "./on-google-health";
import { endedAfter, MINUTE, utcMinute } from "./time";
import type { Ways } from "./ways";

type Type = "food" | "water";

/** What a meal is on Fitbit: some at lunch, some at dinner, some at any time. */
const MEALS = [3, 5, 7];
export const LUNCH = 3;
const ANYTIME = 7;

const ofType = ({ person }: Pick<Scene, "person">, type: Type): Entry[] =>
  person.entries().filter((entry) => entry.type === type);

/**
 * As much as nothing else: what a day comes to says whether there is something new, so that
 * one thing that takes the place of an equal one is noticed later.
 */
function amountIn(stage: Stage, minutes: number): number {
  return 1 + (ofType(stage, "food").length * 7_919 + minutes * 104_729) % 5_003;
}

const nameOf = ({ food }: Entry): string => food?.name ?? "Quick calories";
const mealOf = ({ food }: Entry): number => food?.meal ?? ANYTIME;

const entryOf = (stage: Stage, type: Type, log: Log): Entry | undefined =>
  ofType(stage, type).find(({ key }) => key === log.key);

/** What the person does with what they write down of a type. */
const waysWith = (type: Type): Ways => ({
  record: (stage, made) => {
    const { minutes, synced, byApp } = made;
    const [start, value] = [momentOf(made), amountIn(stage, minutes)];
    const meal = MEALS[minutes % MEALS.length] ?? ANYTIME;
    const food = type === "food" ? { food: { name: "Soup", meal } } : {};
    if (byApp) stage.person.addEntry(type, start, value, { ...food, by: "client" });
    else stage.person.record({ type, start, value, synced });
  },
  repeat: (stage, { start }, synced) => {
    stage.person.record({ type, start, value: amountIn(stage, 7), synced });
  },
  edit: (stage, log, { minutes }) => {
    const entry = entryOf(stage, type, log);
    if (!entry) return;
    const meal = MEALS[(minutes + 90) % MEALS.length] ?? ANYTIME;
    const food = type === "food" ? { food: { ...entry.food, name: nameOf(entry), meal } } : {};
    stage.person.change(editEntry(entry, { value: amountIn(stage, minutes + 90), ...food }));
  },
  remove: (stage, log) => {
    const entry = entryOf(stage, type, log);
    if (entry) stage.person.change(deletion(entry));
  },
});

/** A day that has not begun where the person is now is not shown before it has. */
function shownFrom({ timeline, now }: Person, { start, changed }: Entry): number {
  const day = timeline.dayOf(start);
  let from = Math.min(start, changed);
  if (timeline.dayOf(now) < day) from = now;
  while (timeline.dayOf(from) < day) from += 15 * MINUTE;
  return from;
}

const logOf = ({ person }: Scene, entry: Entry, props: Props) => ({
  key: entry.key,
  start: entry.start,
  end: entry.start,
  day: person.timeline.local(entry.start).slice(0, 10),
  wanted: !props.meals || mealOf(entry) === LUNCH,
  content: entry.type === "food" ? `m${mealOf(entry)}` : "",
});

const onFitbitDays = (type: Type) => (scene: Scene, props: Props, since: number): Log[] =>
  endedAfter(since, ofType(scene, type)).map((entry) => {
    const id = String(entryId(scene.person, entry));
    const settled = shownFrom(scene.person, entry);
    return { ...logOf(scene, entry, props), id, alike: id, settled, adds: entry.value };
  });

const onGoogleList = (type: Type) => (scene: Scene, props: Props, since: number): Log[] =>
  endedAfter(since, ofType(scene, type)).map((entry) => ({
    ...logOf(scene, entry, props),
    id: idIn(scene.person, entry.key),
    alike: `${utcMinute(entry.start)} ${type === "food" ? nameOf(entry) : ""}`,
    settled: Math.min(entry.start, entry.changed),
  }));

const onBoth = {
  lookBackDays: USUAL_DAYS,
  historyDays: 20,
  page: 10_000,
  vague: 0,
  syncChangesIds: false,
} satisfies Partial<Look>;

/** How what is eaten or drunk looks on each app. */
export const eaten = (
  type: Type, look: Pick<Look, "choices" | "isWanted">,
): { fitbit: Look; google_health: Look } => ({
  fitbit: {
    ...onFitbit,
    ...onBoth,
    ...look,
    tells: waysWith(type),
    logs: onFitbitDays(type),
    pagesOf: (days) => Math.ceil(days) + 1,
    // The series, and the clock.
    costs: { perPage: 1, beside: () => 2, idle: 2 },
    never: [...onFitbit.never, ...NOT_OF_MOMENTS],
  },
  google_health: {
    ...onGoogleHealth,
    ...onBoth,
    ...look,
    tells: waysWith(type),
    logs: onGoogleList(type),
    // What is left to a later poll is read in windows, each twice as long as the one before.
    pagesOf: (days) => 1 + Math.ceil(Math.log2(days + 2)),
    costs: { perPage: 1, beside: () => 0 },
    never: [...onGoogleHealth.never, ...NOT_OF_MOMENTS],
  },
});
