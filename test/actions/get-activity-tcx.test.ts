import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as getActivityTcx from "../../actions/get-activity-tcx/get-activity-tcx";
import { readTrack, trackAs, trackPoints } from "../../common/activity/track";
import { STEP_LIMITS } from "../../common/wire/budget";
import { api as googleApi, points, run as runOnGoogle } from "../google-health/support";
import { api } from "../support/api";
import { run } from "../support/step";

const ID = "2369048793018741424";
const PATH = `/1/user/-/activities/${ID}.tcx`;
const TYPE = { "Content-Type": "application/vnd.garmin.tcx+xml" };

const point = (time: string, ...elements: string[]) =>
  `<Trackpoint><Time>${time}</Time>${elements.join("")}</Trackpoint>`;

const place = (latitude: number, longitude: number) =>
  `<Position><LatitudeDegrees>${latitude}</LatitudeDegrees><LongitudeDegrees>${longitude}</LongitudeDegrees></Position>`;

const track = (...inside: string[]) => [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">',
  '<Activities><Activity Sport="Running"><Id>2026-03-19T07:04:51.000-07:00</Id>',
  ...inside,
  "<Creator/></Activity></Activities></TrainingCenterDatabase>",
].join("");

const TCX = track(
  '<Lap StartTime="2026-03-19T07:04:51.000-07:00"><TotalTimeSeconds>3.0</TotalTimeSeconds>',
  "<DistanceMeters>7.5</DistanceMeters><Track>",
  point(
    "2026-03-19T07:04:51.000-07:00",
    place(37.7694, -122.4862),
    "<AltitudeMeters>81.0</AltitudeMeters><DistanceMeters>0.0</DistanceMeters>",
    '<HeartRateBpm xsi:type="HeartRateInBeatsPerMinute_t"><Value>93</Value></HeartRateBpm>',
  ),
  point("2026-03-19T07:04:54.000-07:00", "<HeartRateBpm>\n<Value>97</Value></HeartRateBpm>"),
  point("never", place(1, 2)),
  "</Track></Lap>",
);

/** A log of the first years: a lap without a track. */
const WITHOUT_TRACK = track(
  "<Lap><TotalTimeSeconds>3107.0</TotalTimeSeconds><DistanceMeters>0.0</DistanceMeters></Lap>",
);

const query = { includePartialTCX: "true" };
const answers = (body: string) => api({
  path: PATH, query, body, headers: TYPE,
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "track-"));
  process.env.STASH_DIR = folder;
});
afterEach(() => {
  delete process.env.STASH_DIR;
  rmSync(folder, { recursive: true });
});

describe("the points of a track", () => {
  it("have what was recorded, and nothing else", () => {
    expect(trackPoints(TCX)).toEqual([
      {
        time: "2026-03-19T07:04:51.000-07:00",
        latitude: 37.7694,
        longitude: -122.4862,
        altitude: 81,
        distance: 0,
        heartRate: 93,
      },
      { time: "2026-03-19T07:04:54.000-07:00", heartRate: 97 },
    ]);
    expect(trackPoints(WITHOUT_TRACK)).toEqual([]);
  });

  it("are rows of CSV, with empty cells for what is not known", () => {
    expect(trackAs("csv", TCX)).toBe([
      "time,latitude,longitude,altitude,distance,heartRate",
      "2026-03-19T07:04:51.000-07:00,37.7694,-122.4862,81,0,93",
      "2026-03-19T07:04:54.000-07:00,,,,,97",
      "",
    ].join("\n"));
  });

  it("are points of GPX in UTC where they say where they were", () => {
    const gpx = trackAs("gpx", TCX);
    expect(gpx.match(/<trkpt /g)).toHaveLength(1);
    expect(gpx).toContain('<trkpt lat="37.7694" lon="-122.4862"><ele>81</ele><time>2026-03-19T14:04:51.000Z</time></trkpt>');
  });
});

it("a track that is too large to be returned is refused, and a file is not", async () => {
  jest.replaceProperty(STEP_LIMITS, "bytes", 100);
  const track = { logId: ID, format: "tcx" } as const;
  await expect(readTrack(TCX, { ...track, output: "points" }))
    .rejects.toThrow("The track of 2 points is larger than a step may return: set Output to file.");
  expect(await readTrack(TCX, { ...track, output: "file" })).toMatchObject({ count: 2 });
});

describe("get-activity-tcx", () => {
  it("writes the file as it came, where the platform keeps files", async () => {
    answers(TCX);
    const { result, summary } = await run(getActivityTcx.default, { activityLogId: ID });
    const filePath = join(folder, `activity-${ID}.tcx`);
    expect(readFileSync(filePath, "utf8")).toBe(TCX);
    expect(result)
      .toEqual({ logId: ID, count: 2, placed: 1, filePath, fileSize: Buffer.byteLength(TCX) });
    expect(summary).toBe(`A track of 2 points, written to ${filePath}`);
  });

  it("gives the points, or the text in the format that is wanted", async () => {
    answers(TCX);
    const given = await run(getActivityTcx.default, { activityLogId: ID, output: "points" });
    expect(given.result)
      .toMatchObject({ count: 2, points: [{ heartRate: 93 }, { heartRate: 97 }] });
    answers(TCX);
    const props = { activityLogId: ID, output: "text", format: "csv" };
    const { result } = await run(getActivityTcx.default, props);
    expect(result).toEqual({ logId: ID, count: 2, placed: 1, text: trackAs("csv", TCX) });
  });

  it("says so where there is no track", async () => {
    answers(WITHOUT_TRACK);
    const { result, summary } = await run(getActivityTcx.default, {
      activityLogId: ID, output: "points",
    });
    expect(result).toEqual({ logId: ID, count: 0, placed: 0, points: [] });
    expect(summary).toBe("The activity has no track: neither GPS nor heart rate was recorded");
  });

  it.each([
    ["another text", "<html>Sign in</html>", "NotJsonError"],
    ["nothing", "", "UnexpectedAnswerError"],
    ["an object", "{}", "UnexpectedAnswerError"],
  ])("fails in words for %s", async (_, body, name) => {
    answers(body);
    const { error } = await run(getActivityTcx.default, { activityLogId: ID });
    expect(error).toMatchObject({ name });
    expect(String(error)).toMatch(/: (Fitbit|Something)/);
  });

  it("asks Google Health for what there is without GPS too", async () => {
    const path = `${points("exercise")}/${ID}:exportExerciseTcx`;
    const asked = { path, query: { alt: "media", partialData: "true" } };
    googleApi({ ...asked, body: TCX, headers: TYPE });
    const { result } = await runOnGoogle(getActivityTcx, { activityLogId: ID, output: "points" });
    expect(result).toMatchObject({ count: 2, placed: 1 });
    googleApi({ ...asked, status: 404, body: { error: { code: 404, status: "NOT_FOUND" } } });
    const { error } = await runOnGoogle(getActivityTcx, { activityLogId: ID });
    expect(error).toMatchObject({ name: "NotFoundError" });
  });
});
