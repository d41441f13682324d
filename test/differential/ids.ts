import fc from "fast-check";
import type { Fields } from "../../local/runtime/component";
import type { House, Outcome, Pair } from "./doors";
import { named } from "./life";

/** A prop that takes an id of records, and the list that gives it. */
interface IdProp {
  prop: string;
  field: string;
  list: string;
  root: string;
  props?: Fields;
}

const MOST = 20;

/** Each door has ids of its own. */
const IDS: readonly IdProp[] = [
  {
    prop: "activityLogId",
    field: "logId",
    list: "list-activity-logs",
    root: "activities",
    props: { limit: MOST },
  },
  { prop: "foodId", field: "foodId", list: "list-recent-foods", root: "foods" },
];

/** Any of the newest records, by its place in their list. */
export const anyIds: Record<string, fc.Arbitrary<number>> = Object.fromEntries(
  IDS.map(({ prop }) => [prop, fc.nat(MOST - 1)]),
);

/** The newest records. */
export const newestIds: Fields = Object.fromEntries(IDS.map(({ prop }) => [prop, 0]));

/** The props as each door takes them: with an id where there is the place of a record. */
export async function propsAt(
  house: House, pairs: Pair[], props: Fields,
): Promise<[fitbit: Fields, health: Fields]> {
  const [id] = IDS.filter(({ prop }) => typeof props[prop] === "number");
  if (!id) return [props, props];
  const both = await house.runBoth(named(pairs, id.list), id.props ?? {});
  const [fitbit = [], health = []] = both.map((outcome) => recordsOf(id, outcome));
  // Some have an id at one door alone.
  const places = health.flatMap((record, i) => record[id.field] === undefined ? [] : [i]);
  const place = places[Number(props[id.prop]) % places.length] ?? 0;
  const at = (records: Fields[]) => ({ ...props, [id.prop]: records[place]?.[id.field] });
  return [at(fitbit), at(health)];
}

const recordsOf = ({ root }: IdProp, { result }: Outcome) => result?.[root] as Fields[];
