import type { AppSlug } from "../../local/catalog/apps";
import type { Sandbox } from "../../local/sandbox";
import type { Step } from "./steps";
import type { Time } from "./time";
import type { Ways } from "./ways";

/** A person, and how Google Health shows their records in a history. */
export type Scene = Pick<Sandbox, "person" | "healthSwitches">;

/** What the watch or an app tells of a log, and which of them. */
export interface Report extends Time { id: string; source: string }

/** What the person has and the API may show, told from the person. */
export interface Log extends Time {
  /** Which log it is; stays when ids change. */
  key: string;
  /** The id that the API shows just now. */
  id: string;
  /** All that it shows of the log, where an app may tell of it as well. */
  reports?: readonly Report[];
  /** What it was, where another report of that kind may be one of it. */
  type?: string;
  /** The user's day that it belongs to. */
  day: string;
  /** When it was as the API shows it, where that is not in UTC. */
  wall?: Time;
  /** Logs that nothing but their id tells apart have this in common. */
  alike: string;
  /** From when on it may be told of. */
  settled: number;
  /** By how much earlier or later that may seem, in ms; left out, not at all. */
  lead?: number;
  lag?: number;
  wanted: boolean;
  /** What the settings go by: one that they let go may arrive after all when it changes. */
  content: string;
  /** Those parts of it, of several, for which it is wanted; left out, the whole. */
  wantedFor?: readonly string[];
  /** What it adds to its day, where days are read that come to something else. */
  adds?: number;
}

export type Props = Record<string, unknown>;

/** How late a record may be for most sources, and still be told of. */
export const USUAL_DAYS = 14;

/** How the person's records look to a source on one of the apps. */
export interface Look {
  /** What it tells of: what the person does, or how they keep records of single moments. */
  tells: "activities" | "sleeps" | Ways;
  /** How late a record may be. */
  lookBackDays: number;
  /** The settings that a history changes between. */
  choices: readonly Props[];
  /** What ended after `since` and the API may show, oldest first. */
  logs: (scene: Scene, props: Props, since: number) => Log[];
  /** Whether two logs may be two reports of one thing, so that one of them arrives. */
  mayBeOne?: (a: Log, b: Log) => boolean;
  /** Whether an event has the id of its log; left out, where it is the log's own. */
  isNamed?: (id: string, event: Props) => boolean;
  /** Whether an event is one that the settings let through. */
  isWanted: (event: Props, props: Props) => boolean;
  /** A first page goes no further back. */
  historyDays: number;
  /** Records on a page. */
  page: number;
  /** The pages of so many days, where it is days that make them. */
  pagesOf?: (days: number) => number;
  /** The most records that appear at once; left out, as many as a step says. */
  many?: number;
  /**
   * The most requests of a poll that finds something new: for each page, and beside them; and
   * of one that finds nothing, where that is more than one.
   */
  costs: { perPage: number; beside: (props: Props) => number; idle?: number };
  /** By how much `settled` may be off, in ms: where the user's offset is not known. */
  vague: number;
  /** What does not happen behind this API. */
  never: readonly Step["do"][];
  /** A sync may bring another id of what is known already. */
  syncChangesIds: boolean;
}

/** How they look on each app: what a file in `kinds/`, of the name of its source, says. */
export type Looks = Partial<Record<AppSlug, Look>>;

/** A source on one of the apps. */
export interface Kind extends Look { key: string; component: unknown }

/** The ids under which the API shows a log. */
export const idsOf = ({ id, reports }: Log): readonly string[] =>
  reports?.map((report) => report.id) ?? [id];
