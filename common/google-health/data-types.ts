/**
 * The data types of the Google Health API, and what can be done with each.
 * https://developers.google.com/health/data-types
 */

/** What kind of time a record carries: it decides how a type is filtered. */
export type RecordType = "interval" | "sample" | "daily" | "session" | "food";

export type Operation
  = | "list" | "reconcile" | "get" | "rollUp" | "dailyRollUp"
    | "create" | "patch" | "batchDelete" | "exportExerciseTcx";

/** The fields that a filter may bound, by the kind of the bound; none where it is refused. */
export interface FilterMembers {
  /** An instant, RFC 3339. */
  physical?: string;
  /** The user's own day or local time. */
  civil?: string;
  /** Whether only a lower bound is taken. */
  isOpenEnded?: boolean;
}

export interface DataType {
  /** As paths spell it. */
  id: string;
  record: RecordType;
  /** As payloads spell it. */
  unionKey: string;
  filter: FilterMembers;
  operations: readonly Operation[];
  /** The most days that one roll-up may span. */
  rollUpDays?: 14 | 90;
  /** The most points of a page. */
  pageSize?: 25 | 10_000;
  scopes: { read?: string; write?: string };
  /** Whether a list of it takes no family of sources. */
  isOfAllSources?: boolean;
  version: "v4" | "v4beta";
}

type Extra = Partial<
  Pick<DataType, "filter" | "rollUpDays" | "pageSize" | "isOfAllSources" | "version">
>;
type Row = readonly [RecordType, readonly Operation[], Extra?];

const READ = ["list", "reconcile"] as const;
const ROLLED = ["rollUp", "dailyRollUp"] as const;
const BOTH = [...READ, ...ROLLED] as const;
const NAMED = ["list", "get", "reconcile"] as const;
const WRITTEN = ["create", "patch", "batchDelete"] as const;

const FORTNIGHT = { rollUpDays: 14 } as const;
const SHORT_PAGES = { pageSize: 25 } as const;
const ALL_SOURCES = { isOfAllSources: true } as const;

const SLEEP_ENDS = { physical: "interval.end_time", civil: "interval.civil_end_time" };

/** How the records of each kind are filtered. https://developers.google.com/health/filters */
const MEMBERS: Record<RecordType, FilterMembers> = {
  interval: { physical: "interval.start_time", civil: "interval.civil_start_time" },
  sample: { physical: "sample_time.physical_time", civil: "sample_time.civil_time" },
  daily: { civil: "date" },
  session: { civil: "interval.civil_start_time" },
  food: {},
};

/** The types under one scope; `readonly` and `writeonly` are granted apart. */
function under<K extends string>(scope: string, rows: Record<K, Row>): Record<K, DataType> {
  const entries = Object.entries<Row>(rows).map(([id, row]) => [id, dataType(scope, id, row)]);
  return Object.fromEntries(entries) as Record<K, DataType>;
}

function dataType(scope: string, id: string, [record, operations, extra = {}]: Row): DataType {
  const has = (...wanted: Operation[]) => wanted.some((one) => operations.includes(one));
  const isFiltered = has("list", "reconcile");
  return {
    id,
    record,
    unionKey: id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    filter: isFiltered ? MEMBERS[record] : {},
    operations,
    ...has("rollUp") && { rollUpDays: 90 },
    ...isFiltered && { pageSize: 10_000 },
    scopes: {
      ...has("list", "reconcile", "rollUp") && { read: `${scope}.readonly` },
      ...has("create") && { write: `${scope}.writeonly` },
    },
    version: "v4",
    ...extra,
  };
}

export const dataTypes = {
  ...under("activity_and_fitness", {
    "steps": ["interval", BOTH],
    "distance": ["interval", BOTH],
    // `list` is refused.
    "floors": ["interval", ["reconcile", ...ROLLED]],
    "altitude": ["interval", BOTH],
    "active-energy-burned": ["interval", BOTH],
    "basal-energy-burned": ["interval", READ],
    "total-calories": ["interval", ROLLED, FORTNIGHT],
    "calories-in-heart-rate-zone": ["interval", ROLLED, FORTNIGHT],
    "active-minutes": ["interval", BOTH, FORTNIGHT],
    "active-zone-minutes": ["interval", BOTH],
    "activity-level": ["interval", READ],
    "sedentary-period": ["interval", BOTH],
    "time-in-heart-rate-zone": ["interval", BOTH],
    "swim-lengths-data": ["interval", BOTH],
    "exercise": ["session", [...NAMED, ...WRITTEN, "exportExerciseTcx"], SHORT_PAGES],
    "vo2-max": ["sample", READ],
    "run-vo2-max": ["sample", BOTH],
    "daily-vo2-max": ["daily", READ],
  }),
  ...under("health_metrics_and_measurements", {
    "heart-rate": ["sample", BOTH, FORTNIGHT],
    "daily-resting-heart-rate": ["daily", READ],
    "daily-heart-rate-zones": ["daily", READ],
    "heart-rate-variability": ["sample", READ],
    "daily-heart-rate-variability": ["daily", READ],
    "oxygen-saturation": ["sample", READ],
    "daily-oxygen-saturation": ["daily", READ],
    "daily-respiratory-rate": ["daily", READ],
    "respiratory-rate-sleep-summary": ["sample", READ],
    "daily-sleep-temperature-derivations": ["daily", READ],
    "core-body-temperature": ["sample", [...NAMED, ...ROLLED]],
    "blood-glucose": ["sample", [...NAMED, ...ROLLED]],
    "weight": ["sample", [...NAMED, ...ROLLED, ...WRITTEN]],
    "body-fat": ["sample", [...NAMED, ...ROLLED, ...WRITTEN]],
    "height": ["sample", [...NAMED, ...WRITTEN]],
    "skin-temperature-sensors": ["sample", ["list"], { version: "v4beta" }],
  }),
  ...under("sleep", {
    "sleep": ["session", [...NAMED, ...WRITTEN], {
      ...SHORT_PAGES, ...ALL_SOURCES, filter: SLEEP_ENDS,
    }],
  }),
  ...under("nutrition", {
    "nutrition-log": ["session", [...NAMED, ...ROLLED, ...WRITTEN]],
    "hydration-log": ["session", [...NAMED, ...ROLLED, ...WRITTEN]],
    "food": ["food", ["list", "get"], ALL_SOURCES],
    "food-measurement-unit": ["food", ["list", "get"], ALL_SOURCES],
  }),
  ...under("ecg", {
    "electrocardiogram": ["session", ["list"], {
      filter: { physical: "interval.start_time", isOpenEnded: true },
    }],
  }),
  ...under("irn", { "irregular-rhythm-notification": ["session", ["list"]] }),
  ...under("reproductive_health", {
    "menstrual-period": ["interval", WRITTEN],
    "ovulation-test": ["sample", WRITTEN],
  }),
  ...under("mindfulness", { "moods": ["sample", WRITTEN] }),
  ...under("logged_symptoms", { "symptoms": ["sample", WRITTEN] }),
};

export type DataTypeId = keyof typeof dataTypes;
