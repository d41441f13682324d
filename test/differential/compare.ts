import type { Difference } from "../../common/difference";
import { differences, type DifferingRecord } from "../../common/differences";
import { picked } from "../../common/fields";
import { isFields, type Fields } from "../../local/runtime/component";
import { onDaysOf, withoutRows } from "./body";
import { recordsOf, type Pair } from "./doors";
import { withoutFoodRows } from "./nutrition";
import { isByHand, isFromFirstYears, RULES, type Truth } from "./rules";

/** Where a result holds records of a kind; "" is the result itself. */
const HOMES: Record<DifferingRecord, readonly string[]> = {
  profile: ["user"],
  profileChanges: [],
  activityDay: [""],
  dayActivity: ["activities[]", "activityLog"],
  activityLog: ["activities[]"],
  heartDay: ["activities-heart[]"],
  hrvReading: ["hrv[].minutes[]"],
  skinTemperature: ["tempSkin[]"],
  cardioScore: ["cardioScore[]"],
  cardioFigures: ["days[]"],
  activityFigures: ["days[]"],
  activityHabit: ["activities[]"],
  intradayActivity: [""],
  sleepLog: ["sleep[]", "sleep"],
  summaryDay: ["days[]", "figures"],
  weightLog: ["weight[]", "weightLog"],
  bodyFatLog: ["fat[]", "fatLog"],
  bodyFigures: ["days[]"],
  device: ["devices[]"],
  foodDay: ["", "nutrition", "raw.nutrition"],
  foodLog: ["foods[]", "foodLog", "nutrition.foods[]", "raw.nutrition.foods[]"],
  waterDay: ["", "water", "raw.water"],
  nutritionFigures: ["days[]"],
  foodHabit: ["foods[]"],
  food: ["food"],
};

/** The records in a component's result. */
function recordsIn(pair: Pair): readonly DifferingRecord[] {
  const records = recordsOf(pair);
  return records.includes("profileChanges") ? ["profile"] : records;
}

/** Where a result holds records that no difference is of. */
const PLAIN_HOMES: Record<string, string> = { "new-blood-glucose-reading": "bloodGlucose" };

/** Where it holds the records of each kind, where there are several. */
const HOMES_OF_KINDS: Record<string, string> = {
  exercise: "activities",
  sleep: "sleep",
  weight: "weight",
  bodyFat: "fat",
  food: "foods",
  water: "water",
};

/**
 * A source's events as results: in the list of one, or of each kind, or each as one where it
 * is a day's or holds its record.
 */
export function asResults(source: Pair, events: Fields[]): Fields[] {
  if (events.some(isOfKind)) return [byKind(events)];
  const homes = recordsIn(source).flatMap((record) => HOMES[record]);
  const [home = PLAIN_HOMES[source.name] ?? ""] = homes.map((name) => name.replace("[]", ""));
  const isList = home !== "" && !events.some((event) => isFields(event[home]));
  return isList ? [{ [home]: events }] : events;
}

/** Whether an event is of a source of several kinds. */
export const isOfKind = ({ kind, record }: Fields): boolean =>
  typeof kind === "string" && isFields(record);

function byKind(events: Fields[]): Fields {
  const lists: Record<string, unknown[]> = {};
  for (const { kind, record } of events) {
    const home = HOMES_OF_KINDS[String(kind)] ?? String(kind);
    lists[home] = [...lists[home] ?? [], record];
  }
  return lists;
}

/** The figures that a day's summary repeats for easy reading, by what they repeat. */
const REPEATED: [RegExp, string][] = [
  [/^calories\.bmr$/, "summary.caloriesBMR"],
  [/^distance\.logged$/, "summary.distances[loggedActivities]"],
  [/^distance\.byActivity\.(.+)$/, "summary.distances[$1]"],
  [/^activeMinutes\.(very|fairly|lightly)$/, "summary.$1ActiveMinutes"],
  [/^activeMinutes\.sedentary$/, "summary.sedentaryMinutes"],
  [/^activeMinutes\.total$/, "summary.lightlyActiveMinutes"],
];

/** The distances that are no activity's stand under their own names. */
const KINDS = /\[(total|tracker|loggedActivities|\w+Active)\]/;

/** A field as the table writes it. */
function asWritten(field: string): string {
  const text = REPEATED.reduce((name, [form, to]) => name.replace(form, to), field);
  if (INTRADAY.test(text)) return text.replace(INTRADAY, "");
  return /^summary\.distances\[/.test(text) && !KINDS.test(text)
    ? text.replace(/\[[^\]]*\]/, "[<activity>]")
    : text.replace(/^(levels\.summary)\.\w+/, "$1[]");
}

/** Where an answer holds figures within days. */
const INTRADAY = /^activities-[\w-]+-intraday\./;

interface Entry { row: Difference; field: string; name: string }

/** The table's entries of each record, the narrowest first. */
const ENTRIES = new Map<string, Entry[]>(Object.entries(differences).map(([record, rows]) => [
  record,
  rows.flatMap((row: Difference) => row.fields.map((field) => (
    { row, field, name: `${record} ${field}` }
  ))).sort((a, b) => b.field.length - a.field.length),
]));

/** What the table says of a field: its narrowest entry. */
function entryOf(record: DifferingRecord, field: string): Entry | undefined {
  return ENTRIES.get(record)?.find(({ field: name }) =>
    field === name || [".", "["].some((mark) => field.startsWith(name + mark)));
}

interface Place {
  /** The way to the value in the result. */
  path: string;
  /** The record that it belongs to, as the first door gave it, and the way within. */
  record?: DifferingRecord;
  holder?: unknown;
  field: string;
}

/** What is known of the runs that are compared. */
export interface Circumstances {
  /** The props of a write. */
  told?: Fields;
  /**
   * Given when both are of one app, after a write through either door: the steps that Fitbit
   * estimated, which come of no write through Google's.
   */
  estimated?: number;
}

/** What a sentence repeats of a result, so that it differs with it. */
const TOLD = [
  "profile displayName", "activityLog activityName", "dayActivity name", "nothing recorded",
  "sleepLog minutesAsleep", "cardioScore value.vo2Max",
  "days left out", "logged by hand", "bodyFigures weight", "bodyFigures fat",
  "bodyFigures bmi", "left out",
];

/** What each API writes in its own words, with its own ids; their points compare. */
const OF_FILES = /^(filePath|fileSize|text)$/;

/** What follows from the rows of a result: where one has more of them, it differs too. */
const OF_ROWS = /^(count|minimum|mean)$/;

/** What holds the same as its rows, each in its own way. */
const REPEATING: Partial<Record<DifferingRecord, (result: Fields) => Fields>> = {
  heartDay: ({ days: _, ...result }) => result,
  activityFigures: withoutSameRows,
  nutritionFigures: withoutFoodRows,
};

/** A series without its rows, where they say what its days say, as text. */
function withoutSameRows(result: Fields): Fields {
  const days = new Map((result.days as Fields[]).map((day) => [day.date, day]));
  return Object.fromEntries(Object.entries(result).filter(([root, rows]) => {
    const [, name = ""] = /^activities-(.+)$/.exec(root) ?? [];
    const metric = name.replace("tracker-", "tracker/");
    const isSame = ({ dateTime, value }: Fields) =>
      Math.abs(Number(value) - Number(days.get(dateTime)?.[metric])) < 0.0001;
    return !name || !(rows as Fields[]).every(isSame);
  }));
}

/** Of a list in the order of time, what tells a member from the others. */
const timeOf = ({ date, dateTime = date, time = "", minute }: Fields): unknown =>
  minute ?? (dateTime && [dateTime, time].filter(Boolean).join(" "));

/** A sentence without its ids, and without the word for a sleep that Google calls no nap. */
function toldAlike(sentence: unknown): string {
  return String(sentence)
    .replace(/\b\d{9,}\b/g, "")
    .replace(/: its id is now\s*$/, "")
    .replace(/\bNap of (.+?) on /g, "$1 asleep on ")
    .replace(/, \d+ (?:nap|more sleep)s?\b/g, "");
}

/** Compares what two runs of a component gave, by the table of differences. */
export class Comparison {
  /** What the table does not explain, a line each. */
  readonly faults: string[] = [];
  /** What of the table was seen to differ: `record field`. */
  readonly seen = new Set<string>();
  private readonly records: readonly DifferingRecord[];

  constructor(
    pair: Pair, private readonly truth: Truth, private readonly around: Circumstances = {},
  ) {
    this.records = recordsIn(pair);
  }

  private get isOneApp(): boolean {
    return this.around.estimated !== undefined;
  }

  results(
    { $summary: said, ...given }: Fields, { $summary: saidToo, ...other }: Fields,
  ): this {
    const isBody = this.records.includes("bodyFigures");
    const reduced = (result: Fields) => this.records.reduce((all, record) =>
      REPEATING[record]?.(all) ?? all, result);
    const left = reduced(isBody && !this.isOneApp ? onDaysOf(other, given) : given);
    const right = reduced(isBody && !this.isOneApp ? withoutRows(other) : other);
    if (isBody && left.count !== given.count) this.seen.add("days left out");
    const extents = [left, right].map(({ nextEndDate }) => nextEndDate);
    const isOn = extents[0] === extents[1] || goesOn(left, extents);
    const moved = isOn ? { ...right, nextEndDate: left.nextEndDate } : right;
    this.walk(left, moved, this.at({ path: "", field: "" }, left));
    const isTold = this.records.includes("activityHabit") || [...this.seen].some((what) =>
      TOLD.includes(what) || /^(activityFigures|summaryDay) /.test(what));
    const isSame = toldAlike(said) === toldAlike(saidToo);
    if (!isSame && !isTold && !this.isOneApp) this.fault("$summary", said, saidToo);
    return this;
  }

  private walk(left: unknown, right: unknown, place: Place): void {
    if (Array.isArray(left) && Array.isArray(right)) {
      const keyOf = keysOf([left, right].flat());
      if (left.length !== right.length && keyOf === byPlace) {
        this.fault(`the length of ${place.path}`, left.length, right.length);
      } else {
        const [one, other] = [left, right].map((list) => keyed(list, keyOf));
        this.members(one ?? {}, other ?? {}, place, (key) => [`[${key}]`, nameIn(key)]);
      }
    } else if (isFields(left) && isFields(right)) {
      this.members(left, right, place, (key) => [`.${key}`, `.${key}`]);
    } else if (isFields(left) && isTimed(left) && right === undefined) {
      this.leftOut(left, place);
    } else {
      this.value(left ?? undefined, right ?? undefined, place);
    }
  }

  /**
   * What Fitbit says of a day on which the watch saw nothing, and what may be missing of any
   * day: then there is no row of it.
   */
  private leftOut(row: Fields, place: Place): void {
    const faults = this.faults.length;
    const isEmpty = this.truth.isEmpty({ date: row.dateTime ?? row.date });
    if (!isEmpty) this.walk(row, picked(row, ["date", "dateTime", "time"]), place);
    if (this.faults.length === faults) this.seen.add("left out");
  }

  private members(
    left: Fields, right: Fields, place: Place, step: (key: string) => [string, string],
  ): void {
    for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
      const [inPath, inField] = step(key);
      const path = `${place.path}${inPath}`.replace(/^\./, "");
      const field = `${place.field}${inField}`.replace(/^\./, "");
      this.walk(left[key], right[key], this.at({ ...place, path, field }, left[key]));
    }
  }

  /** The place, or the record that begins there. */
  private at(place: Place, holder: unknown): Place {
    if (!isFields(holder)) return place;
    const home = place.path.replace(/\[[^\]]*\]/g, "[]");
    const record = this.records.find((name) => HOMES[name].includes(home));
    return record ? { path: place.path, record, holder, field: "" } : place;
  }

  private value(left: unknown, right: unknown, { path, record, holder, field }: Place): void {
    if (OF_FILES.test(path) && typeof left === typeof right) return;
    if (/(^|\.)logId$/.test(path)) {
      const isTold = typeof left === "string" || NAMELESS.test(path);
      if (!isTold || typeof right !== "string") this.fault(path, left, right);
      return;
    }
    // A log of the first years lacks much on Fitbit, none of which was lost on the way.
    if (left === undefined && isFromFirstYears(this.truth, holder)) return;
    const entry = record && entryOf(record, asWritten(field));
    if (entry?.row.is === "absent") {
      // What Google Health does not have does not come through its door either.
      if (this.isOneApp) return;
      if (right !== undefined) this.fault(`${path}, absent by the table`, left, right);
      else if (left !== undefined) this.seen.add(entry.name);
      return;
    }
    if (left === right || isRounded(left, right, `${record} ${field}`)) return;
    if (record === "intradayActivity" && this.isLoggedByHand(left, right, path)) return;
    // Of minutes that are all left out there is no sum.
    if (record === "intradayActivity" && path === "total" && !left && right === undefined) return;
    const isOfRows = OF_ROWS.test(path) || (path === "maximum" && right === undefined);
    const isLess = this.seen.has("left out") || this.records.includes("activityHabit");
    if (isOfRows && isLess) return;
    // A mean rests on the days that there are.
    if (path.startsWith("figures.") && this.seen.has("nothing recorded")) return;
    const { told = {}, estimated = 0 } = this.around;
    const isSteps = estimated > 0 && field === "summary.steps";
    if (isSteps && left === Number(right) + estimated) return;
    const isDay = ["activityDay", "activityFigures", "summaryDay"].includes(record ?? "");
    const isEmpty = isDay && right === undefined && this.truth.isEmpty(holder);
    const { truth } = this;
    // What few rules ask, and takes a while to know.
    const where = {
      told: field in told, path, field, holder,
      get byHand() {
        return isByHand(truth, holder);
      },
      get measured() {
        return truth.measured(holder);
      },
    };
    if (isEmpty) this.seen.add("nothing recorded");
    else if (entry && (RULES[entry.name] ?? RULES[entry.field])?.([left, right], where)) {
      this.seen.add(entry.name);
    } else this.fault(path, left, right);
  }

  /** What was logged by hand, and what a window comes to with it. */
  private isLoggedByHand(left: unknown, right: unknown, path: string): boolean {
    const [, day = ""] = /\[(\d{4}-\d\d-\d\d)/.exec(path) ?? [];
    if (day) {
      const isMore = this.truth.isByHand(day) && Number(right) > Number(left ?? 0);
      if (isMore) this.seen.add("logged by hand");
      return isMore;
    }
    const isOfIt = /^(total|maximum|mean)$/.test(path) && this.seen.has("logged by hand");
    if (isOfIt) this.seen.add(`intradayActivity ${path}`);
    return isOfIt;
  }

  private fault(path: string, left: unknown, right: unknown): void {
    this.faults.push(`${path}: ${JSON.stringify(left)}, but ${JSON.stringify(right)}`);
  }
}

/** Records that have no ids on Fitbit. */
const NAMELESS = /^bloodGlucose\[/;

/** Google Health keeps whole millimetres, which may turn the last digit that Fitbit prints. */
const LAST_DIGITS: [fields: RegExp, last: number][] = [
  [/^profile (height|strideLength(Walking|Running))$/, 0.1],
  [/^activityFigures (tracker\/)?distance$/, 0.0001],
  [/^activityFigures (tracker\/)?elevation$/, 0.001],
];
/** Less than any figure says. */
const NOISE = 1e-8;

function isRounded(left: unknown, right: unknown, field: string): boolean {
  const [, last = NOISE] = LAST_DIGITS.find(([fields]) => fields.test(field)) ?? [];
  return Math.abs(Number(left) - Number(right)) < 1.01 * last;
}

/**
 * Where a list ends with a page of its API, the next record is not known: the next day is then
 * the last one again. Pages are longer on Fitbit.
 */
function goesOn(result: Fields, days: unknown[]): boolean {
  const lists = Object.values(result).filter(Array.isArray) as unknown[][];
  const last = lists[0]?.at(-1);
  if (!isFields(last)) return false;
  const day = String(last.dateOfSleep ?? last.startTime).slice(0, 10);
  return days.every((next) => typeof next === "string" && next <= day) && days.includes(day);
}

const nameIn = (key: string): string => /^\d/.test(key) ? "[]" : `[${key}]`;

/** Whether it is a row of a series, or a sample: nothing that stands twice in a list. */
const isTimed = (item: unknown): boolean =>
  isFields(item) && timeOf(item) !== undefined
  && (item.logId === undefined || isGlucose(item));

/** Its readings have ids at one door alone. */
const isGlucose = ({ measurementType }: Fields): boolean => measurementType !== undefined;

type KeyOf = (item: unknown, place: number) => unknown;

/** What tells the members of lists from each other, if more than their place does. */
const KEYS: KeyOf[] = [
  (item) => isFields(item) && item.activity,
  // Each API counts in its own way how often something was done.
  (item) => isFields(item) && item.logId === undefined && "duration" in item && item.name,
  (item) => isTimed(item) && timeOf(item as Fields),
];
const byPlace: KeyOf = (_, place) => place;

function keysOf(items: unknown[]): KeyOf {
  const tells = (key: KeyOf) => items.every((item, i) => typeof key(item, i) === "string");
  return KEYS.find((key) => items.length > 0 && tells(key)) ?? byPlace;
}

function keyed(list: unknown[], keyOf: KeyOf): Fields {
  return Object.fromEntries(list.map((item, i) => [String(keyOf(item, i)), item]));
}
