import { hasGps, trackOf, type TrackPoint } from "../../person/track";
import type { Exercise } from "../../person/truth";
import { demand } from "../access";
import { HealthError } from "../envelope";
import { pointById } from "../named";
import { type Call, dataPoints, type Raw, type Route, typeFor } from "../route";
import type { Life } from "../state";
import { timestamp } from "../time";
import { typeOf } from "./exercise-types";

const TCX_TYPE = "application/vnd.garmin.tcx+xml";
const SPORTS: Record<string, string> = { RUNNING: "Running", BIKING: "Biking" };
function trackpoint({ at, metres, heartRate, place }: TrackPoint): string {
  const position = place
    ? `<Position><LatitudeDegrees>${place.latitude.toFixed(6)}</LatitudeDegrees>`
    + `<LongitudeDegrees>${place.longitude.toFixed(6)}</LongitudeDegrees></Position>`
    + `<AltitudeMeters>${place.altitude.toFixed(1)}</AltitudeMeters>`
    : "";
  const beats = heartRate === undefined
    ? ""
    : `<HeartRateBpm><Value>${heartRate}</Value></HeartRateBpm>`;
  return `          <Trackpoint><Time>${timestamp(at)}</Time>${position}`
    + `<DistanceMeters>${metres.toFixed(1)}</DistanceMeters>${beats}</Trackpoint>`;
}

function tcx(life: Life, exercise: Exercise): string {
  const { start, end, kind, said } = exercise;
  const effort = life.person.effortOf(exercise);
  const track = trackOf(life.person, exercise).map(trackpoint);
  const lap = `      <Lap StartTime="${timestamp(start)}">\n`
    + `        <TotalTimeSeconds>${(end - start) / 1000}</TotalTimeSeconds>\n`
    + `        <DistanceMeters>${(said?.metres ?? effort.metres).toFixed(1)}</DistanceMeters>\n`
    + `        <Calories>${Math.round(said?.kcal ?? effort.kcal)}</Calories>\n`
    + "        <Intensity>Active</Intensity>\n        <TriggerMethod>Manual</TriggerMethod>\n"
    + `        <Track>\n${track.join("\n")}\n        </Track>\n`
    + "      </Lap>\n";
  return '<?xml version="1.0" encoding="UTF-8"?>\n<TrainingCenterDatabase'
    + ' xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">\n  <Activities>\n'
    + `    <Activity Sport="${SPORTS[typeOf(kind)] ?? "Other"}">\n      <Id>${timestamp(start)}</Id>\n`
    + `${lap}    </Activity>\n  </Activities>\n</TrainingCenterDatabase>\n`;
}

/** A track is there for what the watch recorded with GPS; without one only `partialData`. */
function exportTcx(call: Call): object | Raw {
  const { life, access, params, query } = call;
  const type = typeFor(call, "exportExerciseTcx");
  demand(access, life.switches, "activity_and_fitness.readonly", "location.readonly");
  const { key } = pointById(life, type, params.id ?? "");
  const exercise = life.person.exercises().find((e) => e.key === key);
  if (!exercise || (!hasGps(exercise) && query.get("partialData") !== "true")) {
    const message = "The exercise has no GPS data to export.";
    throw new HealthError(400, message, [], "FAILED_PRECONDITION");
  }
  const text = tcx(life, exercise);
  return query.get("alt") === "media" ? { type: TCX_TYPE, text } : { tcxData: text };
}

export const tcxRoutes: Route[] = [{
  verb: "GET",
  pattern: dataPoints("/(?<id>[^/:]+):exportExerciseTcx"),
  rpc: "DataPointsService.ExportExerciseTcx",
  takes: ["alt", "partialData"],
  answer: exportTcx,
}];
