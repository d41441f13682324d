import fc from "fast-check";
import type { Fields } from "../../local/runtime/component";
import type { House, Outcome, Pair } from "./doors";
import { named } from "./life";

/** What takes the id of an activity: each door has one of its own for it. */
const ACTIVITY_ID = "activityLogId";
const MOST = 20;

/** One of the newest activities, by its place in the list. */
export const anyActivity = fc.nat(MOST - 1);

/** The props as each door takes them. */
export async function propsAt(
  house: House, pairs: Pair[], { [ACTIVITY_ID]: place, ...props }: Fields,
): Promise<[fitbit: Fields, health: Fields]> {
  if (typeof place !== "number") return [props, props];
  const list = named(pairs, "list-activity-logs");
  const [fitbit, health] = await house.runBoth(list, { limit: MOST });
  const chosen = ({ result }: Outcome) => {
    const logs = result?.activities as Fields[];
    return { ...props, [ACTIVITY_ID]: logs[place % logs.length]?.logId };
  };
  return [chosen(fitbit), chosen(health)];
}
