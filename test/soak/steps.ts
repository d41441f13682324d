import fc from "fast-check";
import type { HealthSwitches, Switches } from "../../local/sandbox";
import type { Fault } from "../../local/sandbox/faults";

/** A fault that strikes a request of one poll; the fields of the sandbox's control call. */
export interface Trouble {
  answer: Fault["answer"];
  times: number;
  /** Requests of the poll that come through before it. */
  skip: number;
}

/** The process ends at one step of a poll: an event is emitted, or the state is written. */
export interface Kill {
  /** How many steps are done before. */
  after: number;
  /** The platform loses the events that were emitted until then. */
  drops: boolean;
}

/** A poll, and what goes wrong with it. */
export interface Polling { troubles: Trouble[]; kill: Kill | undefined }

/** One step of a history. `pick` chooses among the newest records there are. */
export type Step
  = | { do: "wait"; minutes: number }
    | { do: "sync"; from: number; to: number }
    | { do: "record"; hoursAgo: number; minutes: number; synced: boolean; byApp: boolean }
    | { do: "twin"; pick: number; synced: boolean }
    | { do: "many"; count: number; hoursAgo: number }
    | { do: "edit"; pick: number; minutes: number; kind: "run" | "walk" | undefined }
    | { do: "delete"; pick: number }
    | { do: "reprocess"; pick: number; startMinutes: number; endMinutes: number; flip: boolean }
    | { do: "split"; pick: number; part: number; awake: number; keeps?: "first" | "second" }
    | { do: "grow"; pick: number; minutes: number }
    | { do: "travel"; zone: string }
    | { do: "fly"; zone: string; before: number; after: number }
    | { do: "stitch"; pick: number }
    | { do: "copy"; pick: number }
    | { do: "renumber" }
    | { do: "pending"; answers: number }
    | ({ do: "poll" } & Polling)
    | ({ do: "redeploy" } & Polling)
    | { do: "restart" }
    | { do: "props"; choice: number };

/** What the APIs do where they are known to differ. */
export interface Doing {
  fitbit: Partial<Switches>;
  health: Partial<HealthSwitches>;
}

/** What short histories are played with. */
export const USUAL: Doing = {
  fitbit: {
    activityListMoves: "date", sleepListDateMeans: "start", listKeyMissingWhenEmpty: false,
  },
  health: {
    healthConnect: "all",
    healthConnectFirst: true,
    copiesReconciled: false,
    copiesApart: false,
    appSleepsProcessed: false,
    nightsInProgress: false,
    provenanceMinutes: 0,
    sleepProcessingMinutes: 90,
    emptyNextPageToken: false,
    reconcileOrder: "newest first",
    sampleOrder: "newest first",
    weightCopies: false,
    glucoseWithoutOffset: false,
    ecgWithoutOffset: false,
  },
};

export interface History {
  seed: number;
  /** Days after 20 March 2026 on which it begins. */
  day: number;
  deployed: boolean;
  does: Doing;
  steps: Step[];
}

const pick = fc.nat(30);
const HOURS = 24 * 13;

const limited = (seconds: number) => (
  { status: 429, headers: { "Fitbit-Rate-Limit-Reset": String(seconds) }, body: { errors: [] } }
);

/** What fails, and is told apart from an answer. */
export const FAILURES: readonly Fault["answer"][] = [
  limited(5), limited(1800), limited(3600), { status: 429 },
  { status: 429, headers: { "Retry-After": "1800" } }, { status: 500 }, { status: 502 },
  { status: 503 }, { status: 401 }, { status: 410 }, "reset", "truncate", "html", "timeout",
];

const ANSWERS: readonly Fault["answer"][] = [
  ...FAILURES, "repeat", { without: ["logId", "dataPointName", "name"] },
  { without: ["startTime", "interval"] },
];

/** Whether a poll may end well and not have seen all. */
export const isBlinding = ({ answer }: Trouble): boolean =>
  answer === "repeat" || (typeof answer === "object" && "without" in answer);

/** The same poll without what would blind it. */
export const withoutBlinding = ({ troubles, kill }: Polling): Polling => (
  { troubles: troubles.filter((trouble) => !isBlinding(trouble)), kill }
);

/** A poll that meets such answers, so many requests after its first. */
export const pollingAmid = (answers: readonly Fault["answer"][], skips: number[]) => ({
  troubles: fc.oneof(
    { weight: 4, arbitrary: fc.constant<Trouble[]>([]) },
    {
      weight: 1,
      arbitrary: fc.array(fc.record({
        answer: fc.constantFrom(...answers),
        times: fc.integer({ min: 1, max: 4 }),
        skip: fc.constantFrom(...skips),
      }), { minLength: 1, maxLength: 2 }),
    },
  ),
  kill: fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.record({
        after: fc.oneof(fc.nat(3), fc.nat(110)), drops: fc.boolean(),
      }),
    },
  ),
});

export const polling = pollingAmid(ANSWERS, [0, 0, 0, 1, 2]);

/** Far from each other, and from where clocks change on another day. */
export const ZONES = ["Asia/Tokyo", "America/Los_Angeles", "Europe/Berlin", "Pacific/Auckland"];

export const a = <Name extends string, Rest extends object>(
  name: Name, fields: { [K in keyof Rest]: fc.Arbitrary<Rest[K]> },
) => fc.record({ do: fc.constant(name), ...fields }) as fc.Arbitrary<{ do: Name } & Rest>;

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: a("wait", {
      minutes: fc.constantFrom(1, 15, 15, 60, 360, 24 * 60, 3 * 24 * 60, 7 * 24 * 60),
    }),
  },
  { weight: 4, arbitrary: a("sync", { from: fc.nat(HOURS), to: fc.nat(HOURS) }) },
  { weight: 3, arbitrary: a("sync", { from: fc.constant(9999), to: fc.constant(0) }) },
  {
    weight: 7,
    arbitrary: a("record", {
      hoursAgo: fc.nat(HOURS),
      minutes: fc.integer({ min: 2, max: 90 }),
      synced: fc.boolean(),
      byApp: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: a("twin", { pick, synced: fc.boolean() }) },
  {
    weight: 1,
    arbitrary: a("many", {
      count: fc.integer({ min: 30, max: 130 }), hoursAgo: fc.nat(HOURS),
    }),
  },
  {
    weight: 3,
    arbitrary: a("edit", {
      pick,
      minutes: fc.integer({ min: -90, max: 90 }),
      kind: fc.constantFrom("run" as const, "walk" as const, undefined),
    }),
  },
  { weight: 2, arbitrary: a("delete", { pick }) },
  {
    weight: 3,
    arbitrary: a("reprocess", {
      pick,
      startMinutes: fc.integer({ min: -15, max: 15 }),
      endMinutes: fc.integer({ min: -15, max: 15 }),
      flip: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: a("split", {
      pick,
      part: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
      awake: fc.integer({ min: 61, max: 150 }),
      keeps: fc.constantFrom(undefined, "first" as const, "second" as const),
    }),
  },
  { weight: 2, arbitrary: a("stitch", { pick }) },
  { weight: 2, arbitrary: a("grow", { pick, minutes: fc.integer({ min: 1, max: 90 }) }) },
  { weight: 1, arbitrary: a("travel", { zone: fc.constantFrom(...ZONES) }) },
  {
    weight: 1,
    arbitrary: a("fly", {
      zone: fc.constantFrom(...ZONES),
      before: fc.integer({ min: 10, max: 400 }),
      after: fc.integer({ min: 10, max: 400 }),
    }),
  },
  { weight: 1, arbitrary: a("copy", { pick }) },
  { weight: 1, arbitrary: a("renumber", {}) },
  { weight: 1, arbitrary: a("pending", { answers: fc.integer({ min: 1, max: 6 }) }) },
  { weight: 14, arbitrary: a("poll", polling) },
  { weight: 1, arbitrary: a("redeploy", polling) },
  { weight: 2, arbitrary: a("restart", {}) },
  { weight: 1, arbitrary: a("props", { choice: fc.nat(3) }) },
);

/** Each of what the APIs are known, or may be thought, to do. */
const doing: fc.Arbitrary<Doing> = fc.record({
  fitbit: fc.record({
    activityListMoves: fc.constantFrom("date" as const, "offset" as const),
    sleepListDateMeans: fc.constantFrom("start" as const, "dateOfSleep" as const),
    listKeyMissingWhenEmpty: fc.boolean(),
  }),
  health: fc.record({
    healthConnect: fc.constantFrom("all" as const, "all" as const, "some" as const),
    healthConnectFirst: fc.boolean(),
    copiesReconciled: fc.boolean(),
    copiesApart: fc.boolean(),
    appSleepsProcessed: fc.boolean(),
    nightsInProgress: fc.boolean(),
    provenanceMinutes: fc.constantFrom(0, 0, 30, 300, 3000),
    sleepProcessingMinutes: fc.constantFrom(0, 90),
    emptyNextPageToken: fc.boolean(),
    sampleOrder: fc.constantFrom("newest first" as const, "oldest first" as const),
    weightCopies: fc.boolean(),
    glucoseWithoutOffset: fc.boolean(),
    ecgWithoutOffset: fc.boolean(),
    // Seldom, since it makes each deployment read all there is.
    reconcileOrder: fc.nat(9).map((n) => n > 0 ? "newest first" : "oldest first"),
  }),
});

/** Histories of up to so many steps. */
export const histories = (mostSteps: number): fc.Arbitrary<History> => fc.record({
  seed: fc.integer({ min: 1, max: 5 }),
  day: fc.nat(364),
  deployed: fc.boolean(),
  does: doing,
  steps: fc.array(step, { minLength: 1, maxLength: mostSteps, size: "max" }),
});
