import { MINUTE } from "../../person/days";
import { invalid } from "../envelope";
import type { Fields } from "../read";
import { instantOf, timestamp } from "../time";
import { type Moments, removeFrom, session, type Writer } from "../writer";

const STAGE_TYPES: Record<string, readonly string[]> = {
  CLASSIC: ["AWAKE", "RESTLESS", "ASLEEP"],
  STAGES: ["AWAKE", "LIGHT", "DEEP", "REM"],
};

interface Stage extends Fields { startTime: string; endTime: string; type: string }

/** Stages are contiguous and cover the whole sleep. Written in UTC, as they are given out. */
function stagesOf(rest: Fields, [start, end]: Moments): Stage[] | undefined {
  const path = "data_point.sleep.stages";
  const stages = rest.stages as Stage[] | undefined;
  if (!stages || stages.length === 0) return undefined;
  const types = STAGE_TYPES[String(rest.type)] ?? [];
  let until = start.at;
  const read = stages.map((stage) => {
    const [from, to] = [instantOf(stage.startTime) ?? 0, instantOf(stage.endTime) ?? 0];
    if (!types.includes(stage.type)) {
      const message = `Sleep stage type ${stage.type} does not belong to the type of the sleep.`;
      throw invalid(path, message);
    }
    if (from !== until || to <= from) {
      throw invalid(path, "Sleep stages must be contiguous and cover the sleep period.");
    }
    until = to;
    return { ...stage, startTime: timestamp(from), endTime: timestamp(to) };
  });
  if (until !== end.at) throw invalid(path, "Sleep stages must cover the sleep period.");
  return read;
}

export const writer: Writer = {
  message: "Sleep",
  read: (value) => {
    const { moments, rest } = session({ type: "CLASSIC", ...value });
    const stages = stagesOf(rest, moments);
    return { moments, rest: { ...rest, stages } };
  },
  add: ({ person }, [start, end]) => {
    // A night is kept by the minute: its stages are.
    const to = start.at + Math.max(1, Math.round((end.at - start.at) / MINUTE)) * MINUTE;
    const made = person.addSleep({ from: start.at, to });
    if (made) return made.key;
    throw invalid("data_point.sleep.interval", "The sleep overlaps with another sleep.");
  },
  remove: removeFrom(({ person }) => person.sleeps()),
};
