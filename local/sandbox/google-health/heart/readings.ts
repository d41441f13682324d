import { MINUTE, type Span } from "../../person/days";
import { type HeartReading, heartReadings } from "../../person/heart";
import type { Point, Stream } from "../points/point";
import { spread } from "../points/sums";
import type { Life } from "../state";
import { sampleTime } from "../time";

function pointOf({ at, rate }: HeartReading, offset: number): Point {
  const start = { at, offset };
  return {
    start,
    end: start,
    source: "watch",
    amount: rate,
    value: () => ({ sampleTime: sampleTime(start), beatsPerMinute: String(rate) }),
  };
}

/** Every reading of the pulse that has been synced. */
function points(life: Life, { from, to }: Span): Point[] {
  const { person, person: { timeline, who } } = life;
  const lived = Math.max(from, timeline.startOf(who.firstDay));
  const whole = {
    from: Math.floor(lived / MINUTE) * MINUTE, to: Math.ceil(to / MINUTE) * MINUTE,
  };
  const found: Point[] = [];
  person.eachMinute(whole, (day, i, visible) => {
    if (!visible) return;
    const offset = timeline.offsetAt(day.start + i * MINUTE);
    for (const reading of heartReadings(day, i)) {
      if (from <= reading.at && reading.at < to) found.push(pointOf(reading, offset));
    }
  });
  return found;
}

export const readings: Stream = { byMinute: true, points, rollUp: spread("beatsPerMinute") };
