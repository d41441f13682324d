import { HOUR, SECOND } from "../person/days";

const QUOTA = 150;

/** 150 requests an hour for the person, counted by the sandbox's clock. */
export class RateLimit {
  private readonly limited: boolean;
  private hour = -1;
  private used = 0;

  constructor(limited: boolean) {
    this.limited = limited;
  }

  /** Counts a request; false when the quota of this hour is used up. */
  count(now: number): boolean {
    this.turn(now);
    if (!this.limited) return true;
    if (this.used >= QUOTA) return false;
    this.used += 1;
    return true;
  }

  /** Seconds until the top of the hour. */
  reset(now: number): number {
    return Math.ceil((HOUR - (now % HOUR)) / SECOND);
  }

  headers(now: number): Record<string, string> {
    this.turn(now);
    return {
      "Fitbit-Rate-Limit-Limit": String(QUOTA),
      "Fitbit-Rate-Limit-Remaining": String(QUOTA - this.used),
      "Fitbit-Rate-Limit-Reset": String(this.reset(now)),
    };
  }

  private turn(now: number): void {
    const hour = Math.floor(now / HOUR);
    if (hour !== this.hour) this.used = 0;
    this.hour = hour;
  }
}
