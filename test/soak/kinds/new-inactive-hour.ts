import type { CrossingLook, CrossingLooks, Line } from "../crossings/kind";
import type { Props, Scene } from "../kind";
import { DAY, HOUR, MINUTE } from "../time";

const choices: Props[] = [
  { timeZone: "home" },
  { timeZone: "home", startTime: "20:00", endTime: "03:00", allowanceMinutes: 0 },
  { timeZone: "home", startTime: "00:00", endTime: "00:00", minimumSteps: 1 },
  { timeZone: "home", days: ["Monday", "Friday"], allowanceMinutes: 240 },
];

/** On some clock an hour begins at each full quarter: those that are over may be told of. */
function hoursOver({ person: { now } }: Scene, { allowanceMinutes = 60 }: Props): Line[] {
  const last = now - HOUR - Number(allowanceMinutes) * MINUTE;
  const quarter = 15 * MINUTE;
  return Array.from({ length: DAY / quarter + 1 }, (_, i) => {
    const id = new Date(Math.floor(last / quarter) * quarter - i * quarter).toISOString();
    return { id, day: id.slice(0, 10) };
  });
}

const onBoth = {
  choices,
  lookBackDays: 2,
  expecting: () => ({ lines: hoursOver }),
  flaw: ({ start, startTime, endTime, steps, minimumSteps }, id) => {
    if (start !== id) return `as of ${String(start)}`;
    const length = Date.parse(`1970-01-02T${String(endTime)}Z`) - Date.parse(`1970-01-02T${String(startTime)}Z`);
    if ((length + DAY) % DAY !== HOUR) return "as of no hour";
    return Number(steps) < Number(minimumSteps) ? undefined : "as of too many steps";
  },
} satisfies Partial<CrossingLook>;

export const crossings: CrossingLooks = {
  fitbit: { ...onBoth, costs: { idle: () => 3, beside: () => 0, perEvent: 0 } },
  google_health: { ...onBoth, costs: { idle: () => 2, beside: () => 0, perEvent: 0 } },
};
