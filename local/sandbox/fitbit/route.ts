import type { Person } from "../person/person";
import type { Access } from "./access";
import type { Switches } from "./switches";
import type { Units } from "./units";

/** One request that has passed the door: known path, known person, granted scope. */
export interface Call {
  person: Person;
  access: Access;
  units: Units;
  switches: Switches;
  path: string;
  /** The variable parts of the path. */
  params: Readonly<Record<string, string>>;
  /** The parameters of the query and of a form body. */
  query: ReadonlyMap<string, string>;
  /** Links that were given out and are followed by more than a client may build itself. */
  issued: Set<string>;
}

/** What is sent as it is. */
export interface Raw { type: string; text: string }

export interface Answer { status?: number; body?: unknown; raw?: Raw }

export interface Route {
  method: "GET" | "POST" | "DELETE";
  path: string;
  /** Absent where any token will do. */
  scope?: string;
  /** The parameters it takes; any other is refused. */
  takes?: readonly string[];
  answer: (call: Call) => Answer;
}
