import type { Stream } from "./points/point";
import type { HealthSwitches } from "./switches";
import type { Writer } from "./writer";

export type Method = "list" | "get" | "reconcile" | "rollUp" | "dailyRollUp" | "create" | "patch"
  | "batchDelete" | "exportExerciseTcx";

export type RecordForm = "interval" | "sample" | "daily" | "session" | "food";

/** One type of data points, with all that the methods need to know of it. */
export interface DataType {
  id: string;
  /** The key of the value in a data point. */
  unionKey: string;
  /** How filters spell the type. */
  prefix: string;
  form: RecordForm;
  scope: string;
  methods: readonly Method[];
  rollUpMaxDays: number;
  /** The fields that a filter may name, after the prefix. */
  members: readonly string[];
  /** How a filter may compare them. */
  comparators: readonly string[];
  /** Points in a page of a list, when no size is asked for. */
  usualPage: (switches: HealthSwitches) => number;
  longestPage?: number;
  /** The family parameter of list exists. */
  listTakesFamily: boolean;
  /** The points that the person has. */
  stream: Stream;
  /** Of types that can be written. */
  writer?: Writer;
}

/** What differs from the rule. */
type Differences = Partial<Omit<DataType, "id" | "form" | "scope" | "methods">>;

const READ = ["list", "reconcile"] as const;
const ROLL = ["rollUp", "dailyRollUp"] as const;
const WRITE = ["create", "patch", "batchDelete"] as const;

/** The scopes of several resources. */
export const SCOPES = {
  activity: "activity_and_fitness",
  metrics: "health_metrics_and_measurements",
} as const;

/** The sets of methods that several types have. */
export const METHODS = {
  read: READ,
  roll: ROLL,
  series: [...READ, ...ROLL],
  samples: ["list", "get", "reconcile", ...ROLL],
  records: ["list", "get", "reconcile", ...WRITE],
  write: WRITE,
  all: ["list", "get", "reconcile", ...ROLL, ...WRITE],
} as const satisfies Record<string, readonly Method[]>;

/** Pages of 25, whatever more is asked. */
export const SMALL_PAGES = { usualPage: () => 25, longestPage: 25 };

const MEMBERS: Record<RecordForm, readonly string[]> = {
  interval: ["interval.start_time", "interval.civil_start_time"],
  sample: ["sample_time.physical_time", "sample_time.civil_time"],
  daily: ["date"],
  session: ["interval.civil_start_time"],
  food: [],
};

const NOTHING: Stream = { points: () => [], rollUp: () => ({}) };

/**
 * A data type as the rule for its form has it, but for `differences`; without a stream the
 * person has nothing of it.
 * https://developers.google.com/health/data-types
 */
export const dataType = (
  id: string, form: RecordForm, scope: string, methods: readonly Method[],
  differences: Differences = {},
): DataType => ({
  id,
  unionKey: id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
  prefix: id.replace(/-/g, "_"),
  form,
  scope,
  methods,
  rollUpMaxDays: 90,
  members: MEMBERS[form],
  comparators: [">=", "<"],
  usualPage: () => 1440,
  listTakesFamily: true,
  stream: NOTHING,
  ...differences,
});
