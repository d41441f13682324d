import * as newBodyFatLog from "../../sources/new-body-fat-log/new-body-fat-log";
import * as newWeightLog from "../../sources/new-weight-log/new-weight-log";
import { keysOf, PlayedSource } from "../support/source";
import { USER } from "./records";
import { api, points, sampleOf, twin } from "./support";

interface Sample {
  id: string;
  at: string;
  /** Grams, or percent. */
  amount: number;
  source?: object;
  offset?: string;
}

const FIELDS = {
  "weight": { key: "weight", amount: "weightGrams" },
  "body-fat": { key: "bodyFat", amount: "percentage" },
};

type Type = keyof typeof FIELDS;

const SCALE = { recordingMethod: "ACTIVELY_MEASURED", device: { displayName: "Aria Air" }, platform: "FITBIT" };
const MIRROR = { platform: "FITBIT_WEB_API" };
const CONNECT = { platform: "HEALTH_CONNECT", application: { packageName: "com.example.scale" } };
const TYPED = { recordingMethod: "MANUAL", platform: "FITBIT" };
const OURS = { platform: "GOOGLE_WEB_API", application: { googleWebClientId: "1-x" } };

/** Answers one request of a list; the newest come first, as the API has them. */
function found(type: Type, since: string, ...samples: Sample[]) {
  const { key, amount: field } = FIELDS[type];
  api({
    path: points(type),
    query: {
      pageSize: "10000",
      filter: `${type.replace("-", "_")}.sample_time.physical_time >= "${since}"`,
    },
    body: {
      dataPoints: samples.map(({ id, at, amount, source = SCALE, offset = "-25200s" }) => ({
        name: `${USER}/dataTypes/${type}/dataPoints/${id}`,
        dataSource: source,
        [key]: { sampleTime: { physicalTime: at, utcOffset: offset }, [field]: amount },
      })),
    },
  });
}

const HISTORY = "2025-12-10T12:00:00Z";
const SINCE = "2025-12-19T00:00:00Z";

/** Answers what is asked of body fat and height when a weight is told of. */
function beside(from: string, ...fats: Sample[]) {
  api({
    path: points("body-fat"),
    query: { pageSize: "10000", filter: `body_fat.sample_time.civil_time >= "${from}"` },
    body: {
      dataPoints: fats.map(({ id, at, amount }) => ({
        name: `${USER}/dataTypes/body-fat/dataPoints/${id}`,
        bodyFat: { sampleTime: { physicalTime: at, utcOffset: "-25200s" }, percentage: amount },
      })),
    },
  });
  api({
    path: points("height"),
    query: { pageSize: "10000" },
    body: {
      dataPoints: [{
        name: `${USER}/dataTypes/height/dataPoints/1`,
        height: {
          sampleTime: { physicalTime: "2020-01-01T00:00:00Z", utcOffset: "0s" },
          heightMillimeters: "1780",
        },
      }],
    },
  });
}

const FIRST: Sample = { id: "11", at: "2026-03-18T15:00:00Z", amount: 72_500 };
const FAT: Sample = { id: "21", at: "2026-03-18T15:00:02Z", amount: 18.4 };

describe("New Weight Log", () => {
  async function deployed(props = {}) {
    const source = new PlayedSource(twin(newWeightLog), props);
    found("weight", HISTORY, FIRST);
    beside("2026-03-17", FAT);
    const first = await source.deploy("2026-03-20T12:00:00Z");
    return { source, first };
  }

  /** A poll that finds these beside the first, and asks what stands beside them. */
  async function polled(source: PlayedSource, samples: Sample[], now: string, isTold = true) {
    found("weight", SINCE, ...samples, FIRST);
    if (isTold) beside("2026-03-17");
    return await source.poll(now);
  }

  it("tells of a weighing with what was measured with it", async () => {
    const { first } = await deployed();
    expect(first).toMatchObject({
      ids: ["11"],
      summaries: ["72.5 kg, BMI 22.9, 18.4 % body fat on 2026-03-18"],
      times: ["2026-03-18T15:00:00.000Z"],
      events: [{ date: "2026-03-18", time: "08:00:00", weight: 72.5, bmi: 22.88, fat: 18.4 }],
    });
    expect(keysOf(first.events[0]).sort()).toEqual(sampleOf(newWeightLog));
  });

  it("asks once while nothing is new, and three times for all that is", async () => {
    const { source } = await deployed();
    expect((await polled(source, [], "2026-03-20T12:15:00Z", false)).ids).toEqual([]);
    const fresh = [
      { id: "13", at: "2026-03-20T14:00:00Z", amount: 72_400 },
      { id: "12", at: "2026-03-19T14:00:00Z", amount: 72_450 },
    ];
    expect((await polled(source, fresh, "2026-03-20T15:15:00Z")).ids).toEqual(["12", "13"]);
  });

  it("tells once of a weighing that two more apps tell of", async () => {
    const { source } = await deployed();
    const own = { id: "12", at: "2026-03-20T11:00:00Z", amount: 80_000 };
    const copies = [
      { ...own, id: "14", at: "2026-03-20T11:00:38Z", source: CONNECT },
      { ...own, id: "13", at: "2026-03-20T11:00:30Z", source: MIRROR },
    ];
    expect((await polled(source, [...copies, own], "2026-03-20T12:15:00Z")).ids).toEqual(["12"]);
    const late = { ...own, id: "15", at: "2026-03-20T11:01:10Z", source: OURS };
    const all = [late, ...copies, own];
    expect((await polled(source, all, "2026-03-20T12:30:00Z", false)).ids).toEqual([]);
  });

  it.each([
    ["another weight", "2026-03-20T11:00:30Z", 80_100],
    ["more than two minutes later", "2026-03-20T11:02:01Z", 80_000],
  ])("tells of one of %s", async (_, at, amount) => {
    const { source } = await deployed();
    const own = { id: "12", at: "2026-03-20T11:00:00Z", amount: 80_000 };
    expect((await polled(source, [own], "2026-03-20T12:15:00Z")).ids).toEqual(["12"]);
    const other = { id: "13", at, amount };
    expect((await polled(source, [other, own], "2026-03-20T12:30:00Z")).ids).toEqual(["13"]);
  });

  it("tells of one that is 90 days late, and of none that is older", async () => {
    const { source } = await deployed();
    const late = [
      { id: "13", at: "2025-12-20T11:00:00Z", amount: 80_000 },
      { id: "12", at: "2025-12-18T11:00:00Z", amount: 80_000 },
    ];
    found("weight", SINCE, FIRST, ...late);
    beside("2025-12-17");
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(["13"]);
  });

  it.each([
    ["an app through Google's API", OURS, []],
    ["an app through Fitbit's API", MIRROR, []],
    ["an app through Health Connect", CONNECT, []],
    ["a scale", SCALE, ["12"]],
    ["a person", TYPED, ["12"]],
  ])("tells of what is by %s only if that is no app, when apps are skipped", async (_, source, ids) => {
    const played = await deployed({ skipWrittenByApps: true });
    const made = { id: "12", at: "2026-03-20T11:00:00Z", amount: 80_000, source };
    const polls = await polled(played.source, [made], "2026-03-20T12:15:00Z", ids.length > 0);
    expect(polls.ids).toEqual(ids);
    const all = await polled(played.source, [made], "2026-03-20T12:30:00Z", false);
    expect(all.ids).toEqual([]);
  });

  it("tells of a weighing of a scale that an app told of first, when apps are skipped", async () => {
    const { source } = await deployed({ skipWrittenByApps: true });
    const mirror = { id: "13", at: "2026-03-20T11:00:30Z", amount: 80_000, source: MIRROR };
    expect((await polled(source, [mirror], "2026-03-20T12:15:00Z", false)).ids).toEqual([]);
    const own = { id: "12", at: "2026-03-20T11:00:00Z", amount: 80_000 };
    expect((await polled(source, [mirror, own], "2026-03-20T12:30:00Z")).ids).toEqual(["12"]);
  });
});

describe("New Body Fat Log", () => {
  async function deployed(props = {}) {
    const source = new PlayedSource(twin(newBodyFatLog), props);
    found("body-fat", HISTORY, FAT);
    const first = await source.deploy("2026-03-20T12:00:00Z");
    return { source, first };
  }

  it("tells of a measurement on deploy, in one request", async () => {
    const { first } = await deployed();
    expect(first).toMatchObject({
      ids: ["21"],
      summaries: ["18.4 % body fat on 2026-03-18"],
      times: ["2026-03-18T15:00:02.000Z"],
      events: [{ date: "2026-03-18", time: "08:00:02", fat: 18.4, source: "Aria Air" }],
    });
    expect(keysOf(first.events[0]).sort()).toEqual(sampleOf(newBodyFatLog));
  });

  it("tells once of what two apps tell of, and of none by an app where those are skipped", async () => {
    const { source } = await deployed({ skipWrittenByApps: true });
    const typed = { id: "22", at: "2026-03-20T11:00:00Z", amount: 18.2, source: TYPED };
    const copy = { ...typed, id: "23", at: "2026-03-20T11:00:40Z" };
    const ours = { ...typed, id: "24", amount: 17, source: OURS };
    found("body-fat", SINCE, copy, typed, ours, FAT);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual(["22"]);
  });
});
