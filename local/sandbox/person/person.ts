import { exerciseOf } from "./authors";
import { type Character, character } from "./character";
import { type Day, MINUTE, overlaps, type Span } from "./days";
import { Devices } from "./devices";
import { Ids } from "./ids";
import { type Minutes, minuteRange, recordDay } from "./minutes";
import { Plans } from "./plans";
import { type Goals, goalsOf, type Profile, profileOf } from "./profile";
import { type Change, demandOneAtATime, SHORTEST_STAGED } from "./changes";
import { Readings } from "./readings";
import { type Everything, type Known, Records } from "./records";
import { type Levels, levelsOf } from "./sleep-levels";
import { Sum, type Totals } from "./totals";
import type {
  AnyRecord, Author, Entry, Exercise, NamedActivity, Said, Sleep, Weighing,
} from "./truth";
import { spanOf } from "./truth";
import {
  type Electrocardiogram, electrocardiogramsOf, type Glucose, glucosesOf, irregularitiesOf,
  type Irregularity, type Night, nightsOf, type Temperature, temperaturesOf,
} from "./vitals";
import { Watch } from "./watch";

export const RECORD_TYPES = ["activity", "sleep", "weight", "fat", "food", "water"] as const;
export type RecordType = (typeof RECORD_TYPES)[number];

/** Something the person records, as a control call tells it; `start` in epoch ms. */
export interface Recording {
  type: RecordType;
  start: number;
  minutes?: number;
  /** kcal of an activity, kg, percent, kcal of food, ml. */
  value?: number;
  /** Of activities that the watch did not record; of a sleep that was typed in. */
  by?: Author;
  synced: boolean;
}

const USUAL_MINUTES = { activity: 30, sleep: 480 };

const TYPED_SLEEP = { kind: "classic", origin: "manual", by: "hand" } as const;

/** What the watch makes of a sleep of so many milliseconds. */
const measured = (length: number) => (length < SHORTEST_STAGED
  ? { kind: "classic", lack: "too short", origin: "watch" } as const
  : { kind: "stages", origin: "watch" } as const);

/**
 * One person: 400 days of life up to a moment, and on as the clock is moved. Days are made
 * when they are first looked at and kept. Lists hold what the APIs may see, oldest first.
 */
export class Person {
  readonly who: Character;
  readonly ids: Ids;
  readonly profile: Profile;
  readonly goals: Goals;
  readonly devices: Devices;
  /** What is measured now and then, beside what is planned. */
  readonly taken = {
    glucoses: new Readings<Glucose>(),
    electrocardiograms: new Readings<Electrocardiogram>(),
    irregularities: new Readings<Irregularity>(),
  };

  private readonly watch: Watch;
  private readonly records = new Records();
  private readonly plans: Plans;
  private readonly days = new Map<Day, Minutes>();
  private readonly levels = new WeakMap<Sleep, Levels>();
  /** All records as of now, and the totals of days; forgotten once something has changed. */
  private known?: Everything;
  private readonly sums = new Map<Day, Totals>();
  private measured?: Night[];
  /** When the watch lies about. */
  private readonly off: Span[] = [];
  private processing = { answers: 0, retryMs: 0 };
  private clock: number;

  constructor(seed: number, now: number) {
    this.who = character(seed, now);
    this.clock = now;
    this.ids = new Ids(seed);
    this.profile = profileOf(this.who);
    this.goals = goalsOf(this.who);
    this.devices = new Devices(now);
    this.watch = new Watch(now);
    this.plans = new Plans(this.who, this.today);
  }

  get now(): number {
    return this.clock;
  }

  get timeline(): Character["timeline"] {
    return this.who.timeline;
  }

  get timeZone(): string {
    return this.timeline.zoneAt(this.clock);
  }

  get today(): Day {
    return this.timeline.dayOf(this.clock);
  }

  // The watch and the clock.

  /** When the watch was last synced. */
  get lastSync(): number {
    return this.watch.last;
  }

  moveClock(now: number): void {
    this.forget();
    this.clock = now;
  }

  /** What was recorded in `span`, up to now, becomes visible: minutes and records alike. */
  sync(span: Span): void {
    this.forget();
    this.watch.sync({ from: span.from, to: Math.min(span.to, this.clock) });
    this.records.sync(span);
    Object.values(this.taken).forEach((readings) => readings.sync(span));
  }

  /** The watch lies about: it records nothing of what no sync has brought yet. */
  takeOff(span: Span): void {
    const from = Math.max(span.from, this.lastSync);
    if (from >= span.to) return;
    this.forget();
    this.displace({ from, to: span.to });
    this.off.push({ from, to: span.to });
    for (const day of this.days.keys()) if (this.spanOf(day).to > from) this.days.delete(day);
  }

  /** The person's clocks show `zone` from now on. What has begun by then stays as it was. */
  moveTo(zone: string): void {
    this.forget();
    const before = this.today;
    this.plans.move(this.clock, zone);
    const first = Math.min(before, this.today) - 1;
    for (const day of this.days.keys()) if (day >= first) this.days.delete(day);
  }

  /** How many records of each type there are, and how many of them are not yet synced. */
  counts(): { records: Record<RecordType, number>; unsynced: number } {
    const { exercises, sleeps, weighings, entries } = this.everything();
    const all: Known<AnyRecord>[] = [...exercises, ...sleeps, ...weighings, ...entries];
    const type = (wanted: Entry["type"]): number =>
      entries.filter(({ record }) => record.type === wanted).length;
    const withFat = weighings.filter(({ record }) => record.fatPercent !== undefined).length;
    return {
      records: {
        activity: exercises.length,
        sleep: sleeps.length,
        weight: weighings.length,
        fat: withFat + type("fat"),
        food: type("food"),
        water: type("water"),
      },
      unsynced: all.filter(({ visible }) => !visible).length,
    };
  }

  // Records.

  exercises(): Exercise[] {
    return seen(this.everything().exercises);
  }

  sleeps(): Sleep[] {
    return seen(this.everything().sleeps);
  }

  weighings(): Weighing[] {
    return seen(this.everything().weighings);
  }

  entries(): Entry[] {
    return seen(this.everything().entries);
  }

  /** What the watch has recorded, and no sync has brought yet. */
  unsynced(): { exercises: Exercise[]; sleeps: Sleep[] } {
    const { exercises, sleeps } = this.everything();
    return { exercises: unseen(exercises), sleeps: unseen(sleeps) };
  }

  /** The sleep that was going on when the watch was last synced, as far as it had come. */
  get sleepInProgress(): Sleep | undefined {
    const at = this.lastSync;
    const day = this.timeline.dayOf(at);
    const planned = [day, day + 1].flatMap((one) => this.plans.of(one).sleeps);
    const found = this.records
      .within({ from: at, to: at + 1 }, planned, this.records.added.sleeps)
      .find(({ start, end }) => start < at && !this.watch.covers(end));
    return found && { ...found, end: at };
  }

  /** The nights in which the watch measured more than sleep. */
  nights(): Night[] {
    this.measured ??= nightsOf(this.who, this.sleeps());
    return this.measured;
  }

  /** What the person typed into the phone is there at once. */
  temperatures(): Temperature[] {
    return temperaturesOf(this.who, this.today).filter(({ start }) => start <= this.clock);
  }

  glucoses(): Glucose[] {
    const planned = glucosesOf(this.who, this.today);
    return this.taken.glucoses.seen(planned.filter(({ start }) => start <= this.clock));
  }

  electrocardiograms(): Electrocardiogram[] {
    const planned = electrocardiogramsOf(this.who, this.today)
      .filter(({ start }) => start <= this.clock && this.watch.covers(start));
    return this.taken.electrocardiograms.seen(planned);
  }

  irregularities(): Irregularity[] {
    return this.taken.irregularities.seen(irregularitiesOf(this.who, this.nights()));
  }

  levelsOf(sleep: Sleep): Levels {
    const known = this.levels.get(sleep) ?? levelsOf(this.who.seed, sleep);
    this.levels.set(sleep, known);
    return known;
  }

  /** An exercise that someone writes down; it is visible at once. */
  addExercise(kind: NamedActivity, span: Span, said: Said): Exercise {
    this.forget();
    const truth = this.records.truth(span, this.clock);
    const record: Exercise = { ...truth, kind, origin: "manual", said };
    this.records.added.exercises.push({ record, visible: true });
    return record;
  }

  /** A sleep that someone writes down; undefined when the person slept then already. */
  addSleep(span: Span): Sleep | undefined {
    if (this.sleeps().some((sleep) => overlaps(spanOf(sleep), span))) return undefined;
    this.forget();
    const truth = this.records.truth(span, this.clock);
    const record: Sleep = { ...truth, kind: "classic", origin: "manual" };
    this.records.added.sleeps.push({ record, visible: true });
    return record;
  }

  /** A weighing that someone writes down. */
  addWeighing(start: number, kg: number): Weighing {
    this.forget();
    const truth = this.records.truth({ from: start, to: start }, this.clock);
    const record: Weighing = { ...truth, kg, source: "client" };
    this.records.added.weighings.push({ record, visible: true });
    return record;
  }

  /** The same of body fat alone. */
  addFat(start: number, value: number): Entry {
    this.forget();
    const truth = this.records.truth({ from: start, to: start }, this.clock);
    const record: Entry = { ...truth, type: "fat", value, by: "client" };
    this.records.added.entries.push({ record, visible: true });
    return record;
  }

  /** Something eaten or drunk that someone writes down; it is visible at once. */
  addEntry(
    type: "food" | "water",
    start: number,
    value: number,
    more: Pick<Entry, "food" | "by"> = {},
  ): Entry {
    this.forget();
    const truth = this.records.truth({ from: start, to: start }, this.clock);
    const record: Entry = { ...truth, type, value, ...more };
    this.records.added.entries.push({ record, visible: true });
    return record;
  }

  /**
   * Lets records that the APIs know change: all of these changes, or none.
   * @throws ChangeError
   */
  change(...changes: Change[]): void {
    changes.forEach((change) => demandOneAtATime(change, this.sleeps()));
    changes.forEach((change) => this.records.change(change, this.clock));
    this.forget();
  }

  /** The next so many answers about sleep say that it is pending: to be asked in `retryMs`. */
  processSleep(answers: number, retryMs: number): void {
    this.processing = { answers, retryMs };
  }

  /** How many answers about sleep will still say that it is pending. */
  get pendingAnswers(): number {
    return this.processing.answers;
  }

  /** The ms to wait before sleep is asked for again; undefined when it has been processed. */
  waitForSleep(): number | undefined {
    if (this.processing.answers === 0) return undefined;
    this.processing.answers -= 1;
    return this.processing.retryMs;
  }

  /**
   * The person records something, on the watch or by hand; `synced`: whether the APIs know.
   * An activity or a sleep takes the place of what the watch has not shown yet of that time.
   */
  record({ type, start, minutes, value, by, synced: visible }: Recording): void {
    this.forget();
    const { added } = this.records;
    const lasts = type === "activity" || type === "sleep";
    const length = lasts ? (minutes ?? USUAL_MINUTES[type]) * MINUTE : 0;
    const span = { from: start, to: start + length };
    const truth = this.records.truth(span, this.clock);
    if (lasts) this.displace(span);
    if (type === "activity") {
      const made = exerciseOf(by, length / MINUTE);
      const said = value === undefined ? made.said : { ...made.said, kcal: value };
      added.exercises.push({ record: { ...truth, ...made, said }, visible });
    } else if (type === "sleep") {
      const made = by ? TYPED_SLEEP : measured(length);
      added.sleeps.push({ record: { ...truth, ...made }, visible });
    } else if (type === "weight") {
      const kg = value ?? this.who.weightKg;
      added.weighings.push({ record: { ...truth, kg, source: "app" }, visible });
    } else {
      const usual = { fat: this.who.fatPercent, food: 400, water: 250 }[type];
      added.entries.push({ record: { ...truth, type, value: value ?? usual }, visible });
    }
    if (lasts) this.rewrite(span, visible);
  }

  // Minutes.

  /**
   * The visible minutes of a span added up; unseen ones that have passed count as rest, those
   * before the first day too.
   */
  totals(span: Span): Totals {
    const sum = new Sum(this.who);
    const born = this.timeline.startOf(this.who.firstDay);
    const before = Math.min(span.to, born) - span.from;
    if (before > 0) sum.addUnknown(Math.round(before / MINUTE));
    this.eachDay({ from: span.from, to: Math.min(span.to, this.clock) }, (day, from, to) => {
      const shown = { from: day.start + from * MINUTE, to: day.start + to * MINUTE };
      const all = this.watch.showsAll(shown);
      for (let i = from; i < to; i += 1) {
        if (all || this.watch.showsMinute(day.start + i * MINUTE)) sum.addMinute(day, i);
        else sum.addUnknown();
      }
    });
    return sum.totals();
  }

  /** What a recorded exercise comes to: the sum of the minutes it touches. */
  effortOf(exercise: Exercise): Totals {
    const sum = new Sum(this.who);
    const touched = {
      from: Math.floor(exercise.start / MINUTE) * MINUTE,
      to: Math.ceil(exercise.end / MINUTE) * MINUTE,
    };
    this.eachDay(touched, (day, from, to) => {
      for (let i = from; i < to; i += 1) sum.addMinute(day, i);
    });
    return sum.totals();
  }

  /** Visits the minutes of a span that have passed, and says whether the APIs may see them. */
  eachMinute(
    span: Span, visit: (day: Minutes, i: number, visible: boolean) => void,
  ): void {
    this.eachDay({ from: span.from, to: Math.min(span.to, this.clock) }, (day, from, to) => {
      const shown = { from: day.start + from * MINUTE, to: day.start + to * MINUTE };
      const all = this.watch.showsAll(shown);
      for (let i = from; i < to; i += 1) {
        visit(day, i, all || this.watch.showsMinute(day.start + i * MINUTE));
      }
    });
  }

  dayTotals(day: Day): Totals {
    const known = this.sums.get(day) ?? this.totals(this.spanOf(day));
    this.sums.set(day, known);
    return known;
  }

  spanOf(day: Day): Span {
    return { from: this.timeline.startOf(day), to: this.timeline.startOf(day + 1) };
  }

  /** Known of days after the first, once the watch was worn and has been synced since. */
  restingHeartRate(day: Day): number | undefined {
    if (day <= this.who.firstDay) return undefined;
    const { wornMinutes } = this.dayTotals(day);
    return wornMinutes > 0 ? this.plans.of(day).restingHeartRate : undefined;
  }

  private forget(): void {
    this.known = undefined;
    this.measured = undefined;
    this.sums.clear();
  }

  private everything(): Everything {
    this.known ??= this.gather();
    return this.known;
  }

  private gather(): Everything {
    const plans = this.plans.lived(this.today);
    return this.records.everything(plans, this.clock, (end) => this.watch.covers(end));
  }

  /** What the person now says to have done, they did instead of what nobody has seen yet. */
  private displace(span: Span): void {
    const last = this.timeline.dayOf(span.to) + 1;
    for (let day = this.timeline.dayOf(span.from); day <= last; day += 1) {
      const { sleeps, exercises } = this.plans.of(day);
      [...sleeps, ...exercises]
        .filter((record) => overlaps(spanOf(record), span) && !this.watch.covers(record.end))
        .forEach((record) => this.records.undo(record));
    }
  }

  /** The minutes around a late record are made anew, and are as visible as the record. */
  private rewrite(span: Span, visible: boolean): void {
    if (visible) this.watch.sync({ from: span.from, to: Math.min(span.to, this.clock) });
    else this.watch.hold(span);
    const last = this.timeline.dayOf(span.to) + 1;
    for (let day = this.timeline.dayOf(span.from) - 1; day <= last; day += 1) {
      this.days.delete(day);
    }
  }

  private minutesOf(day: Day): Minutes {
    const known = this.days.get(day);
    if (known) return known;
    const span = this.spanOf(day);
    const { records } = this;
    const { worn, charging, sleeps, exercises, restingHeartRate } = this.plans.of(day);
    const planned = {
      sleeps: [...sleeps, ...this.plans.of(day + 1).sleeps],
      exercises: [...this.plans.of(day - 1).exercises, ...exercises],
    };
    const made = recordDay(this.who, {
      start: span.from,
      end: span.to,
      worn,
      off: [...charging ? [charging] : [], ...this.off],
      restingHeartRate,
      asleep: records.within(span, planned.sleeps, records.added.sleeps)
        .filter(({ origin }) => origin === "watch").map(spanOf),
      exercises: records.within(span, planned.exercises, records.added.exercises),
    });
    this.days.set(day, made);
    return made;
  }

  private eachDay(span: Span, visit: (day: Minutes, from: number, to: number) => void): void {
    if (span.from >= span.to) return;
    const { timeline, who } = this;
    const first = Math.max(timeline.dayIn(span.from), who.firstDay);
    for (let day = first; day <= timeline.dayIn(span.to - 1); day += 1) {
      const minutes = this.minutesOf(day);
      const whole = { from: span.from, to: Math.floor(span.to / MINUTE) * MINUTE };
      const [from, to] = minuteRange(minutes, whole);
      if (from < to) visit(minutes, from, to);
    }
  }
}

const seen = <T>(records: Known<T>[]): T[] =>
  records.filter(({ visible }) => visible).map(({ record }) => record);

const unseen = <T>(records: Known<T>[]): T[] =>
  records.filter(({ visible }) => !visible).map(({ record }) => record);
