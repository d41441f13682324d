import { MINUTE } from "../../person/days";
import { kindOf } from "../../person/exercise-kinds";
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
/** Round trips go around this point; degrees. */
const HOME = { latitude: 51.0534, longitude: 13.7373 };
const METRES_A_DEGREE = 111_320;

/** Where one is after `metres` of a loop that is `whole` metres long. */
function place(metres: number, whole: number): { latitude: number; longitude: number } {
  const radius = whole / (2 * Math.PI) / METRES_A_DEGREE;
  const angle = whole === 0 ? 0 : (metres / whole) * 2 * Math.PI;
  return {
    latitude: HOME.latitude + radius * Math.sin(angle),
    longitude: HOME.longitude + radius * (1 - Math.cos(angle)),
  };
}

function trackpoints(life: Life, { start, end }: Exercise, gps: boolean): string[] {
  const { person } = life;
  const minutes: { at: number; metres: number; heart: number }[] = [];
  let metres = 0;
  person.eachMinute({ from: Math.floor(start / MINUTE) * MINUTE, to: end }, (day, i) => {
    metres += (day.millimetres[i] ?? 0) / 1000;
    const at = Math.max(start, day.start + i * MINUTE);
    minutes.push({ at, metres, heart: day.heartRate[i] ?? 0 });
  });
  return minutes.map(({ at, metres: gone, heart }) => {
    const { latitude, longitude } = place(gone, metres);
    const position = gps
      ? `<Position><LatitudeDegrees>${latitude.toFixed(6)}</LatitudeDegrees>`
      + `<LongitudeDegrees>${longitude.toFixed(6)}</LongitudeDegrees></Position>`
      + "<AltitudeMeters>113.0</AltitudeMeters>"
      : "";
    const beats = heart > 0 ? `<HeartRateBpm><Value>${heart}</Value></HeartRateBpm>` : "";
    return `          <Trackpoint><Time>${timestamp(at)}</Time>${position}`
      + `<DistanceMeters>${gone.toFixed(1)}</DistanceMeters>${beats}</Trackpoint>`;
  });
}

function tcx(life: Life, exercise: Exercise, gps: boolean): string {
  const { start, end, kind, said } = exercise;
  const effort = life.person.effortOf(exercise);
  const lap = `      <Lap StartTime="${timestamp(start)}">\n`
    + `        <TotalTimeSeconds>${(end - start) / 1000}</TotalTimeSeconds>\n`
    + `        <DistanceMeters>${(said?.metres ?? effort.metres).toFixed(1)}</DistanceMeters>\n`
    + `        <Calories>${Math.round(said?.kcal ?? effort.kcal)}</Calories>\n`
    + "        <Intensity>Active</Intensity>\n        <TriggerMethod>Manual</TriggerMethod>\n"
    + `        <Track>\n${trackpoints(life, exercise, gps).join("\n")}\n        </Track>\n`
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
  const gps = exercise !== undefined && typeof exercise.kind === "string"
    && kindOf(exercise.kind).gps;
  if (!exercise || (!gps && query.get("partialData") !== "true")) {
    const message = "The exercise has no GPS data to export.";
    throw new HealthError(400, message, [], "FAILED_PRECONDITION");
  }
  const text = tcx(life, exercise, gps);
  return query.get("alt") === "media" ? { type: TCX_TYPE, text } : { tcxData: text };
}

export const tcxRoutes: Route[] = [{
  verb: "GET",
  pattern: dataPoints("/(?<id>[^/:]+):exportExerciseTcx"),
  rpc: "DataPointsService.ExportExerciseTcx",
  takes: ["alt", "partialData"],
  answer: exportTcx,
}];
