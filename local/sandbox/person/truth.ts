import type { Span } from "./days";
import type { ExerciseKindName } from "./exercise-kinds";

/**
 * What is true of the person: UTC instants (epoch ms) and SI units. `key` is a record's
 * identity in truth; the id an API shows for it is another thing and may change (`ids.ts`).
 */
interface Truth {
  key: string;
  /**
   * The keys that what happened had at first, where logs were worked out again, split or
   * joined: the key of a log says which log it is, `truthsOf` of what it tells.
   */
  of?: readonly string[];
  start: number;
  end: number;
  /** When the record last changed, or came to be (epoch ms). */
  changed: number;
}

/** What is not counted from minutes but said by whoever logged it. */
export interface Said {
  steps?: number;
  metres?: number;
  /** Absent when nobody told it. */
  kcal?: number;
}

/** An activity that an API's user picked or named, in the words of that API. */
export interface NamedActivity {
  typeId: number;
  parentId: number;
  name: string;
  parentName: string;
  description: string;
}

/**
 * Who an exercise is from that neither the watch recorded nor a client of an API wrote:
 * recorded with Fitbit's phone app, typed into it, typed at fitbit.com, typed there in the
 * first years, from a client that has no name, from Strava.
 */
export const AUTHORS = ["phone", "hand", "web", "old", "api", "strava"] as const;
export type Author = (typeof AUTHORS)[number];

export interface Exercise extends Truth {
  kind: ExerciseKindName | NamedActivity;
  origin: "started" | "detected" | "manual";
  by?: Author;
  /** Of manual ones, and the energy of one that a control call made: minutes tell the rest. */
  said?: Said;
  /** What the person corrected afterwards. */
  edited?: Partial<Said>;
  /** When it was before the person moved it. */
  original?: Span;
  /** What another app tells of it has taken the place of the watch's, where both may be. */
  copied?: true;
}

export interface Sleep extends Truth {
  kind: "stages" | "classic";
  /** Why a sleep has no stages. */
  lack?: "heart data" | "too short";
  origin: "watch" | "manual";
  /** Of manual ones: typed into Fitbit's phone app; else a client of an API wrote it. */
  by?: "hand";
  copied?: true;
}

export interface Weighing extends Truth {
  kg: number;
  fatPercent?: number;
  /** The scale, the person by hand, or a client of the Fitbit Web API. */
  source: "scale" | "app" | "client";
}

/** What the person told of a food beside its energy. */
export interface Eaten {
  name: string;
  /** Of the catalogue. */
  foodId?: number;
  /** 1 to 7: breakfast, snack, lunch, snack, dinner, snack, any time. */
  meal: number;
  amount?: number;
  unitId?: number;
  /** Grams; absent when nobody told them. */
  carbs?: number;
  fat?: number;
  fiber?: number;
  protein?: number;
  sodium?: number;
}

/** Body fat alone, food or water. */
export interface Entry extends Truth {
  type: "fat" | "food" | "water";
  /** Percent, kilocalories, millilitres. */
  value: number;
  food?: Eaten;
  /** A client of the Fitbit Web API wrote it; else the person did. */
  by?: "client";
  /** It is another now than when it was written. */
  edited?: true;
}

/** What food is called of which the person told the energy and nothing else. */
export const UNNAMED_FOOD = "Quick calories";

export type AnyRecord = Exercise | Sleep | Weighing | Entry;

export const spanOf = ({ start, end }: Pick<Truth, "start" | "end">): Span => (
  { from: start, to: end }
);

/** What really happened, of which a record tells: one thing, or several that were joined. */
export const truthsOf = ({ key, of = [key] }: Truth): readonly string[] => of;
