import { DateTime, IANAZone } from "luxon";
import { DAY, type Day, HOUR, MINUTE } from "./days";

/** From `from` on (epoch ms) the person's clocks show `zone`. */
interface Stay { from: number; zone: string }

export interface Trip { out: number; back: number; zone: string }

const OFFSET_STEP = 15 * MINUTE;

/** Which zone the person is in at each instant, and so what their clocks show. */
export class Timeline {
  private readonly stays: Stay[];
  private readonly offsets = new Map<number, number>();
  private readonly starts = new Map<Day, number>();

  constructor(home: string, trip: Trip) {
    this.stays = [
      { from: -Infinity, zone: home },
      { from: trip.out, zone: trip.zone },
      { from: trip.back, zone: home },
    ];
  }

  zoneAt(instant: number): string {
    return this.stays.filter((stay) => stay.from <= instant).at(-1)?.zone ?? "UTC";
  }

  /** The person's clocks show another zone from `instant` on; what was before stays. */
  move(instant: number, zone: string): void {
    this.stays.push({ from: instant, zone });
    this.offsets.clear();
    this.starts.clear();
  }

  /** Milliseconds that local time is ahead of UTC. Zones change on quarter hours. */
  offsetAt(instant: number): number {
    const step = Math.floor(instant / OFFSET_STEP);
    const known = this.offsets.get(step);
    // A move by the profile may fall inside a step: such a step is not kept.
    if (known !== undefined) return known;
    const offset = IANAZone.create(this.zoneAt(instant)).offset(instant) * MINUTE;
    const mixed = this.stays.some(({ from }) => Math.floor(from / OFFSET_STEP) === step);
    if (!mixed) this.offsets.set(step, offset);
    return offset;
  }

  /** What the clocks show, as if it were UTC: epoch ms of the wall-clock reading. */
  wall(instant: number): number {
    return instant + this.offsetAt(instant);
  }

  dayOf(instant: number): Day {
    return Math.floor(this.wall(instant) / DAY);
  }

  /** Local time without offset: yyyy-MM-ddTHH:mm:ss.SSS. */
  local(instant: number): string {
    return new Date(this.wall(instant)).toISOString().slice(0, 23);
  }

  /** Local time with its offset: yyyy-MM-ddTHH:mm:ss.SSS±HH:mm. */
  localWithOffset(instant: number): string {
    const offset = this.offsetAt(instant);
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
      const instant = DateTime.fromMillis(wall, { zone: "utc" })
        .setZone(stay.zone, { keepLocalTime: true }).toMillis();
      if (instant < stay.from) return stay.from;
      if (instant < until) return instant;
    }
    return wall;
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
