import { columns } from "../../common/rows";
import newNightlyHealthMetrics from "../../sources/new-nightly-health-metrics/new-nightly-health-metrics";
import sample from "../../sources/new-nightly-health-metrics/test-event";
import { api, errors } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";

/** What Fitbit has of each metric, by its path. */
const METRICS = {
  heart: {
    path: "/activities/heart", root: "activities-heart",
    value: { restingHeartRate: 58, customHeartRateZones: [], heartRateZones: [] },
  },
  hrv: { path: "/hrv", root: "hrv", value: { dailyRmssd: 41.24, deepRmssd: 39.1 } },
  spo2: { path: "/spo2", root: undefined, value: { avg: 96.4, min: 94, max: 99 } },
  br: { path: "/br", root: "br", value: { breathingRate: 14.6 } },
  skin: { path: "/temp/skin", root: "tempSkin", value: { nightlyRelative: -0.3 } },
  vo2: { path: "/cardioscore", root: "cardioScore", value: { vo2Max: "44-48" } },
} as const;

type Name = keyof typeof METRICS;
const NAMES = Object.keys(METRICS) as Name[];

const SINCE = "2026-03-05";

/** Answers one request for a metric with the nights that have it. */
function answers(name: Name, nights: string[], since = SINCE, to = "2026-03-21") {
  const { path, root, value } = METRICS[name];
  const rows = nights.map((dateTime) => ({ dateTime, value }));
  const last = name === "vo2" ? "today" : to;
  api({
    path: `/1/user/-${path}/date/${since}/${last}.json`,
    body: root === undefined ? rows : { [root]: rows },
  });
}

function refuses(name: Name, since = SINCE, to = "2026-03-21") {
  api({
    path: `/1/user/-${METRICS[name].path}/date/${since}/${to}.json`,
    status: 403,
    body: errors("insufficient_scope", "No permission"),
  });
}

const all = (nights: string[], but: Name[] = []) => NAMES
  .filter((name) => !but.includes(name))
  .forEach((name) => answers(name, nights));

/** Deployed with the night before; metrics take turns from the second on. */
async function deployed(props = {}) {
  const source = new PlayedSource(newNightlyHealthMetrics, props);
  all(["2026-03-18", "2026-03-19"]);
  const first = await source.deploy("2026-03-20T05:00:00Z");
  return { source, first };
}

const BEFORE = ["2026-03-18", "2026-03-19"];
const NIGHT = [...BEFORE, "2026-03-20"];

describe("New Nightly Health Metrics", () => {
  it("tells of the last night on deploy, as a flat row", async () => {
    const { first: { ids, summaries, events, times } } = await deployed();
    expect(ids).toEqual(["2026-03-19"]);
    expect(summaries).toEqual(["resting heart rate 58 bpm, heart rate variability 41.2 ms, oxygen saturation 96.4 %, breathing rate 14.6 breaths/min, skin temperature against its baseline -0.3 °C in the night to 2026-03-19"]);
    expect(times).toEqual(["2026-03-19T12:00:00.000Z"]);
    expect(events).toEqual([{
      date: "2026-03-19",
      row: {
        ...Object.fromEntries(columns.map(({ name }) => [name, null])),
        date: "2026-03-19",
        restingHeartRate: 58,
        hrv: 41.2,
        spo2: 96.4,
        breathingRate: 14.6,
        skinTemperature: -0.3,
      },
      units: expect.objectContaining({ hrv: "ms" }) as object,
    }]);
    expect(keysOf(sample)).toEqual(expect.arrayContaining(keysOf(events[0])));
  });

  it("costs one request while nothing lands, the metrics in turns", async () => {
    const { source } = await deployed();
    for (const name of ["spo2", "br", "skin", "hrv", "spo2"] as const) {
      answers(name, BEFORE);
      expect(await source.poll("2026-03-20T05:30:00Z")).toMatchObject({ ids: [], error: undefined });
    }
  });

  it("asks for the others when one lands, and tells of the night once", async () => {
    const { source } = await deployed();
    all(NIGHT);
    expect((await source.poll("2026-03-20T06:00:00Z")).ids).toEqual(["2026-03-20"]);
    answers("br", NIGHT);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
  });

  it("waits for what is not there, in turns, until it lands", async () => {
    const { source } = await deployed();
    const late: Name[] = ["skin", "vo2"];
    all(NIGHT, late);
    late.forEach((name) => answers(name, BEFORE));
    expect((await source.poll("2026-03-20T06:00:00Z")).ids).toEqual([]);
    answers("br", NIGHT);
    expect((await source.poll("2026-03-20T06:15:00Z")).ids).toEqual([]);
    all(NIGHT);
    const { ids, events } = await source.poll("2026-03-20T06:30:00Z");
    expect(ids).toEqual(["2026-03-20"]);
    expect(events).toMatchObject([{ row: { skinTemperature: -0.3 } }]);
    expect(events[0]).not.toHaveProperty("missing");
  });

  it("tells of what there is three hours after the first, and names what is not", async () => {
    const { source } = await deployed();
    all(NIGHT, ["skin"]);
    answers("skin", BEFORE);
    expect((await source.poll("2026-03-20T06:00:00Z")).ids).toEqual([]);
    answers("br", NIGHT);
    expect((await source.poll("2026-03-20T08:59:00Z")).ids).toEqual([]);
    all(NIGHT, ["skin"]);
    answers("skin", BEFORE);
    const { ids, events } = await source.poll("2026-03-20T09:00:00Z");
    expect(ids).toEqual(["2026-03-20"]);
    expect(events).toMatchObject([{
      row: { hrv: 41.2, skinTemperature: null },
      missing: [{ part: "skin temperature", why: "not yet" }],
    }]);
  });

  it("takes no resting heart rate of a day for its night", async () => {
    const { source } = await deployed();
    answers("spo2", BEFORE);
    await source.poll("2026-03-20T06:00:00Z");
    answers("br", NIGHT);
    ["hrv", "spo2", "skin", "vo2"].forEach((name) => answers(name as Name, BEFORE));
    answers("heart", [...NIGHT, "2026-03-21"]);
    await source.poll("2026-03-20T06:15:00Z");
    answers("skin", BEFORE);
    await source.poll("2026-03-20T06:30:00Z");
    answers("vo2", BEFORE);
    await source.poll("2026-03-20T06:45:00Z");
    expect(JSON.stringify(source.state)).not.toContain("2026-03-21");
  });

  it("waits for those alone that are wanted", async () => {
    const source = new PlayedSource(newNightlyHealthMetrics, { metrics: ["hrv", "restingHeartRate"] });
    answers("hrv", BEFORE);
    answers("heart", BEFORE);
    await source.deploy("2026-03-20T05:00:00Z");
    answers("hrv", NIGHT);
    answers("heart", NIGHT);
    const { events } = await source.poll("2026-03-20T06:00:00Z");
    expect(events).toMatchObject([{ row: { hrv: 41.2, restingHeartRate: 58, spo2: null } }]);
  });

  it("leaves a turn that may not be read to the next, and does not wait for it", async () => {
    const { source } = await deployed();
    refuses("spo2");
    answers("br", BEFORE);
    expect((await source.poll("2026-03-20T05:30:00Z")).error).toBeUndefined();
    refuses("spo2");
    answers("skin", NIGHT);
    ["heart", "hrv", "br", "vo2"].forEach((name) => answers(name as Name, NIGHT));
    const { ids, events } = await source.poll("2026-03-20T06:00:00Z");
    expect(ids).toEqual(["2026-03-20"]);
    expect(events).toMatchObject([{ missing: [{ part: "oxygen saturation", why: "scope" }] }]);
  });

  it("asks again after six hours for what might not be read", async () => {
    const { source } = await deployed();
    refuses("spo2");
    answers("br", BEFORE);
    await source.poll("2026-03-20T05:30:00Z");
    for (const [name, time] of [["skin", "11:15"], ["hrv", "11:29"], ["spo2", "11:31"]] as const) {
      answers(name, BEFORE);
      expect((await source.poll(`2026-03-20T${time}:00Z`)).error).toBeUndefined();
    }
  });

  it("fails where nothing that shows a night may be read, and keeps what it knew", async () => {
    const { source } = await deployed();
    const before = JSON.stringify(source.state);
    (["spo2", "br", "skin", "hrv"] as const).forEach((name) => refuses(name));
    const { error } = await source.poll("2026-03-20T06:00:00Z");
    expect(error).toContain("scope");
    expect(JSON.stringify(source.state)).toBe(before);
  });
});
