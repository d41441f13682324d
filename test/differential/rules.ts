import { activityNamed } from "../../common/activity/names";
import { isFields } from "../../local/runtime/component";
import { nutritionRules } from "./nutrition";

/** What is known of the person beside what the doors say. */
export interface Truth {
  /** Whether the watch saw nothing of the day that a result tells of. */
  isEmpty: (result: unknown) => boolean;
  /** Whether what began at a local time, to the minute, was written down by hand. */
  isByHand: (start: string) => boolean;
  /** Whether what began then is a log of the first years, of which little was kept. */
  isFromFirstYears: (start: string) => boolean;
  /** How often the body was measured on the day of a record. */
  measured: (record: unknown) => number;
}

/** A value at both doors; undefined where it is absent. */
type Two = readonly [unknown, unknown];

interface Where {
  byHand: boolean;
  /** Whether it was just written as it stands. */
  told: boolean;
  /** The way in the result, and within the record. */
  path: string;
  field: string;
  /** The record as Fitbit gave it. */
  holder: unknown;
  /** How often the body was measured on its day. */
  measured: number;
}

type Rule = (values: Two, where: Where) => boolean;

/** When a record began, to the minute; nothing where it is none. */
function startOf(record: unknown): string {
  if (!isFields(record)) return "";
  const { startDate, startTime } = record;
  if (typeof startTime !== "string") return "";
  const start = typeof startDate === "string" ? `${startDate}T${startTime}` : startTime;
  return start.slice(0, 16);
}

/** Whether a record was written down by hand. */
export function isByHand({ isByHand }: Truth, record: unknown): boolean {
  const start = startOf(record);
  return start !== "" && isByHand(start);
}

/** Whether a record is of the first years. */
export function isFromFirstYears({ isFromFirstYears }: Truth, record: unknown): boolean {
  const start = startOf(record);
  return start !== "" && isFromFirstYears(start);
}

const within = (share: number, leeway: number): Rule => ([left, right]) => {
  const [a, b] = [Number(left), Number(right)];
  return Math.abs(a - b) <= Math.max(leeway, share * Math.max(a, b));
};

const SHARE = 0.3;
/** Of a short day the shares are of little. */
const FEW_CALORIES = 60;
/** Before anything was done there is no active energy, nor the rest without it. */
const calories: Rule = (values, where) => (
  values[1] === undefined ? isIdle(where) : within(SHARE, FEW_CALORIES)(values, where)
);

function isIdle({ holder }: Where): boolean {
  const record = isFields(holder) ? holder : {};
  const { activityCalories } = isFields(record.summary) ? record.summary : record;
  return activityCalories === 0;
}

/** Google does not estimate what nobody told. */
const notTold: Rule = ([, right], { byHand, told }) =>
  byHand && !told && right === undefined;

/** A level without its half minute, and the sum of three of them. */
const halves = (levels: number): Rule => within(0, levels);

/** The main sleep where Google does not say it: of those with stages, if there are. */
const mainSleep: Rule = ([, right], { byHand }) => byHand && right === undefined;

const rarer: Rule = ([left, right]) =>
  typeof left === "string" && typeof right === "string" && !activityNamed(left);

/** Only below the zones does Fitbit count what the watch was not worn in. */
const outOfRange: Rule = ([left, right], { path }) =>
  path.includes("heartRateZones[0]") && Number(right ?? 0) <= Number(left);

/** The zones of a day, where a record holds them. */
const zones = (holder: string): Record<string, Rule> => ({
  [`${holder}.heartRateZones[].max`]: within(0, 1),
  [`${holder}.heartRateZones[].minutes`]: outOfRange,
  [`${holder}.heartRateZones[].caloriesOut`]: outOfRange,
});

/** Nothing at all is no data. */
const noneAtAll: Rule = ([left, right]) => left === 0 && right === undefined;

/** Fitbit's phone apps, through which a person writes down what Google names no app of. */
const PHONE_APPS = ["228TSL", "228VSR"];
const isPhoneApp = (source: unknown): boolean =>
  isFields(source) && PHONE_APPS.includes(String(source.id));

/** The kind of source is the same wherever both tell it, but that Google has one word less. */
function source([left, right]: Two, { byHand, field }: Where): boolean {
  if (field === "source.type") return left === "api" && right === "app";
  if (field !== "source") return right !== left;
  // Google parts the words of a scale's name.
  if (typeof left === "string") return left === String(right).replaceAll(" ", "");
  return right === undefined ? isPhoneApp(left) : left === undefined && !byHand;
}

/** Google tells of powers only now and then. */
const rarely: Rule = ([, right]) => right === undefined;

/** A number, with more digits than Fitbit's, which may be a range or, as a figure, absent. */
const vo2Max: Rule = ([left, right], { field }) => {
  const [low = NaN, high = low] = String(left ?? right).split("-").map(Number);
  const number = Number(right);
  return (left !== undefined || field === "vo2Max") && number >= low - 1 && number <= high + 1;
};

/** Of days that only one has it of, neither the mean nor what follows from it is the same. */
const ofVo2Max: Rule = (values, where) =>
  where.path.startsWith("figures") || vo2Max(values, where);

/** Fitbit puts what was recorded without a time at the end of its day. */
const timeOfDay: Rule = ([left, right], { holder }) =>
  left === "23:59:59" && right !== undefined && isFields(holder) && holder.source !== "AriaAir";

/** Fitbit's series have single precision, which may turn the last digit. */
const LAST_DIGIT = 0.000_11;
const single: Rule = (values, where) =>
  where.path.startsWith("days") && within(0, LAST_DIGIT)(values, where);

/** Of several measurements of a day one has the mean and the other the last. */
const ofSeveral: Rule = (_, { path, measured }) => path.startsWith("days") && measured > 1;

/** What was just written does not tell what else is known of the body. */
const notOfNew: Rule = ([, right], { path }) => path.startsWith("weightLog") && right === undefined;

/** What was recorded with a time has its body fat beside it on Google alone. */
const fatBeside: Rule = ([left, right], { path, holder }) =>
  path.startsWith("weight[") && left === undefined && right !== undefined
  && isFields(holder) && holder.source !== "AriaAir";

const anyOf = (...rules: Rule[]): Rule => (values, where) =>
  rules.some((rule) => rule(values, where));

/** Google counts while the watch is worn alone. */
const sedentary: Rule = ([left, right]) => Number(right ?? 0) <= Number(left);

/** The daily figures of activity, of a device alone or of all that there is. */
const figures = (tracker: string): Record<string, Rule> => ({
  [`${tracker}activityCalories`]: calories,
  [`${tracker}minutesSedentary`]: sedentary,
  [`${tracker}minutesLightlyActive`]: noneAtAll,
  [`${tracker}minutesFairlyActive`]: noneAtAll,
  [`${tracker}minutesVeryActive`]: noneAtAll,
});

/** How far approximate fields may differ; a field that is not here may not at all. */
export const RULES: Record<string, Rule | undefined> = {
  "name": rarer,
  // Fitbit's are rounded, and often 0, which is unknown.
  "activityHabit calories": ([left]) => left === undefined,
  "activityHabit distance": ([left, right]) => left === undefined
    || Math.abs(Number(left) - Number(right)) < 0.01,
  ...nutritionRules,
  "activityName": rarer,
  "steps": notTold,
  "calories": notTold,
  "elevationGain": ([left, right]) => left === 0 && right === undefined,
  "source": source,
  "time": timeOfDay,
  "weight": anyOf(single, ofSeveral),
  "bmi": anyOf(single, notOfNew, ofSeveral),
  "fat": anyOf(single, notOfNew, ofSeveral, fatBeside),
  "mac": ([, right]) => right === undefined,
  "features": ([, right]) => right === undefined,
  // What was written down has no stages, for one reason or another.
  "infoCode": (codes, { byHand }) =>
    byHand && codes.every((code) => code === undefined || code === 0 || code === 3),
  "levels.summary[].minutes": halves(1),
  "minutesAsleep": halves(3),
  "minutesAwake": halves(1),
  "isMainSleep": mainSleep,
  "summary.activityCalories": calories,
  "summary.caloriesBMR": calories,
  "summaryDay vo2Max": ofVo2Max,
  "summaryDay activeMinutes": (values, where) =>
    where.path.startsWith("figures") || noneAtAll(values, where),
  "value.hf": rarely,
  "value.lf": rarely,
  "value.vo2Max": vo2Max,
  "vo2Max": vo2Max,
  "summary.sedentaryMinutes": sedentary,
  ...zones("summary"),
  ...zones("value"),
  ...figures(""),
  ...figures("tracker/"),
  "caloriesBMR": calories,
  "swimming-strokes": noneAtAll,
  "dataset[].value": noneAtAll,
  "summary.lightlyActiveMinutes": noneAtAll,
  "summary.fairlyActiveMinutes": noneAtAll,
  "summary.veryActiveMinutes": noneAtAll,
};
