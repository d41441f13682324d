import { MINUTE, SECOND } from "../person/days";

const REQUESTS = 300;

/** 300 requests a minute for the person, counted by the sandbox's clock. */
export class Quota {
  private readonly limited: boolean;
  private minute = -1;
  private used = 0;

  constructor(limited: boolean) {
    this.limited = limited;
  }

  /** Counts a request; false when the quota of this minute is used up. */
  count(now: number): boolean {
    const minute = Math.floor(now / MINUTE);
    if (minute !== this.minute) this.used = 0;
    this.minute = minute;
    if (this.limited && this.used >= REQUESTS) return false;
    this.used += 1;
    return true;
  }

  /** Seconds until the next minute. */
  reset(now: number): number {
    return Math.ceil((MINUTE - (now % MINUTE)) / SECOND);
  }
}
