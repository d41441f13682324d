import type { DifferingRecord } from "../../common/differences";
import type { Fields } from "../../local/runtime/component";
import type { HealthSwitches } from "../../local/sandbox";
import { activityId } from "../../local/sandbox/fitbit/activity/by-id";
import { sleepId } from "../../local/sandbox/fitbit/sleep/log";
import { AUTHORS } from "../../local/sandbox/person/truth";
import type { House } from "./doors";

type Act = (house: House) => Promise<void>;

/** Something that no plain day has, and real ones do. */
export interface Oddity {
  what: string;
  /** The records that it is seen in. */
  of: readonly DifferingRecord[];
  healthSwitches?: Partial<HealthSwitches>;
  /** How it comes about; a source polls after each act. */
  acts: readonly [Act, ...Act[]];
  /** Google's door lists what two apps tell of; its source tells of it once. */
  isListedTwice?: true;
  /** What a source at Google's door may not know yet when it tells of a record. */
  isToldWithout?: readonly string[];
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

const clock = ({ person, control }: House, hours: number): Promise<void> =>
  control("clock", { now: new Date(person.now + hours * HOUR).toISOString() });

const sync = ({ control }: House): Promise<void> => control("sync", {});

/** So many hours later everything is synced. */
export const later = (hours: number): Act => async (house) => {
  await clock(house, hours);
  await sync(house);
};

const change = ({ control }: House, name: string, fields: Fields): Promise<void> =>
  control("changes", [{ change: name, ...fields }]);

interface Recorded { minutes?: number; by?: string }

/** Records that ended some minutes ago, and an hour before that. */
const record = (type: string, ...records: Recorded[]): Act => async ({ person, control }) => {
  await control("records", records.map(({ minutes = 30, by }, i) => {
    const ago = i * HOUR + (minutes + 20) * MINUTE;
    const start = person.timeline.local(person.now - ago).slice(0, 19);
    return { type, start, minutes, by, synced: true };
  }));
};

/** The last of some records. */
function last<T>(records: T[]): T {
  const [record] = records.slice(-1);
  if (record === undefined) throw new Error("There is no such record.");
  return record;
}

/** The ids of the newest workout and of the newest short sleep, as Fitbit has them. */
const workout = ({ person }: House): string =>
  String(activityId(person, last(person.exercises())));
const nap = ({ person }: House): string =>
  String(sleepId(person, last(person.sleeps().filter(({ kind }) => kind === "classic"))));

const split = (keeps?: "first" | "second"): Act => async (house) => {
  const night = last(house.person.sleeps());
  const { start, end } = night;
  const id = String(sleepId(house.person, night));
  const local = (share: number): string => house.person.timeline
    .local(Math.floor((start + (end - start) * share) / MINUTE) * MINUTE).slice(0, 19);
  await change(house, "split", { id, from: local(0.4), to: local(0.7), keeps });
};

/** Asleep in the plane by the clocks of Tokyo, and at home by those of the other coast. */
async function flyWest(house: House): Promise<void> {
  await change(house, "travel", { timeZone: "Asia/Tokyo" });
  await clock(house, 13);
  await record("sleep", { minutes: 110 })(house);
  await change(house, "travel", { timeZone: "America/Los_Angeles" });
  await later(20)(house);
  await record("sleep", { minutes: 100 })(house);
}

/** Asleep by one clock, awake by another. */
const sleepThroughFlightTo = (timeZone: string): Act => async (house) => {
  await later(12)(house);
  const start = house.person.timeline.local(house.person.now).slice(0, 19);
  await clock(house, 2);
  await change(house, "travel", { timeZone });
  await clock(house, 4);
  await house.control("records", [{ type: "sleep", start, minutes: 300, synced: true }]);
};

const sleeps = { of: ["sleepLog"] } as const;
const workouts = { of: ["activityLog", "dayActivity"] } as const;

export const ODDITIES: readonly Oddity[] = [
  {
    ...sleeps,
    what: "a flight west after which a date comes back",
    acts: [flyWest, later(26)],
  },
  {
    ...sleeps,
    what: "a flight west slept through",
    acts: [sleepThroughFlightTo("America/New_York"), later(26)],
  },
  {
    ...sleeps,
    what: "a flight east slept through",
    acts: [sleepThroughFlightTo("Asia/Tokyo"), later(26)],
  },
  { ...sleeps, what: "a night in two parts with ids of their own", acts: [later(26), split()] },
  {
    ...sleeps,
    what: "a night of which the first part keeps the id",
    acts: [later(26), split("first")],
  },
  {
    ...sleeps,
    what: "a night of which the second part keeps the id",
    acts: [later(26), split("second")],
  },
  {
    ...sleeps,
    what: "a sleep that grows after it was told of",
    acts: [
      record("sleep", { minutes: 30 }),
      later(18),
      (house) => change(house, "grow", { id: nap(house), minutes: 60 }),
    ],
  },
  {
    ...workouts,
    what: "a workout that grows",
    acts: [
      record("activity", { minutes: 16 }),
      later(1),
      (house) => change(house, "grow", { id: workout(house), minutes: 46 }),
    ],
  },
  {
    ...workouts,
    what: "another app's copies seconds apart, a day later",
    healthSwitches: { healthConnect: "all" },
    acts: [record("activity", { by: "phone" }), later(24), later(24)],
  },
  {
    ...workouts,
    what: "another app's copies in the answer of reconcile",
    healthSwitches: { healthConnect: "all", copiesReconciled: true },
    acts: [record("activity", { by: "phone" }), later(24), later(24)],
    isListedTwice: true,
  },
  {
    ...workouts,
    what: "provenance that lags",
    healthSwitches: { provenanceMinutes: 45 },
    acts: [record("activity", {}, { by: "strava" }), later(1)],
    isToldWithout: ["logType", "source"],
  },
  {
    ...sleeps,
    what: "nights that go on while the watch syncs",
    healthSwitches: { nightsInProgress: true, sleepProcessingMinutes: 30 },
    acts: [later(17), later(9), later(2)],
  },
  ...AUTHORS.map((by): Oddity => ({
    ...workouts,
    what: `what the watch did not record: ${by}`,
    acts: [record("activity", { by })],
  })),
  {
    ...sleeps,
    what: "a sleep that was typed in",
    acts: [record("sleep", { by: "hand", minutes: 90 }), later(26)],
  },
];
