import type { Log } from "./kind";
import type { Stage } from "./life";
import type { Step } from "./steps";

/** Something that the person records; of what takes no time, the minutes say what it is. */
export interface Made { end: number; minutes: number; synced: boolean; byApp: boolean }

export type Edit = Extract<Step, { do: "edit" }>;

/** What the person does with records of a kind. What cannot be is not done. */
export interface Ways {
  record: (stage: Stage, made: Made) => void;
  /** Records another one that looks like a log, or comes as near to that as can be. */
  repeat: (stage: Stage, log: Log, synced: boolean) => void;
  edit: (stage: Stage, log: Log, edit: Edit) => void;
  remove: (stage: Stage, log: Log) => void;
}
