import { fingerprint } from "../fingerprint";
import { writtenBy } from "../origin";
import type { Mark } from "../polling/marks";
import { activityOfType } from "./names";
import type { ActivityLog } from "./shapes";

/** What an activity was, in an API's words. */
interface Done {
  /** Fitbit's number, or Google's word. */
  type: number | string | undefined;
  name: string | undefined;
}

/**
 * What tells an activity from another of its time, and what another device may take it for.
 * The name counts where the type says nothing.
 */
export function kindOfActivity({ type = "OTHER", name = "" }: Done): Omit<Mark, "spans"> {
  const known = activityOfType(type);
  const isNamed = type === "OTHER" || known?.isVague;
  return {
    kind: fingerprint(isNamed ? `${type} ${name.toLowerCase()}` : known?.name ?? String(type)),
    family: known?.like && fingerprint(known.like),
  };
}

/** What a filter reads of an activity. */
export function contentOfActivity(log: ActivityLog): string {
  const { activityName, duration } = log;
  return fingerprint([activityName, duration, writtenBy(log)].join(" "));
}
