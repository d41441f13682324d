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
  /** The minutes without the watch that the APIs know of, and their energy. */
  offMinutes: number;
  offKcal: number;
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
  offMinutes: 0,
  offKcal: 0,
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
  private readonly limits: readonly [number, number, number];

  constructor(who: Character) {
    this.who = who;
    const [, fatBurn, cardio, peak] = zonesOf(who);
    this.limits = [fatBurn.min, cardio.min, peak.min];
  }

  /** Minutes of which nothing is known but that the person lived. */
  addUnknown(count = 1): void {
    const { sum, who } = this;
    sum.minutes += count;
    sum.kcal += count * who.basalMilliKcal;
    sum.basalKcal += count * who.basalMilliKcal;
    sum.levelMinutes[0] += count;
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
    const { sum, limits: [fatBurn, cardio, peak] } = this;
    if (heartRate === 0) {
      sum.offMinutes += 1;
      sum.offKcal += kcal;
      return;
    }
    const zone = heartRate < fatBurn ? 0 : heartRate < cardio ? 1 : heartRate < peak ? 2 : 3;
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
      offKcal: sum.offKcal / 1000,
      levelMetres: small(sum.levelMetres),
      zoneKcal: small(sum.zoneKcal),
    };
  }
}
