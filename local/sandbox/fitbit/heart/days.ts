import { DAY, type Day, dayText } from "../../person/days";
import type { Totals } from "../../person/totals";
import type { Call } from "../route";
import { bareZones, heartRateZones } from "../zones";

/** The zones with their minutes, or alone where nothing is known of the day. */
export function zonesOf(call: Call, totals: Totals): object[] {
  const isKnown = totals.wornMinutes + totals.offMinutes > 0;
  return isKnown ? heartRateZones(call, totals) : bareZones(call.person);
}

/** Every day that was asked for, with what is known of it. */
export function daysRows(
  call: Call, { first, last, utc }: { first: Day; last: Day; utc: boolean },
): object[] {
  const { person } = call;
  return Array.from({ length: last - first + 1 }, (_, i) => first + i).map((day) => {
    const totals = utc
      ? person.totals({ from: day * DAY, to: (day + 1) * DAY })
      : person.dayTotals(day);
    const restingHeartRate = person.restingHeartRate(day);
    return {
      dateTime: dayText(day),
      value: {
        customHeartRateZones: [],
        heartRateZones: zonesOf(call, totals),
        ...(restingHeartRate !== undefined && { restingHeartRate }),
      },
    };
  });
}
