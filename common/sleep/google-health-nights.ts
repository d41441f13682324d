import type { CivilDate } from "../dates";
import type { Sourced } from "../google-health/sources";
import { endOf, lastingOf, lengthOf, localTime, newestFirst } from "../google-health/times";
import { partOfShorter } from "../overlap";
import type { Page, Pages } from "../wire/pages";
import { hasStages } from "./google-health-levels";
import { calledKind, type Kind, type Sleep } from "./google-health-log";

type Night = Sourced<Sleep>;

/** Sleeps before a page in which those of its first day, or their copies, may be. */
const NEAR = 25;

/**
 * Sleeps, newest first, each once whoever recorded it, and of a kind. What the API calls
 * neither main sleep nor nap waits for the next page, where its day may go on.
 * @param isWhole of which days a source's window holds every sleep. A source waits for no
 * page: where a day may go on elsewhere, only what the API calls its sleeps is known.
 */
export async function* nightsOf(
  pages: Pages<Night>,
  isWhole?: (day: CivilDate) => boolean,
): AsyncGenerator<Page<Night>> {
  let waiting: Night[] = [];
  let before: Night[] = [];
  for await (const { items, more } of pages) {
    const known = [...waiting, ...items];
    const open = more ? known.slice(openFrom(known, before)) : [];
    waiting = isWhole ? [] : open;
    const found = oneOfEach(known.slice(0, known.length - waiting.length), before);
    const nights = withKinds(found, before, (night) =>
      !open.includes(night) && (isWhole?.(dayOf(night)) ?? true));
    before = [...before, ...nights].slice(-NEAR);
    yield { items: nights, more };
  }
}

function dayOf({ value }: Night): CivilDate {
  return localTime(endOf(value.interval)).slice(0, 10);
}

function isCalledMain({ value }: Night): boolean {
  return calledKind(value) === "main";
}

/** Where of the last day, if it has no main sleep yet, those begin that may be it. */
function openFrom(known: Night[], before: Night[]): number {
  const last = known.at(-1);
  const day = last && dayOf(last);
  const isOfDay = (night: Night) => dayOf(night) === day;
  if ([...before, ...known].some((night) => isOfDay(night) && isCalledMain(night))) {
    return known.length;
  }
  const first = known.findIndex((night) => isOfDay(night) && !calledKind(night.value));
  return first < 0 ? known.length : first;
}

function longerFirst(a: Night, b: Night): number {
  return lengthOf(b.value.interval) - lengthOf(a.value.interval);
}

/** Orders what has something before what has not. */
function withFirst(has: (night: Night) => boolean) {
  return (a: Night, b: Night) => Number(has(b)) - Number(has(a));
}

const mainFirst = withFirst(isCalledMain);
const stagesFirst = withFirst(({ value }) => hasStages(value));

/**
 * Nobody sleeps twice at once: of sleeps that share half of the shorter one, the one that the
 * API calls the main sleep, or else the longer.
 */
function oneOfEach(found: Night[], before: Night[]): Night[] {
  const kept = [...before];
  const best = [...found]
    .sort((a, b) => mainFirst(a, b) || longerFirst(a, b) || stagesFirst(a, b));
  for (const night of best) {
    if (!kept.some((other) => isSame(night, other))) kept.push(night);
  }
  return found.filter((night) => kept.includes(night));
}

function isSame(a: Night, b: Night): boolean {
  return partOfShorter(lastingOf(a.value.interval), lastingOf(b.value.interval)) >= 0.5;
}

function withKinds(
  found: Night[],
  before: Night[],
  isKnown: (night: Night) => boolean,
): Night[] {
  return found.map((night) => {
    if (calledKind(night.value) || !isKnown(night)) return night;
    const ofDay = [...before, ...found].filter((other) => dayOf(other) === dayOf(night));
    return { ...night, value: { ...night.value, kind: kindAmong(night, ofDay) } };
  });
}

/**
 * Google's own rule, for what it does not say: the longest of a day with stages, or else the
 * longest, is its main sleep; of two as long, the first.
 */
function kindAmong(night: Night, ofDay: Night[]): Kind {
  const [main] = ofDay
    .filter(({ value }) => calledKind(value) !== "nap")
    .sort((a, b) => mainFirst(a, b) || stagesFirst(a, b) || longerFirst(a, b)
      || newestFirst(b.value, a.value));
  return night === main ? "main" : "other";
}
