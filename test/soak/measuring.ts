import { todayOf } from "./crossings/days";
import type { Log, Look, Scene } from "./kind";
import { NOT_OF_MOMENTS } from "./moments";
import { onFitbit } from "./on-fitbit";
import { onGoogleHealth } from "./on-google-health";
import { MINUTE } from "./time";

/** What holds of every source of measurements of the body on Fitbit. */
export const measuredOnFitbit = {
  ...onFitbit,
  lookBackDays: 26,
  choices: [{}, { timeZone: "home" }],
  historyDays: 150,
  isWanted: () => true,
  isNamed: (id, { logId }) => id.replace(/-\d+$/, "") === logId,
  pagesOf: (days) => 1 + Math.ceil(Math.max(0, days - 28) / 30),
  costs: { perPage: 1, beside: ({ timeZone }) => timeZone ? 0 : 1 },
  vague: 0,
  never: [...onFitbit.never, ...NOT_OF_MOMENTS],
} satisfies Partial<Look>;

/** Fitbit shows them until today: who flies westward has some of tomorrow. */
export const untilToday = ({ person }: Scene, logs: Log[]): Log[] =>
  logs.filter(({ day }) => day <= todayOf(person));

/** One value within two minutes is one measurement. */
const mayBeOne = (a: Log, b: Log): boolean => a.type === b.type
  && a.reports?.some((one) => b.reports?.some((other) => (
    Math.abs(one.start - other.start) <= 2 * MINUTE
  ))) === true;

/** The same on Google Health. */
export const measuredOnGoogleHealth = {
  ...onGoogleHealth,
  lookBackDays: 90,
  choices: [{}, { skipWrittenByApps: true }],
  historyDays: 150,
  isWanted: () => true,
  mayBeOne,
  page: 10_000,
  never: [...onGoogleHealth.never, ...NOT_OF_MOMENTS],
  syncChangesIds: false,
} satisfies Partial<Look>;
