import type { Author, Exercise, NamedActivity, Said } from "./truth";

const named = (typeId: number, name: string): NamedActivity =>
  ({ typeId, parentId: typeId, name, parentName: name, description: "" });

const WALK = named(90013, "Walk");
const RUN = named(90009, "Run");

/** What each of them tells of so many minutes. What the phone records counts as measured. */
const TOLD: Record<Author, { kind: Exercise["kind"]; said?: (minutes: number) => Said }> = {
  phone: { kind: "run" },
  hand: { kind: WALK, said: (minutes) => ({ kcal: minutes * 5, metres: minutes * 80 }) },
  web: { kind: WALK, said: (minutes) => ({ kcal: minutes * 4 }) },
  old: { kind: WALK },
  api: { kind: RUN, said: (minutes) => ({ kcal: minutes * 11, metres: minutes * 160 }) },
  strava: { kind: RUN, said: (minutes) => ({ kcal: minutes * 12, metres: minutes * 170 }) },
};

/** What an exercise of one of the authors is; of none, a walk with the watch. */
export function exerciseOf(
  by: Author | undefined, minutes: number,
): Pick<Exercise, "kind" | "origin" | "by" | "said"> {
  if (!by) return { kind: "walk", origin: "started" };
  const { kind, said } = TOLD[by];
  return { kind, origin: by === "phone" ? "started" : "manual", by, said: said?.(minutes) };
}
