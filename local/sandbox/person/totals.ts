import type { Character } from "./character";
import { ASLEEP, type Minutes } from "./minutes";

export type ZoneName = "below" | "fatBurn" | "cardio" | "peak";

export interface Zone { name: ZoneName; min: number; max: number }

/** Heart-rate zones, as shares of the maximal heart rate; `max` belongs to the next zone. */
export function zonesOf(who: Character): [Zone, Zone, Zone, Zone] {
  const share = (part: number): number => Math.round(who.maxHeartRate * part);
  return [
    { name: "below", min: 30, max: share(0.5) },
    { name: "fatBurn", min: share(0.5), max: share(0.7) },
    { name: "cardio", min: share(0.7), max: share(0.85) },
    { name: "peak", min: share(0.85), max: 220 },
  ];
}

type Four = [number, number, number, number];

/** What a stretch of minutes adds up to. Metres, kcal, minutes. */
export interface Totals {
  minutes: number;
  steps: number;
  metres: number;
  kcal: number;
  basalKcal: number;
  /** The energy of minutes that are at least lightly active, basal burn included. */
  activeKcal: number;
  activeMinutes: number;
  floors: number;
  strokes: number;
  /** Sedentary, lightly, fairly, very. */
  levelMinutes: Four;
  levelMetres: Four;
  /** By heart-rate zone, of the minutes in which the watch was worn. */
  zoneMinutes: Four;
  zoneKcal: Four;
  wornMinutes: number;
  heartBeats: number;
}

export const noTotals = (): Totals => ({
  minutes: 0,
  steps: 0,
  metres: 0,
  kcal: 0,
  basalKcal: 0,
  activeKcal: 0,
  activeMinutes: 0,
  floors: 0,
  strokes: 0,
  levelMinutes: [0, 0, 0, 0],
  levelMetres: [0, 0, 0, 0],
  zoneMinutes: [0, 0, 0, 0],
  zoneKcal: [0, 0, 0, 0],
  wornMinutes: 0,
  heartBeats: 0,
});

const add = (four: Four, i: number, more: number): void => {
  const at = i as 0 | 1 | 2 | 3;
  four[at] += more;
};

/** Running sums in the small units of `Minutes`; `totals` turns them into metres and kcal. */
export class Sum {
  private readonly sum = noTotals();
  private readonly who: Character;
  private readonly limits: number[];

  constructor(who: Character) {
    this.who = who;
    this.limits = zonesOf(who).slice(1).map(({ min }) => min);
  }

  /** A minute of which nothing is known but that the person lived. */
  addUnknown(): void {
    const { sum, who } = this;
    sum.minutes += 1;
    sum.kcal += who.basalMilliKcal;
    sum.basalKcal += who.basalMilliKcal;
    sum.levelMinutes[0] += 1;
  }

  addMinute(day: Minutes, i: number): void {
    const { sum, who } = this;
    const kcal = day.milliKcal[i] ?? 0;
    const millimetres = day.millimetres[i] ?? 0;
    const level = day.level[i] ?? 0;
    sum.minutes += 1;
    sum.steps += day.steps[i] ?? 0;
    sum.metres += millimetres;
    sum.kcal += kcal;
    sum.basalKcal += who.basalMilliKcal;
    sum.floors += day.floors[i] ?? 0;
    sum.strokes += day.strokes[i] ?? 0;
    if (level !== ASLEEP) {
      add(sum.levelMinutes, level, 1);
      add(sum.levelMetres, level, millimetres);
    }
    if (level > 0 && level < ASLEEP) {
      sum.activeKcal += kcal;
      sum.activeMinutes += 1;
    }
    this.addHeart(day.heartRate[i] ?? 0, kcal);
  }

  private addHeart(heartRate: number, kcal: number): void {
    if (heartRate === 0) return;
    const { sum, limits } = this;
    const zone = limits.filter((limit) => heartRate >= limit).length;
    sum.wornMinutes += 1;
    sum.heartBeats += heartRate;
    add(sum.zoneMinutes, zone, 1);
    add(sum.zoneKcal, zone, kcal);
  }

  totals(): Totals {
    const { sum } = this;
    const small = (four: Four): Four => four.map((n) => n / 1000) as Four;
    return {
      ...sum,
      metres: sum.metres / 1000,
      kcal: sum.kcal / 1000,
      basalKcal: sum.basalKcal / 1000,
      activeKcal: sum.activeKcal / 1000,
      levelMetres: small(sum.levelMetres),
      zoneKcal: small(sum.zoneKcal),
    };
  }
}
