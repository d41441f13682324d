import { dataType, METHODS } from "../data-type";
import { starts } from "../points/point";
import type { Resource } from "../resource";
import { type Moment, observationInterval, sampleTime } from "../time";
import { sample, session } from "../writer";
import { notesSchemas } from "./schemas";

const TIMES = {
  interval: {
    read: session,
    show: (start: Moment, end: Moment) => ({ interval: observationInterval(start, end) }),
  },
  sample: {
    read: sample,
    show: (start: Moment) => ({ sampleTime: sampleTime(start) }),
  },
};

/**
 * A type that can be written and never read. It has no part in the truth that the doors
 * share: what this client wrote is all that there is of it.
 */
const note = (id: string, message: string, scope: string, form: keyof typeof TIMES) => {
  const { read, show } = TIMES[form];
  return dataType(id, form, scope, METHODS.write, {
    stream: {
      points: ({ state }, span) => [...state.written]
        .filter(([key, { start }]) => (
          key.startsWith(`${id}:`) && starts(span)({ start: start.at })
        ))
        .map(([key, { start, end, value }]) => ({
          start,
          end,
          source: "self",
          key,
          amount: 0,
          value: () => ({ ...show(start, end), ...value }),
        })),
    },
    writer: {
      message,
      read,
      add: ({ state }) => state.noteKey(id),
      remove: () => undefined,
    },
  });
};

export const notes: Resource = {
  types: [
    note("menstrual-period", "MenstrualPeriod", "reproductive_health", "interval"),
    note("moods", "Moods", "mindfulness", "sample"),
    note("ovulation-test", "OvulationTest", "reproductive_health", "sample"),
    note("symptoms", "Symptoms", "logged_symptoms", "sample"),
  ],
  schemas: notesSchemas,
};
