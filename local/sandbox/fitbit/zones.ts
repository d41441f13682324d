import type { Person } from "../person/person";
import { type Totals, zonesOf } from "../person/totals";
import { round } from "./units";

const ZONE_NAMES = {
  below: { name: "Out of Range", type: "OUT_OF_ZONE", multiplier: 0 },
  fatBurn: { name: "Fat Burn", type: "FAT_BURN", multiplier: 1 },
  cardio: { name: "Cardio", type: "CARDIO", multiplier: 2 },
  peak: { name: "Peak", type: "PEAK", multiplier: 2 },
} as const;

export const heartRateZones = (person: Person, totals: Totals) =>
  zonesOf(person.who).map(({ name, min, max }, i) => ({
    caloriesOut: round(totals.zoneKcal[i] ?? 0, 5),
    max,
    min,
    minutes: totals.zoneMinutes[i] ?? 0,
    name: ZONE_NAMES[name].name,
  }));

export function activeZoneMinutes(person: Person, totals: Totals) {
  const zones = zonesOf(person.who).map(({ name }, order) => ({
    minuteMultiplier: ZONE_NAMES[name].multiplier,
    minutes: totals.zoneMinutes[order] ?? 0,
    order,
    type: ZONE_NAMES[name].type,
    zoneName: ZONE_NAMES[name].name,
  }));
  const totalMinutes = zones.reduce((sum, z) => sum + z.minutes * z.minuteMultiplier, 0);
  return { minutesInHeartRateZones: zones, totalMinutes };
}
