import { bodyFatStream, heightStream, weightStream } from "./body";
import { heartRateZonesStream, restingHeartRateStream } from "./daily";
import { exerciseStream } from "./exercise";
import { minuteStreams } from "./minutes";
import { noteStreams } from "./notes";
import { hydrationLogStream, nutritionLogStream } from "./nutrition";
import type { Stream } from "./point";
import { sleepStream } from "./sleep";

const STREAMS: Record<string, Stream> = {
  ...minuteStreams,
  ...noteStreams,
  "exercise": exerciseStream,
  "sleep": sleepStream,
  "weight": weightStream,
  "body-fat": bodyFatStream,
  "height": heightStream,
  "hydration-log": hydrationLogStream,
  "nutrition-log": nutritionLogStream,
  "daily-resting-heart-rate": restingHeartRateStream,
  "daily-heart-rate-zones": heartRateZonesStream,
};

const NOTHING: Stream = { points: () => [], rollUp: () => ({}) };

/** The points of a data type; a type that the person has nothing of is empty. */
export const streamOf = (id: string): Stream => STREAMS[id] ?? NOTHING;
