import { deletion, editExercise, growExercise, type Exercise } from "../../local/sandbox";
import type { Log } from "./kind";
import type { Stage } from "./life";
import { MINUTE } from "./time";
import type { Edit, Ways } from "./ways";

const BY_APP = {
  typeId: 90009, parentId: 90009, name: "Run", parentName: "Run", description: "",
};

export const exerciseOf = ({ person }: Stage, log: Log | undefined): Exercise | undefined =>
  log && person.exercises().find(({ key }) => key === log.key);

function correct({ person, gap }: Stage, exercise: Exercise, { minutes, kind }: Edit): void {
  // Nobody could tell a log that has both another id and another start or kind.
  if (gap.renumbered) return;
  const latest = exercise.start + person.now - exercise.end;
  person.change(editExercise(exercise, {
    kind: exercise.origin === "manual" ? undefined : kind,
    start: Math.min(exercise.start + minutes * MINUTE, latest),
    metres: 2000 + minutes,
  }));
  gap.edited = true;
}

/** A later sync brings more of an activity. */
export function growActivity(stage: Stage, log: Log, minutes: number): void {
  const exercise = exerciseOf(stage, log);
  if (!exercise || stage.gap.renumbered) return;
  stage.person.change(growExercise(exercise, minutes));
  stage.gap.edited = true;
}

/** What the person does with activities. */
export const moving: Ways = {
  record: ({ person }, { end, minutes, synced, byApp }) => {
    const start = end - minutes * MINUTE;
    if (byApp) person.addExercise(BY_APP, { from: start, to: end }, { kcal: 90 });
    else person.record({ type: "activity", start, minutes, synced });
  },
  repeat: ({ person }, { start, end }, synced) => {
    const minutes = Math.max(1, Math.floor((end - start) / MINUTE));
    person.record({ type: "activity", start, minutes, synced });
  },
  edit: (stage, log, edit) => {
    const exercise = exerciseOf(stage, log);
    if (exercise) correct(stage, exercise, edit);
  },
  remove: (stage, log) => {
    const exercise = exerciseOf(stage, log);
    if (exercise) stage.person.change(deletion(exercise));
  },
};
