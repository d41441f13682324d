import type { Person } from "../person/person";
import { type Totals, zonesOf } from "../person/totals";
import type { Call } from "./route";
import { round } from "./units";

const ZONE_NAMES = {
  below: { name: "Out of Range", type: "OUT_OF_ZONE", multiplier: 0 },
  fatBurn: { name: "Fat Burn", type: "FAT_BURN", multiplier: 1 },
  cardio: { name: "Cardio", type: "CARDIO", multiplier: 2 },
  peak: { name: "Peak", type: "PEAK", multiplier: 2 },
} as const;

export function heartRateZones(
  { person, switches }: Pick<Call, "person" | "switches">, totals: Totals,
) {
  const { zoneMinutes, zoneKcal, offMinutes, offKcal } = totals;
  const off = (i: number, amount: number): number =>
    (i === 0 && switches.outOfRangeUnworn ? amount : 0);
  return zonesOf(person.who).map(({ name, min, max }, i) => ({
    caloriesOut: round((zoneKcal[i] ?? 0) + off(i, offKcal), 5),
    max,
    min,
    minutes: (zoneMinutes[i] ?? 0) + off(i, offMinutes),
    name: ZONE_NAMES[name].name,
  }));
}

/** The zones of a day of which the API knows nothing. */
export const bareZones = (person: Person) =>
  zonesOf(person.who).map(({ name, min, max }) => ({ max, min, name: ZONE_NAMES[name].name }));

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
