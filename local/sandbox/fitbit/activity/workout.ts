import { mobilityOf } from "../../person/mobility";
import { notFound } from "../envelope";
import type { Answer, Call, Route } from "../route";
import type { Switches } from "../switches";
import { activityId, exerciseById } from "./by-id";

/** How one ran; of anything else there is no more than the id. */
function summary(call: Call): Answer {
  const { person } = call;
  const exercise = exerciseById(call);
  const mobility = mobilityOf(person, exercise);
  return {
    body: {
      workoutSummary: {
        logId: activityId(person, exercise),
        mobilityMetrics: mobility
          ? {
              avgCadenceStepsPerMinute: mobility.stepsPerMinute,
              avgGroundContactTimeMilliseconds: mobility.contactMilliseconds,
            }
          : {},
      },
    },
  };
}

/** The documentation writes the path both ways; the person is `-` and nothing else. */
const PATHS: [ending: Switches["workoutSummaryEnds"], path: string][] = [
  ["workout-summary", "/1/user/:user/activities/:id/workout-summary"],
  ["workout-summary.json", "/1/user/:user/activities/:id/workout-summary.json"],
];

export const workoutRoutes: Route[] = PATHS.map(([ending, path]) => ({
  method: "GET",
  path,
  scope: "activity",
  answer: (call) => {
    const isServed = call.switches.workoutSummaryEnds === ending && call.params.user === "-";
    if (!isServed) throw notFound();
    return summary(call);
  },
}));
