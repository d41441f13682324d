import { IANAZone } from "luxon";
import { DAY, type Day, HOUR, MINUTE } from "./days";

/** A time zone whose offsets are looked up once a day. */
class Zone {
  readonly name: string;
  private readonly rules: IANAZone;
  /** By UTC day; undefined where the offset changes within. */
  private readonly days = new Map<number, number | undefined>();

  constructor(name: string) {
    this.name = name;
    this.rules = IANAZone.create(name);
  }

  /** Milliseconds that local time is ahead of UTC. */
  offsetAt(instant: number): number {
    const day = Math.floor(instant / DAY);
    const known = this.days.get(day);
    if (known !== undefined) return known;
    if (!this.days.has(day)) this.days.set(day, this.steady(day));
    return this.days.get(day) ?? this.lookUp(instant);
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

  private steady(day: number): number | undefined {
    const offset = this.lookUp(day * DAY);
    return this.lookUp((day + 1) * DAY - 1) === offset ? offset : undefined;
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
  }

  /** Milliseconds that local time is ahead of UTC. */
  offsetAt(instant: number): number {
    return this.stayAt(instant).zone.offsetAt(instant);
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
