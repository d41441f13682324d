import type { Source } from "../sources";
import type { Life } from "../state";
import { momentOf, sampleTime } from "../time";
import { type Point, starts, type Stream } from "./point";

/** A measurement of one moment. */
export interface Sample {
  key: string;
  start: number;
  source: Source;
  amount: number;
  /** What another source holds of the same measurement. */
  isCopy?: boolean;
}

/** Points of single measurements. What this client wrote is shown as it was written. */
export function samples(
  of: (life: Life) => Sample[], value: (amount: number) => object, rollUp?: Stream["rollUp"],
): Stream {
  const pointOf = (life: Life, { key, start, source, amount, isCopy }: Sample): Point => {
    const written = life.state.written.get(key);
    const moment = written?.start ?? momentOf(life.person.timeline, start);
    return {
      start: moment,
      end: moment,
      source: written ? "self" : source,
      key,
      amount,
      isCopy,
      value: () => ({ sampleTime: sampleTime(moment), ...value(amount), ...written?.value }),
    };
  };
  return {
    rollUp,
    points: (life, span) =>
      of(life).filter(starts(span)).map((sample) => pointOf(life, sample)),
  };
}
