import { deletion } from "../../person/changes";
import { HOUR } from "../../person/days";
import type { NamedActivity, Said } from "../../person/truth";
import { invalid } from "../envelope";
import { decimal, required, startOf, wholeNumber } from "../read";
import type { Answer, Call, Route } from "../route";
import { DISTANCE_UNITS, round } from "../units";
import { exerciseById } from "./by-id";
import { activityById, type CatalogueActivity } from "./catalogue";
import { dayItem } from "./day";
import { burnt } from "./effort";

const WALK = 90013;
const RUN = 90009;
const MAX_DURATION = 24 * HOUR;
/** Above the ids of the catalogue: what people name themselves. */
const OWN_ACTIVITY = 30_000_000;

/** Which activity is meant: one of the catalogue, or one by its own name. */
function chosen(call: Call): CatalogueActivity | NamedActivity {
  const id = call.query.get("activityId");
  const name = call.query.get("activityName");
  if ((id === undefined) === (name === undefined)) {
    const message = "Exactly one of activityId and activityName is required";
    throw invalid(id === undefined ? "activityName" : "activityId", message);
  }
  if (id !== undefined) {
    const found = activityById(wholeNumber("activityId", id, 1, 1e9));
    if (!found) throw invalid("activityId", `Invalid activityId: ${id}`);
    return found;
  }
  const own = required(call, "activityName");
  const typeId = OWN_ACTIVITY + Buffer.from(own).reduce((h, b) => (h * 31 + b) % 1_000_003, 7);
  return { typeId, parentId: typeId, name: own, parentName: own, description: "" };
}

/** Metres, and steps for what is walked or run. */
function way(call: Call, activity: CatalogueActivity | NamedActivity): Omit<Said, "kcal"> {
  const afoot = activity.parentId === WALK || activity.parentId === RUN;
  const { strideWalkingMetres, strideRunningMetres } = call.person.profile;
  const stride = activity.parentId === RUN ? strideRunningMetres : strideWalkingMetres;
  const unitName = call.query.get("distanceUnit");
  const text = call.query.get("distance");
  if (text === undefined) {
    if ("hasSpeed" in activity && activity.hasSpeed) throw invalid("distance", "distance is required");
    if (unitName !== undefined) throw invalid("distanceUnit", "distanceUnit needs a distance");
    return {};
  }
  const amount = decimal("distance", text);
  if (unitName?.toLowerCase() === "steps") {
    if (!afoot) throw invalid("distanceUnit", `Invalid distanceUnit: ${unitName}`);
    return { steps: Math.round(amount), metres: amount * stride };
  }
  // Fitbit's own spelling is uneven: mile, yards, meter, Kilometer.
  const key = unitName?.toLowerCase().replace(/^feet$/, "foot").replace(/^inches$/, "inch")
    .replace(/s$/, "");
  const perUnit = key === undefined
    ? 1 / call.units.distance.perSi
    : Object.hasOwn(DISTANCE_UNITS, key) ? DISTANCE_UNITS[key] : undefined;
  if (perUnit === undefined) throw invalid("distanceUnit", `Invalid distanceUnit: ${unitName ?? ""}`);
  const metres = round(amount * perUnit, 6);
  return { metres, ...(afoot && { steps: Math.round(metres / stride) }) };
}

function energy(call: Call, activity: CatalogueActivity | NamedActivity, ms: number): number {
  const own = !("mets" in activity);
  if (own || call.switches.manualCaloriesRequired) required(call, "manualCalories");
  const text = call.query.get("manualCalories");
  if (text !== undefined) return wholeNumber("manualCalories", text, 0, 100_000);
  return own ? 0 : burnt(call.person, activity.mets, ms);
}

function create(call: Call): Answer {
  const activity = chosen(call);
  const start = startOf(call);
  const ms = wholeNumber("durationMillis", required(call, "durationMillis"), 1, MAX_DURATION);
  const said = { ...way(call, activity), kcal: energy(call, activity, ms) };
  const made = call.person.addExercise(activity, { from: start, to: start + ms }, said);
  return { status: 201, body: { activityLog: dayItem(call, made) } };
}

function remove(call: Call): Answer {
  const { person, switches } = call;
  person.change(deletion(exerciseById(call)));
  return switches.deleteAnswers200 ? { body: {} } : { status: 204 };
}

export const writeRoutes: Route[] = [
  {
    method: "POST",
    path: "/1/user/:user/activities.json",
    scope: "activity",
    takes: [
      "activityId", "activityName", "manualCalories", "startTime", "durationMillis", "date",
      "distance", "distanceUnit",
    ],
    answer: create,
  },
  { method: "DELETE", path: "/1/user/:user/activities/:id.json", scope: "activity", answer: remove },
];
