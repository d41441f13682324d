import { daysUntil, hasCome, latestDay, todayOf, totalsOf } from "../crossings/days";
import type { CrossingLook, CrossingLooks, Line } from "../crossings/kind";
import type { Props, Scene } from "../kind";
import { DAY, HOUR } from "../time";

/** The days that are over, of those until the last that an API shows. */
const linesUntil = (lastOf: (scene: Scene) => string) => (
  scene: Scene, { hoursAfter }: Props, since: string,
): Line[] => {
  const { person } = scene;
  const worn = daysUntil(since, lastOf(scene))
    .filter((day) => totalsOf(person, day).steps > 0);
  if (hoursAfter === undefined) {
    return worn.slice(0, -1).map((day) => ({ id: day, day, isSure: true }));
  }
  return worn.flatMap((day) => {
    const come = hasCome(Date.parse(day) + DAY + Number(hoursAfter) * HOUR, person.now);
    return come === "no" ? [] : [{ id: day, day, isSure: come === "surely" }];
  });
};

const onBoth = {
  choices: [
    {}, { hoursAfter: 6 }, { hoursAfter: 0 }, { hoursAfter: 30, timeZone: "home" },
    { unitSystem: "en_US" },
  ],
  lookBackDays: 14,
  flaw: ({ date, row, summary }, id) => {
    const { date: day, steps } = row as Props;
    if (date !== id || day !== id) return `as of ${String(date)}`;
    return steps === 0 || !summary ? "as of a day not worn" : undefined;
  },
} satisfies Partial<CrossingLook>;

const beside = ({ hoursAfter, timeZone }: Props): number =>
  hoursAfter === undefined || timeZone ? 0 : 1;

export const crossings: CrossingLooks = {
  fitbit: {
    ...onBoth,
    expecting: () => ({ lines: linesUntil(({ person }) => todayOf(person)) }),
    costs: { idle: () => 1, beside, perEvent: 2 },
  },
  google_health: {
    ...onBoth,
    expecting: () => ({ lines: linesUntil(({ person }) => latestDay(person.now)) }),
    // 90 days a request.
    costs: { idle: (days) => Math.ceil(days / 90), beside, perEvent: 15 },
  },
};
