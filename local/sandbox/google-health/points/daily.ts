import type { Day } from "../../person/days";
import type { Life } from "../state";
import { date, momentOf } from "../time";
import type { Point, Stream } from "./point";

/** A point for each day of which there is something to say. */
export const daily = (valueOf: (life: Life, day: Day) => object | undefined): Stream => ({
  points: (life, span) => {
    const { person } = life;
    const { timeline, who } = person;
    const first = span.from === -Infinity ? who.firstDay : timeline.dayOf(span.from);
    const points: Point[] = [];
    for (let day: Day = Math.max(first, who.firstDay); day <= person.today; day += 1) {
      const start = momentOf(timeline, timeline.startOf(day));
      if (start.at >= span.to) break;
      const value = start.at < span.from ? undefined : valueOf(life, day);
      if (!value) continue;
      points.push({
        start,
        end: start,
        source: "derived",
        day,
        amount: 0,
        value: () => ({ date: date(day), ...value }),
      });
    }
    return points;
  },
});
