import type { Character } from "./character";
import { type Day, overlaps } from "./days";
import { type Plan, plan } from "./plan";
import { type AnyRecord, spanOf } from "./truth";

/** What of a plan is of one kind. */
const part = (whole: Plan, isPart: (record: AnyRecord) => boolean): Plan => ({
  ...whole,
  sleeps: whole.sleeps.filter(isPart),
  exercises: whole.exercises.filter(isPart),
  entries: whole.entries.filter(isPart),
  weighing: whole.weighing && isPart(whole.weighing) ? whole.weighing : undefined,
});

/** The days of a life: each is planned when it is first looked at, and then kept. */
export class Plans {
  private readonly who: Character;
  private readonly known = new Map<Day, Plan>();
  /** The last day that the person has lived in: a flight west brings days back. */
  private latest: Day;

  constructor(who: Character, today: Day) {
    this.who = who;
    this.latest = today;
  }

  of(day: Day): Plan {
    const found = this.known.get(day) ?? plan(this.who, day);
    this.known.set(day, found);
    return found;
  }

  /** All days that have begun by `today`, and those that it has come back from. */
  lived(today: Day): Plan[] {
    this.latest = Math.max(this.latest, today);
    const plans: Plan[] = [];
    for (let day = this.who.firstDay; day <= this.latest; day += 1) plans.push(this.of(day));
    return plans;
  }

  /**
   * The clocks show `zone` from `now` on. What has begun stays as it was; what is to come
   * follows the clocks, and a day that comes back is not lived twice.
   */
  move(now: number, zone: string): void {
    const { timeline } = this.who;
    this.latest = Math.max(this.latest, timeline.dayOf(now));
    const next = this.latest + 1;
    const hasBegun = ({ start }: AnyRecord): boolean => start <= now;
    for (let day = timeline.dayOf(now) - 1; day <= next; day += 1) {
      this.known.set(day, part(this.of(day), hasBegun));
    }
    timeline.move(now, zone);
    this.known.set(next, this.planned(next, (record) => !hasBegun(record)));
    for (const day of this.known.keys()) if (day > next) this.known.delete(day);
  }

  /** What has begun of a day, and what is to come of it that leaves room for it. */
  private planned(day: Day, isToCome: (record: AnyRecord) => boolean): Plan {
    const begun = this.of(day);
    const anew = part(plan(this.who, day), (record) => isToCome(record)
      && !begun.sleeps.some((sleep) => overlaps(spanOf(sleep), spanOf(record))));
    return {
      ...anew,
      sleeps: [...begun.sleeps, ...anew.sleeps],
      exercises: [...begun.exercises, ...anew.exercises],
      entries: [...begun.entries, ...anew.entries],
    };
  }
}
