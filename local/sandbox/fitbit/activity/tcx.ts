import type { Exercise } from "../../person/truth";
import { hasGps, trackOf, type TrackPoint } from "../../person/track";
import { allows, demand } from "../access";
import type { Answer, Call, Route } from "../route";
import { effortOf } from "./effort";
import { exerciseById } from "./by-id";

const TYPE = "application/vnd.garmin.tcx+xml";
const GARMIN = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2";
const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const SPORTS: Record<string, string> = { run: "Running", bike: "Biking" };

const element = (name: string, content: string | number): string =>
  `<${name}>${content}</${name}>`;

/** A number as the API writes it: 3107.0. */
const decimal = (value: number): string =>
  (Number.isInteger(value) ? value.toFixed(1) : String(value));

const metresText = (value: number): string => decimal(Math.round(value * 100) / 100);

function trackpoint(call: Call, { at, metres, heartRate, place }: TrackPoint): string {
  const position = place && element(
    "Position",
    element("LatitudeDegrees", place.latitude.toFixed(6))
    + element("LongitudeDegrees", place.longitude.toFixed(6)),
  ) + element("AltitudeMeters", metresText(place.altitude));
  const heart = heartRate !== undefined && allows(call.access, "heartrate")
    && element("HeartRateBpm", element("Value", heartRate));
  const time = element("Time", call.person.timeline.localWithOffset(at));
  const distance = element("DistanceMeters", metresText(metres));
  return element("Trackpoint", `${time}${position || ""}${distance}${heart || ""}`);
}

function lap(call: Call, exercise: Exercise, track: TrackPoint[]): string {
  const { start, end } = exercise;
  const { kcal, metres = 0 } = effortOf(call, exercise);
  const points = track.map((point) => trackpoint(call, point)).join("");
  return `<Lap StartTime="${call.person.timeline.localWithOffset(start)}">`
    + element("TotalTimeSeconds", decimal((end - start) / 1000))
    + element("DistanceMeters", metresText(metres))
    + element("Calories", Math.round(kcal))
    + element("Intensity", "Active")
    + element("TriggerMethod", "Manual")
    + (track.length > 0 ? element("Track", points) : "")
    + "</Lap>";
}

/** Without GPS a log has no track, unless what there is of it is asked for. */
function activity(call: Call, exercise: Exercise): string {
  const { start, kind } = exercise;
  const whole = hasGps(exercise) || call.query.get("includePartialTCX") === "true";
  const track = whole ? trackOf(call.person, exercise) : [];
  const hasLap = whole || call.switches.tcxWithoutTrack === "lap";
  const sport = typeof kind === "string" ? SPORTS[kind] : undefined;
  return `<Activity Sport="${sport ?? "Other"}">`
    + element("Id", call.person.timeline.localWithOffset(start))
    + (hasLap ? lap(call, exercise, track) : "")
    + `<Creator xsi:type="Device_t" xmlns:xsi="${XSI}">`
    + element("Name", exercise.by || exercise.origin === "manual" ? "(unknown)" : "Charge 6")
    + `${element("UnitId", 0)}${element("ProductID", 0)}</Creator></Activity>`;
}

function tcx(call: Call): Answer {
  demand(call.access, "location");
  const exercise = exerciseById(call);
  const text = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    + `<TrainingCenterDatabase xmlns="${GARMIN}">`
    + element("Activities", activity(call, exercise))
    + "</TrainingCenterDatabase>";
  return { raw: { type: TYPE, text } };
}

export const tcxRoutes: Route[] = [{
  method: "GET",
  path: "/1/user/:user/activities/:id.tcx",
  scope: "activity",
  takes: ["includePartialTCX"],
  answer: tcx,
}];
