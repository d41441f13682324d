import { ConfigurationError } from "@pipedream/platform";
import { defined, numberOf } from "../fields";
import { writeStepFile, type WrittenFile } from "../files";
import { STEP_LIMITS } from "../wire/budget";

/** A point of a track; what was not recorded is absent. */
export interface TrackPoint {
  /** As the track has it, with the user's offset or in UTC. */
  time: string;
  latitude?: number;
  longitude?: number;
  /** Metres. */
  altitude?: number;
  /** Metres from the start. */
  distance?: number;
  /** Beats per minute. */
  heartRate?: number;
}

/** What a track in TCX holds, with points or without. */
export const TRACK_ROOT = "<TrainingCenterDatabase";

/** The elements of a point, and what they are called here. */
const ELEMENTS = {
  latitude: "LatitudeDegrees",
  longitude: "LongitudeDegrees",
  altitude: "AltitudeMeters",
  distance: "DistanceMeters",
  heartRate: "HeartRateBpm(?:\\s[^>]*)?>\\s*<Value",
} as const;

const PATTERNS = Object.entries(ELEMENTS).map(([name, element]) =>
  [name, new RegExp(`<${element}(?:\\s[^>]*)?>\\s*([^<]*)<`)] as const);

const POINT = /<Trackpoint>([^]*?)<\/Trackpoint>/g;
const TIME = /<Time>\s*([^<\s]+)\s*</;

/**
 * The points of a track, as TCX has them: one that has no time is none.
 * https://www8.garmin.com/xmlschemas/TrainingCenterDatabasev2.xsd
 */
export function trackPoints(tcx: string): TrackPoint[] {
  return [...tcx.matchAll(POINT)].flatMap(([, point = ""]): TrackPoint[] => {
    const time = TIME.exec(point)?.[1];
    if (time === undefined || Number.isNaN(Date.parse(time))) return [];
    const figures = PATTERNS.map(([name, pattern]) =>
      [name, numberOf(pattern.exec(point)?.[1])]);
    return [{ time, ...defined(Object.fromEntries(figures) as Omit<TrackPoint, "time">) }];
  });
}

/** Whether a point says where it was. */
type Placed = TrackPoint & Required<Pick<TrackPoint, "latitude" | "longitude">>;

export function isPlaced(point: TrackPoint): point is Placed {
  return point.latitude !== undefined && point.longitude !== undefined;
}

const COLUMNS = ["time", ...Object.keys(ELEMENTS)] as (keyof TrackPoint)[];

function toCsv(points: readonly TrackPoint[]): string {
  const rows = points.map((point) => COLUMNS.map((column) => point[column] ?? "").join(","));
  return [COLUMNS.join(","), ...rows, ""].join("\n");
}

/** https://www.topografix.com/GPX/1/1/ */
function toGpx(points: readonly TrackPoint[]): string {
  const places = points.filter(isPlaced).map(({ latitude, longitude, altitude, time }) => [
    `<trkpt lat="${latitude}" lon="${longitude}">`,
    altitude === undefined ? "" : `<ele>${altitude}</ele>`,
    `<time>${new Date(time).toISOString()}</time></trkpt>`,
  ].join(""));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<gpx xmlns="http://www.topografix.com/GPX/1/1" version="1.1" creator="Fitbit"><trk><trkseg>',
    ...places,
    "</trkseg></trk></gpx>",
    "",
  ].join("\n");
}

/** What a track can be written as; the first is the form that it comes in. */
export const trackFormats = ["tcx", "gpx", "csv"] as const;

export type TrackFormat = typeof trackFormats[number];

/** A track in a format; GPX has the points alone that say where they were. */
export function trackAs(format: TrackFormat, tcx: string): string {
  if (format === "csv") return toCsv(trackPoints(tcx));
  return format === "gpx" ? toGpx(trackPoints(tcx)) : tcx;
}

/** What can be returned of a track; the first is what is meant where none is chosen. */
export const trackOutputs = ["file", "text", "points"] as const;

/** A track as it is returned: a file, its text, or its points. */
export interface Track extends Partial<WrittenFile> {
  logId: string;
  count: number;
  /** Points that say where they were. */
  placed: number;
  text?: string;
  points?: TrackPoint[];
}

/** A track in the form that is wanted. Throws where it is larger than a step may return. */
export async function readTrack(tcx: string, { logId, output, format }: {
  logId: string;
  output: typeof trackOutputs[number];
  format: TrackFormat;
}): Promise<Track> {
  const points = trackPoints(tcx);
  const track = { logId, count: points.length, placed: points.filter(isPlaced).length };
  if (output === "points") return fitting({ ...track, points });
  const text = trackAs(format, tcx);
  if (output === "text") return fitting({ ...track, text });
  return { ...track, ...await writeStepFile(`activity-${logId}.${format}`, text) };
}

function fitting(track: Track): Track {
  if (Buffer.byteLength(JSON.stringify(track)) <= STEP_LIMITS.bytes) return track;
  throw new ConfigurationError(
    `The track of ${track.count} points is larger than a step may return: set Output to file.`,
  );
}
