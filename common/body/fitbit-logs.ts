import type { Call } from "../call";
import { get, type Requests } from "../fitbit/requests";
import { path } from "../wire/paths";
import { readEach, type Reader } from "../wire/records";
import { readBodyFatLog, readWeightLog } from "./records";
import type { BodyFatLog, WeightLog } from "./shapes";

export const SCOPE = "weight";

/** Logs of a kind, and the days that one request of them may cover. */
export interface Kind<T extends object> {
  /** Of the path and of the answer. */
  root: "weight" | "fat";
  longest: number;
  read: Reader<T>;
}

export const WEIGHT: Kind<WeightLog> = { root: "weight", longest: 31, read: readWeightLog };
export const FAT: Kind<BodyFatLog> = { root: "fat", longest: 30, read: readBodyFatLog };

/** The logs of the days that the end of a path names. */
export async function asked<T extends object>(
  app: Requests, { root, read }: Kind<T>, days: string, call: Call,
): Promise<T[]> {
  const answer = await get<Record<string, unknown>>(app, {
    path: `${path`/1/user/-/body/log/${root}/date/`}${days}`,
    root: `${root}[]`,
    empty: true,
    scope: SCOPE,
  }, call);
  return readEach(answer[root], `${root} logs`, read, call);
}
