import { observationInterval, sampleTime } from "../time";
import type { Moment } from "../time";
import { starts, type Stream } from "./point";

type Time = (start: Moment, end: Moment) => object;

/** A type that can only be written: what this client wrote is all that can be named of it. */
const notes = (id: string, time: Time): [string, Stream] => [id, {
  points: ({ state }, span) => [...state.written]
    .filter(([key, { start }]) => key.startsWith(`${id}:`) && starts(span)({ start: start.at }))
    .map(([key, { start, end, value }]) => ({
      start, end, source: "self", key, amount: 0, value: () => ({ ...time(start, end), ...value }),
    })),
}];

const interval: Time = (start, end) => ({ interval: observationInterval(start, end) });
const sample: Time = (start) => ({ sampleTime: sampleTime(start) });

export const noteStreams = Object.fromEntries([
  notes("menstrual-period", interval),
  notes("moods", sample),
  notes("ovulation-test", sample),
  notes("symptoms", sample),
]);
