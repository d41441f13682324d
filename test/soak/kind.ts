import type { AppSlug } from "../../local/catalog/apps";
import type { HealthSwitches, Person } from "../../local/sandbox";
import type { Step } from "./steps";
import type { Time } from "./time";

/** What the person has and the API may show, told from the person. */
export interface Log extends Time {
  /** Which log it is; stays when ids change. */
  key: string;
  /** The id that the API shows just now. */
  id: string;
  /** The user's day that it belongs to. */
  day: string;
  /** When it was as the API shows it, where that is not in UTC. */
  wall?: Time;
  /** Logs that nothing but their id tells apart have this in common. */
  alike: string;
  /** From when on it may be told of. */
  settled: number;
  wanted: boolean;
  /** What the settings go by: one that they let go may arrive after all when it changes. */
  content: string;
}

export type Props = Record<string, unknown>;

/** How the person's records look to a source on one of the apps. */
export interface Look {
  tells: "activities" | "sleeps";
  /** The settings that a history changes between. */
  choices: readonly Props[];
  /** What ended after `since` and the API may show, oldest first. */
  logs: (person: Person, props: Props, since: number) => Log[];
  /** Whether an event is one that the settings let through. */
  isWanted: (event: Props, props: Props) => boolean;
  /** A first page goes no further back. */
  historyDays: number;
  /** Records on a page. */
  page: number;
  /** The most requests of a poll that finds something new: for each page, and beside them. */
  costs: { perPage: number; beside: (props: Props) => number };
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

/** What the sandbox's Google Health does: as much as its sources must live with. */
export const HEALTH_SWITCHES = {
  healthConnect: "all",
  healthConnectFirst: true,
  copiesApart: false,
  appSleepsProcessed: false,
  sleepProcessingMinutes: 90,
} as const satisfies Partial<HealthSwitches>;
