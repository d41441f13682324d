import type { Author, Exercise } from "../person/truth";
import type { Source } from "./sources";
import type { Life } from "./state";

const ORIGINS: Record<Exercise["origin"], Source> = {
  started: "started", detected: "derived", manual: "fitbitClient",
};

const AUTHORS: Record<Author, Source> = {
  phone: "phone",
  hand: "app",
  web: "app",
  old: "app",
  api: "namelessClient",
  strava: "stravaClient",
};

/** Where the API says that an exercise comes from. */
export function sourceOf({ state }: Pick<Life, "state">, { key, origin, by }: Exercise): Source {
  if (state.written.has(key)) return "self";
  return by ? AUTHORS[by] : ORIGINS[origin];
}
