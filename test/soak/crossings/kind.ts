import type { AppSlug } from "../../../local/catalog/apps";
import type { Props, Scene } from "../kind";

/** A line that the person's days, or an episode, have crossed, told from the person. */
export interface Line {
  /** What the event is told under. */
  id: string;
  /** The day by which the source remembers it. */
  day: string;
  /** Whether a poll that sees all has to tell of it; left out, it may. */
  isSure?: boolean;
}

/** What may be told at each poll of a source, from its deployment on. */
export interface Expecting {
  /** What has been crossed by now on days from `since` on. */
  lines: (scene: Scene, props: Props, since: string) => Line[];
  /** A poll that saw all of this has ended well; a calm one met no fault. */
  polled?: (scene: Scene, props: Props, isCalm: boolean) => void;
}

/** How a source that judges days or episodes looks to a history. */
export interface CrossingLook {
  /** The settings that a history changes between. */
  choices: readonly Props[];
  /** Made anew for each deployment. */
  expecting: () => Expecting;
  lookBackDays: number;
  /**
   * Requests: of a poll that looks at so many days and has nothing to tell; what it may take
   * beside that; and of an event.
   */
  costs: {
    idle: (days: number) => number; beside: (props: Props) => number; perEvent: number;
  };
  /** What is wrong with an event; undefined when nothing is. */
  flaw?: (event: Props, id: string, scene: Scene) => string | undefined;
}

/** What a file in `kinds/`, of the name of its source, says of each app. */
export type CrossingLooks = Partial<Record<AppSlug, CrossingLook>>;

/** A source on one of the apps. */
export interface CrossingKind extends CrossingLook { key: string; component: unknown }
