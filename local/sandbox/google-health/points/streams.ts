import { bodyFatStream, heightStream, weightStream } from "./body";
import { heartRateZonesStream, restingHeartRateStream } from "./daily";
import { exerciseStream } from "./exercise";
import { minuteStreams } from "./minutes";
import type { Stream } from "./point";
import { sleepStream } from "./sleep";

const STREAMS: Record<string, Stream> = {
  ...minuteStreams,
  "exercise": exerciseStream,
  "sleep": sleepStream,
  "weight": weightStream,
  "body-fat": bodyFatStream,
  "height": heightStream,
  "daily-resting-heart-rate": restingHeartRateStream,
  "daily-heart-rate-zones": heartRateZonesStream,
};

const NOTHING: Stream = { points: () => [], rollUp: () => ({}) };

/** The points of a data type; a type that the person has nothing of is empty. */
export const streamOf = (id: string): Stream => STREAMS[id] ?? NOTHING;
