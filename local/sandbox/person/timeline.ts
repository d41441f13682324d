import { IANAZone } from "luxon";
import { DAY, type Day, HOUR, MINUTE, type Span } from "./days";

/** A stretch of time within which local time is as far ahead of UTC. */
interface Steady extends Span { offset: number }

/** Clocks change at a full one of these. */
const QUARTER = 15 * MINUTE;

const isWithin = ({ from, to }: Span, instant: number): boolean =>
  from <= instant && instant < to;

/** A time zone whose offsets are looked up once a day, or a quarter where they change. */
class Zone {
  readonly name: string;
  private readonly rules: IANAZone;
  /** By UTC day, and by quarter of an hour: undefined where the offset changes within. */
  private readonly days = new Map<number, Steady | undefined>();
  private readonly quarters = new Map<number, Steady | undefined>();

  constructor(name: string) {
    this.name = name;
    this.rules = IANAZone.create(name);
  }

  /** Milliseconds that local time is ahead of UTC. */
  offsetAt(instant: number): number {
    return this.steadyAt(instant).offset;
  }

  /** A stretch around an instant with one offset: a day, or what there is of it. */
  steadyAt(instant: number): Steady {
    return this.known(this.days, instant, DAY)
      ?? this.known(this.quarters, instant, QUARTER)
      ?? { from: instant, to: instant + 1, offset: this.lookUp(instant) };
  }

  /** When clocks show `wall`: the first time, or as much after a gap as `wall` lies in it. */
  instant(wall: number): number {
    const before = this.offsetAt(wall - DAY);
    const after = this.offsetAt(wall + DAY);
    const fits = [before, after].find((offset) => this.offsetAt(wall - offset) === offset);
    return wall - (fits ?? before);
  }

  private lookUp(instant: number): number {
    return this.rules.offset(instant) * MINUTE;
  }

  private known(
    all: Map<number, Steady | undefined>, instant: number, size: number,
  ): Steady | undefined {
    const number = Math.floor(instant / size);
    const found = all.get(number);
    if (found !== undefined || all.has(number)) return found;
    const made = this.steady({ from: number * size, to: (number + 1) * size });
    all.set(number, made);
    return made;
  }

  private steady({ from, to }: Span): Steady | undefined {
    const offset = this.lookUp(from);
    return this.lookUp(to - 1) === offset ? { from, to, offset } : undefined;
  }
}

/** Looked up once for all people: the rules of a zone are the same for everybody. */
const zones = new Map<string, Zone>();

function zoneNamed(name: string): Zone {
  const zone = zones.get(name) ?? new Zone(name);
  zones.set(name, zone);
  return zone;
}

const MOST_WRITTEN = 20_000;

/** From `from` on (epoch ms) the person's clocks show `zone`. */
interface Stay { from: number; zone: Zone }

export interface Trip { out: number; back: number; zone: string }

/** Which zone the person is in at each instant, and so what their clocks show. */
export class Timeline {
  private readonly stays: [Stay, ...Stay[]];
  private readonly starts = new Map<Day, number>();
  /** Local times as they are written: a list writes those of each stage, over and over. */
  private readonly written = new Map<number, string>();
  /** What was asked of last: minutes are asked of one after the other. */
  private asked: Steady = { from: 0, to: 0, offset: 0 };

  constructor(home: string, trip: Trip) {
    const zone = zoneNamed(home);
    this.stays = [
      { from: -Infinity, zone },
      { from: trip.out, zone: zoneNamed(trip.zone) },
      { from: trip.back, zone },
    ];
  }

  zoneAt(instant: number): string {
    return this.stayAt(instant).zone.name;
  }

  /** The person's clocks show another zone from `instant` on; what was before stays. */
  move(instant: number, zone: string): void {
    this.stays.push({ from: instant, zone: zoneNamed(zone) });
    this.starts.clear();
    this.written.clear();
    this.asked = this.steadyAt(instant);
  }

  /** Milliseconds that local time is ahead of UTC. */
  offsetAt(instant: number): number {
    if (!isWithin(this.asked, instant)) this.asked = this.steadyAt(instant);
    return this.asked.offset;
  }

  private steadyAt(instant: number): Steady {
    const steady = this.stayAt(instant).zone.steadyAt(instant);
    const isOne = this.stays.every(({ from }) => from <= steady.from || from >= steady.to);
    return isOne ? steady : { from: instant, to: instant + 1, offset: steady.offset };
  }

  private stayAt(instant: number): Stay {
    let [found] = this.stays;
    for (const stay of this.stays) if (stay.from <= instant) found = stay;
    return found;
  }

  /** What the clocks show, as if it were UTC: epoch ms of the wall-clock reading. */
  wall(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  dayOf(instant: number): Day {
    return Math.floor(this.wall(instant) / DAY);
  }

  /** The day whose minutes an instant is one of: a date that comes back adds to the next. */
  dayIn(instant: number): Day {
    let day = this.dayOf(instant);
    while (this.startOf(day + 1) <= instant) day += 1;
    return day;
  }

  /** Local time without offset: yyyy-MM-ddTHH:mm:ss.SSS. */
  local(instant: number): string {
    const known = this.written.get(instant);
    if (known !== undefined) return known;
    if (this.written.size >= MOST_WRITTEN) this.written.clear();
    const text = new Date(this.wall(instant)).toISOString().slice(0, 23);
    this.written.set(instant, text);
    return text;
  }

  /** Local time with its offset: yyyy-MM-ddTHH:mm:ss.SSS±HH:mm, or Z where there is none. */
  localWithOffset(instant: number): string {
    const offset = this.offsetAt(instant);
    if (offset === 0) return `${this.local(instant)}Z`;
    const size = new Date(Math.abs(offset)).toISOString().slice(11, 16);
    return `${this.local(instant)}${offset < 0 ? "-" : "+"}${size}`;
  }

  /**
   * The instant at which the clocks show `wall`. A reading that occurs twice is the first;
   * one that is skipped (daylight saving, a flight east) is the moment just after the gap.
   */
  instant(wall: number): number {
    for (const [i, stay] of this.stays.entries()) {
      const until = this.stays[i + 1]?.from ?? Infinity;
      const instant = stay.zone.instant(wall);
      if (instant < stay.from) return stay.from;
      if (instant < until) return instant;
    }
    return wall;
  }

  /** As `instant`, but of readings in several zones the last that has come by `now`. */
  latest(wall: number, now: number): number {
    const readings = this.stays.map(({ from, zone }, i) => (
      { from, until: this.stays[i + 1]?.from ?? Infinity, at: zone.instant(wall) }
    ));
    const come = readings
      .filter(({ from, until, at }) => from <= at && at < until && at <= now);
    return come.at(-1)?.at ?? this.instant(wall);
  }

  startOf(day: Day): number {
    const start = this.starts.get(day) ?? this.instant(day * DAY);
    this.starts.set(day, start);
    return start;
  }

  /** Local hour of a day, e.g. 6.5 for half past six; hours may lie outside 0–24. */
  at(day: Day, hour: number): number {
    return this.instant(day * DAY + Math.round(hour * HOUR));
  }
}
