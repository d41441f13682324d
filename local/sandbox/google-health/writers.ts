import { MINUTE } from "../person/days";
import { HealthError, invalid } from "./envelope";
import { activityOf, displayNameOf } from "./exercise-types";
import { demandFoodLog, demandQuantities } from "./nutrition";
import { heightsOf } from "./points/body";
import type { Fields } from "./read";
import { instantOf, timestamp } from "./time";
import {
  entries, type Moments, note, record, removeFrom, sample, session, weighings, within,
  type Writer,
} from "./writer";

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

const WRITERS: Partial<Record<string, Writer>> = {
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
        ...(caloriesKcal !== undefined && { kcal: Number(caloriesKcal) }),
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
  "hydration-log": {
    message: "HydrationLog",
    read: session,
    add: (life, [at], drink) => {
      demandQuantities(drink, "data_point.hydration_log");
      const { milliliters } = drink.amountConsumed as Fields;
      return record("water", entries)(life, at, Number(milliliters));
    },
    remove: removeFrom(entries),
  },
  "nutrition-log": {
    message: "NutritionLog",
    read: session,
    add: (life, [at], log) => {
      demandFoodLog(life, log);
      const { kcal = 0 } = (log.energy ?? {}) as Fields;
      return record("food", entries)(life, at, Number(kcal));
    },
    remove: removeFrom(entries),
  },
  "menstrual-period": note("menstrual-period", "MenstrualPeriod", session),
  "moods": note("moods", "Moods", sample),
  "ovulation-test": note("ovulation-test", "OvulationTest", sample),
  "symptoms": note("symptoms", "Symptoms", sample),
};

export function writerOf(id: string): Writer {
  const writer = WRITERS[id];
  if (!writer) throw new HealthError(501, `The sandbox does not keep ${id} yet.`);
  return writer;
}
