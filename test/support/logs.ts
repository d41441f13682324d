import { addDays } from "../../common/dates";

/** An exercise of the list, `index` days before 20 March 2026, with an id of 19 digits. */
export function activityLog(index: number) {
  return {
    logId: 2369048793018741000n + BigInt(index),
    activityName: "Run",
    activityTypeId: 90009,
    startTime: `${addDays("2026-03-20", -index)}T07:30:00.000-07:00`,
    duration: 1_800_000,
    activeDuration: 1_800_000,
    calories: 300,
    distance: 5.2,
    lastModified: "2026-03-20T17:44:07.000Z",
    logType: "tracker",
  };
}

/** A night that ended `index` days before 20 March 2026, with an id of 19 digits. */
export function sleepLog(index: number) {
  const dateOfSleep = addDays("2026-03-20", -index);
  return {
    logId: 1369048793018741000n + BigInt(index),
    dateOfSleep,
    startTime: `${addDays(dateOfSleep, -1)}T23:00:00.000`,
    endTime: `${dateOfSleep}T07:00:00.000`,
    duration: 28_800_000,
    minutesAsleep: 420,
    isMainSleep: true,
    type: "stages",
  };
}

/** `count` logs from the one `first` days back. */
export function several<T>(make: (index: number) => T, first: number, count: number): T[] {
  return Array.from({ length: count }, (_, i) => make(first + i));
}

/** What a list says of its pages; `next` is a link, empty on the last page. */
export function pagination(next = "") {
  return { next, limit: 100, offset: 0, previous: "", sort: "desc" };
}

/** The exact ids of logs, as text. */
export function idsOf(logs: { logId: bigint }[]): string[] {
  return logs.map(({ logId }) => logId.toString());
}
