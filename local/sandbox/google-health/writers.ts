import { MINUTE } from "../person/days";
import { deletion } from "../person/changes";
import type { RecordType } from "../person/person";
import type { AnyRecord } from "../person/truth";
import { invalid, refused } from "./envelope";
import { activityOf, displayNameOf } from "./exercise-types";
import { heightsOf } from "./points/body";
import type { Fields } from "./read";
import type { Life } from "./state";
import { durationOf, instantOf, type Moment, timestamp } from "./time";

type Moments = [start: Moment, end: Moment];

/** How a type's data points come into the person's life, and out of it. */
interface Writer {
  /** The message of the value. */
  message: string;
  /** When it was, and what else is to be kept of it. */
  read: (value: Fields) => { moments: Moments; rest: Fields };
  /** Makes it true; the key of the new record. */
  add: (life: Life, moments: Moments, rest: Fields) => string;
  remove: (life: Life, key: string) => void;
}

const moment = (at: unknown, offset: unknown): Moment =>
  ({ at: instantOf(String(at)) ?? 0, offset: durationOf(String(offset)) ?? 0 });

function session({ interval, ...rest }: Fields): { moments: Moments; rest: Fields } {
  const { startTime, startUtcOffset, endTime, endUtcOffset } = interval as Fields;
  const moments: Moments = [moment(startTime, startUtcOffset), moment(endTime, endUtcOffset)];
  if (moments[0].at >= moments[1].at) {
    const message = "Data point start time must be strictly earlier than end time";
    throw refused("INVALID_TIME_RANGE", message);
  }
  return { moments, rest };
}

function sample({ sampleTime, ...rest }: Fields): { moments: Moments; rest: Fields } {
  const { physicalTime, utcOffset } = sampleTime as Fields;
  const at = moment(physicalTime, utcOffset);
  return { moments: [at, at], rest };
}

const within = (value: unknown, path: string, most: number): number => {
  const number = Number(value);
  if (number < 0 || number > most) {
    throw invalid(path, `Invalid value at '${path}': must be in the range [0, ${most}]`);
  }
  return number;
};

type Records = (life: Life) => AnyRecord[];

const removeFrom = (records: Records) => (life: Life, key: string): void => {
  const found = records(life).find((record) => record.key === key);
  if (found) life.person.change(deletion(found));
};

/** Records a single measurement. */
const record = (type: RecordType, records: Records) => (
  life: Life, { at: start }: Moment, value: number,
): string => {
  const before = new Set(records(life).map(({ key }) => key));
  life.person.record({ type, start, value, synced: true });
  return records(life).find(({ key }) => !before.has(key))?.key ?? "";
};

const weighings = ({ person }: Life): AnyRecord[] => person.weighings();
const entries = ({ person }: Life): AnyRecord[] => person.entries();

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

export const WRITERS: Partial<Record<string, Writer>> = {
  "exercise": {
    message: "Exercise",
    read: (value) => {
      const { moments, rest } = session(value);
      const type = String(rest.exerciseType);
      const given = type === "OTHER" ? rest.displayName : undefined;
      const displayName = given === undefined || given === "" ? displayNameOf(type) : given;
      return { moments, rest: { ...rest, displayName } };
    },
    add: ({ person }, [start, end], { exerciseType, displayName, metricsSummary = {} }) => {
      const { caloriesKcal, distanceMillimeters: way, steps } = metricsSummary as Fields;
      const kind = activityOf(String(exerciseType), String(displayName));
      return person.addExercise(kind, { from: start.at, to: end.at }, {
        kcal: Number(caloriesKcal ?? 0),
        ...(way !== undefined && { metres: Number(way) / 1000 }),
        ...(steps !== undefined && { steps: Number(steps) }),
      }).key;
    },
    remove: removeFrom(({ person }) => person.exercises()),
  },
  "sleep": {
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
  },
  "weight": {
    message: "Weight",
    read: sample,
    add: (life, [at], { weightGrams }) => {
      const grams = within(weightGrams, "data_point.weight.weight_grams", 1e6);
      return record("weight", weighings)(life, at, grams / 1000);
    },
    remove: removeFrom(weighings),
  },
  "body-fat": {
    message: "BodyFat",
    read: sample,
    add: (life, [at], { percentage }) =>
      record("fat", entries)(life, at, within(percentage, "data_point.body_fat.percentage", 100)),
    remove: removeFrom(entries),
  },
  "height": {
    message: "Height",
    read: sample,
    add: (life, [{ at }], { heightMillimeters }) => {
      const path = "data_point.height.height_millimeters";
      const metres = within(heightMillimeters, path, 3000) / 1000;
      const { state, person } = life;
      const known = heightsOf(life);
      const key = `height:${known.length}:${at}:${person.now}`;
      state.heights = [...known, { key, at, metres }].sort((a, b) => a.at - b.at);
      person.profile.heightMetres = state.heights.at(-1)?.metres ?? metres;
      return key;
    },
    remove: (life, key) => {
      const { state, person: { profile } } = life;
      state.heights = heightsOf(life).filter((height) => height.key !== key);
      profile.heightMetres = state.heights.at(-1)?.metres ?? profile.heightMetres;
    },
  },
};
