import { invalid } from "../envelope";
import type { Answer, Call, Route } from "../route";
import { inUnit } from "../units";

/** What is aimed at each day; of a week, seven times as much. */
function goals(call: Call): Answer {
  const { person, units, switches, params: { period = "" } } = call;
  if (period !== "daily" && period !== "weekly") {
    throw invalid("period", `Invalid period: ${period}`);
  }
  const { steps, metres, floors, kcal, activeMinutes, activeZoneMinutes } = person.goals;
  const days = period === "daily" ? 1 : 7;
  return {
    body: {
      goals: {
        ...days === 1 && { activeMinutes, caloriesOut: kcal },
        activeZoneMinutes: activeZoneMinutes * days,
        distance: inUnit(metres * days, units.distance, 2),
        ...switches.altimeter && { floors: floors * days },
        steps: steps * days,
      },
    },
  };
}

/** https://dev.fitbit.com/build/reference/web-api/activity/get-activity-goals/ */
export const goalRoutes: Route[] = [{
  method: "GET",
  path: "/1/user/:user/activities/goals/:period.json",
  scope: "activity",
  answer: goals,
}];
