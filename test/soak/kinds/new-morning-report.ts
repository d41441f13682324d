import { daysUntil, hasCome, latestDay } from "../crossings/days";
import type { CrossingLook, CrossingLooks, Expecting } from "../crossings/kind";
import type { Props } from "../kind";
import { DAY, utcDay } from "../time";

const choices: Props[] = [
  { timeZone: "Europe/Berlin" }, { timeZone: "Europe/Berlin", time: "06:30", metrics: ["hrv"] },
  {}, { timeZone: "Asia/Tokyo", time: "12:00" },
  { timeZone: "America/Los_Angeles", unitSystem: "en_US" },
];

/** `2026-03-20 09:30`, as the clocks of a zone show it. */
const localTime = (timeZone: string, now: number): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" }).format(now);

/** The days that may be going on, and which of them has come to its latest time. */
function goingOn({ timeZone, time = "10:00" }: Props, now: number) {
  if (typeof timeZone !== "string") {
    const days = daysUntil(utcDay(now - 2 * DAY), latestDay(now)).filter((day) =>
      hasCome(Date.parse(day), now) !== "no" && hasCome(Date.parse(day) + DAY, now) !== "surely");
    return days.map((day) => ({ day, isDue: false }));
  }
  const [day = "", clock = ""] = localTime(timeZone, now).split(" ");
  return [{ day, isDue: clock >= String(time) }];
}

/** A day is told of while it goes on; none before one that may have been told of. */
function untilDue(): Expecting {
  let newest = "";
  return {
    lines: ({ person }, props) => goingOn(props, person.now).map(({ day, isDue }) => {
      newest = day > newest ? day : newest;
      return { id: day, day, isSure: isDue && day === newest };
    }),
  };
}

const onBoth: CrossingLook = {
  choices,
  lookBackDays: 3,
  expecting: untilDue,
  // The night, its metrics, yesterday and the offset; then the rest.
  costs: { idle: () => 9, beside: () => 0, perEvent: 12 },
  flaw: ({ date, row, yesterday, text }, id) => {
    const days = [date, (row as Props).date].filter((day) => day !== id);
    const [before] = [(yesterday as Props).date];
    if (days.length || before !== utcDay(Date.parse(id) - DAY)) return `as of ${String(before)}`;
    return String(text).startsWith(`**${id}**`) ? undefined : "in other words";
  },
};

export const crossings: CrossingLooks = { fitbit: onBoth, google_health: onBoth };
