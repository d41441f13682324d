export type Method = "list" | "get" | "reconcile" | "rollUp" | "dailyRollUp" | "create" | "patch"
  | "batchDelete" | "exportExerciseTcx";

export type RecordForm = "interval" | "sample" | "daily" | "session" | "food";

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
}

const READ = ["list", "reconcile"] as const;
const ROLL = ["rollUp", "dailyRollUp"] as const;
const WRITE = ["create", "patch", "batchDelete"] as const;
const ALL: readonly Method[] = ["list", "get", "reconcile", ...ROLL, ...WRITE];
const SERIES: readonly Method[] = [...READ, ...ROLL];

const MEMBERS: Record<RecordForm, readonly string[]> = {
  interval: ["interval.start_time", "interval.civil_start_time"],
  sample: ["sample_time.physical_time", "sample_time.civil_time"],
  daily: ["date"],
  session: ["interval.civil_start_time"],
  food: [],
};

/** What differs from the rule of the record form. */
const OWN_MEMBERS: Record<string, readonly string[]> = {
  sleep: ["interval.end_time", "interval.civil_end_time"],
  electrocardiogram: ["interval.start_time"],
};

const FOURTEEN_DAYS = [
  "heart-rate", "active-minutes", "total-calories", "calories-in-heart-rate-zone",
];

const AF = "activity_and_fitness";
const HM = "health_metrics_and_measurements";

/** https://developers.google.com/health/data-types */
const ROWS: [id: string, form: RecordForm, scope: string, methods: readonly Method[]][] = [
  ["active-energy-burned", "interval", AF, SERIES],
  ["active-minutes", "interval", AF, SERIES],
  ["active-zone-minutes", "interval", AF, SERIES],
  ["activity-level", "interval", AF, READ],
  ["altitude", "interval", AF, SERIES],
  ["basal-energy-burned", "interval", AF, READ],
  ["blood-glucose", "sample", HM, ["list", "get", "reconcile", ...ROLL]],
  ["body-fat", "sample", HM, ALL],
  ["calories-in-heart-rate-zone", "interval", AF, ROLL],
  ["core-body-temperature", "sample", HM, ["list", "get", "reconcile", ...ROLL]],
  ["daily-heart-rate-variability", "daily", HM, READ],
  ["daily-heart-rate-zones", "daily", HM, READ],
  ["daily-oxygen-saturation", "daily", HM, READ],
  ["daily-respiratory-rate", "daily", HM, READ],
  ["daily-resting-heart-rate", "daily", HM, READ],
  ["daily-sleep-temperature-derivations", "daily", HM, READ],
  ["daily-vo2-max", "daily", AF, READ],
  ["distance", "interval", AF, SERIES],
  ["electrocardiogram", "session", "ecg", ["list"]],
  ["exercise", "session", AF, ["list", "get", "reconcile", ...WRITE, "exportExerciseTcx"]],
  ["floors", "interval", AF, ["reconcile", ...ROLL]],
  ["food", "food", "nutrition", ["list", "get"]],
  ["food-measurement-unit", "food", "nutrition", ["list", "get"]],
  ["heart-rate", "sample", HM, SERIES],
  ["heart-rate-variability", "sample", HM, READ],
  ["height", "sample", HM, ["list", "get", "reconcile", ...WRITE]],
  ["hydration-log", "session", "nutrition", ALL],
  ["irregular-rhythm-notification", "session", "irn", ["list"]],
  ["menstrual-period", "interval", "reproductive_health", WRITE],
  ["moods", "sample", "mindfulness", WRITE],
  ["nutrition-log", "session", "nutrition", ALL],
  ["ovulation-test", "sample", "reproductive_health", WRITE],
  ["oxygen-saturation", "sample", HM, READ],
  ["respiratory-rate-sleep-summary", "sample", HM, READ],
  ["run-vo2-max", "sample", AF, SERIES],
  ["sedentary-period", "interval", AF, SERIES],
  ["sleep", "session", "sleep", ["list", "get", "reconcile", ...WRITE]],
  ["steps", "interval", AF, SERIES],
  ["swim-lengths-data", "interval", AF, SERIES],
  ["symptoms", "sample", "logged_symptoms", WRITE],
  ["time-in-heart-rate-zone", "interval", AF, SERIES],
  ["total-calories", "interval", AF, ROLL],
  ["vo2-max", "sample", AF, READ],
  ["weight", "sample", HM, ALL],
];

export const DATA_TYPES: ReadonlyMap<string, DataType> = new Map(ROWS.map(
  ([id, form, scope, methods]) => [id, {
    id,
    unionKey: id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    prefix: id.replace(/-/g, "_"),
    form,
    scope,
    methods,
    rollUpMaxDays: FOURTEEN_DAYS.includes(id) ? 14 : 90,
    members: OWN_MEMBERS[id] ?? MEMBERS[form],
  }],
));
