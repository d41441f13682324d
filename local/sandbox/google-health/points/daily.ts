import type { Day } from "../../person/days";
import { zonesOf } from "../../person/totals";
import type { Life } from "../state";
import { date, momentOf } from "../time";
import { int64, type Point, type Stream } from "./point";
import { ZONES } from "./minute-types";

type Value = (life: Life, restingHeartRate: number) => object;

/** A point for each day on which the watch was worn. */
const daily = (value: Value): Stream => ({
  points: (life, span) => {
    const { person } = life;
    const { timeline, who } = person;
    const first = span.from === -Infinity ? who.firstDay : timeline.dayOf(span.from);
    const points: Point[] = [];
    for (let day: Day = Math.max(first, who.firstDay); day <= person.today; day += 1) {
      const start = momentOf(timeline, timeline.startOf(day));
      if (start.at >= span.to) break;
      const resting = person.restingHeartRate(day);
      if (resting === undefined || start.at < span.from) continue;
      points.push({
        start,
        end: start,
        source: "derived",
        day,
        amount: 0,
        value: () => ({ date: date(day), ...value(life, resting) }),
      });
    }
    return points;
  },
});

export const restingHeartRateStream = daily((_, resting) => ({
  ...int64("beatsPerMinute", resting),
  dailyRestingHeartRateMetadata: { calculationMethod: "WITH_SLEEP" },
}));

export const heartRateZonesStream = daily(({ person }) => ({
  heartRateZones: zonesOf(person.who).map(({ min, max }, i) => ({
    heartRateZoneType: ZONES[i],
    ...int64("minBeatsPerMinute", min),
    ...int64("maxBeatsPerMinute", max),
  })),
}));
