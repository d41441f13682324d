import * as deleteBodyFatLog from "../../actions/delete-body-fat-log/delete-body-fat-log";
import * as deleteWeightLog from "../../actions/delete-weight-log/delete-weight-log";
import * as getBodyWeight from "../../actions/get-body-weight/get-body-weight";
import * as listBodyFatLogs from "../../actions/list-body-fat-logs/list-body-fat-logs";
import * as listWeightLogs from "../../actions/list-weight-logs/list-weight-logs";
import * as logWeight from "../../actions/log-weight/log-weight";
import { options } from "../support/step";
import {
  api, apiRefuses, between, OWN, points, rpcError, run, skipWaits, twin,
} from "./support";

const DAY = { startDate: "2026-03-20", endDate: "2026-03-20" };
const WEST = "-14400s";

const SCALE = {
  recordingMethod: "ACTIVELY_MEASURED", device: { displayName: "Aria Air" }, platform: "FITBIT",
};
const TYPED = { recordingMethod: "MANUAL", platform: "FITBIT" };
const MIRROR = { platform: "FITBIT_WEB_API" };
const OTHER = { platform: "HEALTH_CONNECT", application: { packageName: "com.example.scale" } };

const sample = (type: string, key: string, value: object) =>
  (
    id: string,
    physicalTime: string,
    dataSource: object = SCALE,
    utcOffset: string | null = WEST,
  ) => ({
    name: `users/1173016576421350648/dataTypes/${type}/dataPoints/${id}`,
    dataSource,
    [key]: { sampleTime: { physicalTime, utcOffset }, ...value },
  });
const weight = (grams: number) => sample("weight", "weight", { weightGrams: grams });
const fat = (percentage: number) => sample("body-fat", "bodyFat", { percentage });
const height = (millimetres: string) => sample("height", "height", { heightMillimeters: millimetres });

const ofDay = (type: string) =>
  between(`${type}.sample_time.civil_time`, "2026-03-20", "2026-03-21");
const lists = (type: string, dataPoints: object[], query: Record<string, string> = {}) =>
  api({ path: points(type), query: { pageSize: "10000", ...query }, body: { dataPoints } });
const weights = (...dataPoints: object[]) => lists("weight", dataPoints, { filter: ofDay("weight") });
const fats = (...dataPoints: object[]) => lists("body-fat", dataPoints, { filter: ofDay("body_fat") });
const heights = (...dataPoints: object[]) => lists("height", dataPoints);
const nothingBeside = () => {
  fats();
  heights();
};

const first = weight(80_000)("11", "2026-03-20T11:00:00Z");
const inFitbitShape = {
  logId: "11", date: "2026-03-20", time: "07:00:00", weight: 80, bmi: 24.69, fat: 18.4,
};

describe("weights on Google Health", () => {
  it("are Fitbit's, with the body fat and the height of then, in three requests", async () => {
    weights(weight(80_200)("12", "2026-03-20T21:00:00Z", TYPED), first);
    fats(fat(18.400000000000002)("21", "2026-03-20T11:00:00Z"), fat(30)("22", "2026-03-20T15:00:00Z"));
    heights(height("1820")("32", "2026-03-20T18:00:00Z"), height("1800")("31", "2020-01-01T00:00:00Z"));
    const { result, summary } = await run(listWeightLogs, { ...DAY, detail: "full" });
    expect(result).toEqual({
      weight: [
        { logId: "12", date: "2026-03-20", time: "17:00:00", weight: 80.2, bmi: 24.21, source: "API" },
        { ...inFitbitShape, source: "Aria Air" },
      ],
      ...DAY, count: 2, truncated: false,
    });
    expect(summary).toBe("2 weight logs, the newest on 2026-03-20: 80.2 kg, BMI 24.2");
  });

  it("that are mirrored and doubled are one weighing, but for one of minutes later", async () => {
    weights(
      weight(80_000)("14", "2026-03-20T11:08:12Z", OTHER),
      weight(80_000)("13", "2026-03-20T11:00:38Z", OTHER),
      weight(80_000)("12", "2026-03-20T11:00:30Z", MIRROR),
      weight(79_800)("15", "2026-03-20T11:00:20Z", OTHER),
      first,
    );
    nothingBeside();
    const { result } = await run(listWeightLogs, DAY);
    const { weight: logs } = result as { weight: { logId: string }[] };
    expect(logs.map(({ logId }) => logId)).toEqual(["14", "15", "11"]);
  });

  it.each([
    ["device", ["11"]], ["hand", ["12"]], ["app", ["14", "13"]],
  ])("by %s take no more requests", async (writtenBy, ids) => {
    weights(
      first, weight(81_000)("12", "2026-03-20T12:00:00Z", TYPED),
      weight(82_000)("13", "2026-03-20T13:00:00Z", MIRROR),
      weight(83_000)("14", "2026-03-20T14:00:00Z", OTHER),
    );
    nothingBeside();
    const { result } = await run(listWeightLogs, { ...DAY, writtenBy });
    expect(result).toMatchObject({ weight: ids.map((logId) => ({ logId })) });
  });

  it.each([
    ["metric", 80, "80 kg"],
    ["en_US", 176.37, "176.4 lb"],
    ["en_GB", 12.598, "12 st 8 lb"],
  ])("are given in the units of %s", async (unitSystem, amount, words) => {
    weights(first);
    nothingBeside();
    const { result, summary } = await run(listWeightLogs, { ...DAY, unitSystem });
    expect(result).toMatchObject({ weight: [{ weight: amount }] });
    expect(summary).toBe(`1 weight log, the newest on 2026-03-20: ${words}`);
  });

  it("of sources that tell no offset are placed by the user's own clock", async () => {
    weights(weight(113_000)("11", "2026-03-20T14:25:21.699Z", OTHER, null));
    api({ path: "/v4/users/me/settings", body: { timeZone: "Asia/Tokyo" } });
    nothingBeside();
    const { result } = await run(listWeightLogs, { ...DAY, detail: "full" });
    expect(result).toMatchObject({
      weight: [{ date: "2026-03-20", time: "23:25:21", source: "com.example.scale" }],
    });
  });

  it("take one request where there are none", async () => {
    weights();
    const { summary } = await run(listWeightLogs, DAY);
    expect(summary).toBe("No weight logs. Data appears after the watch syncs.");
  });

  it("name the scope that is missing", async () => {
    apiRefuses({ path: points("weight"), query: { pageSize: "10000", filter: ofDay("weight") } });
    const { error } = await run(listWeightLogs, DAY);
    expect(error).toMatchObject({
      name: "MissingScopeError", scope: "health_metrics_and_measurements.readonly",
    });
  });

  it("of a day come oldest first, as Fitbit gives them", async () => {
    weights(weight(80_200)("12", "2026-03-20T21:00:00Z", TYPED), first);
    nothingBeside();
    const { result, summary } = await run(getBodyWeight, { date: "2026-03-20" });
    expect(result).toMatchObject({ weight: [{ logId: "11" }, { logId: "12" }] });
    expect(summary).toBe("80.2 kg on 2026-03-20, 1 weighing before");
  });

  it("that can be deleted are those that this client wrote, each as it is", async () => {
    const own = { platform: "GOOGLE_WEB_API" };
    lists("weight", [
      weight(80_000)("12", "2026-03-20T11:00:30Z", own), weight(80_000)("11", "2026-03-20T11:00:00Z", own),
    ], { dataSourceFamily: OWN });
    const found = await options(twin(deleteWeightLog), "weightLogId");
    expect(found).toMatchObject({
      options: [
        { label: "2026-03-20 07:00: 80 kg", value: "12" },
        { label: "2026-03-20 07:00: 80 kg", value: "11" },
      ],
    });
  });
});

describe("a weight that is there on Google Health is not written again", () => {
  const made = { weight: 80, unit: "kg", date: "2026-03-20", timeZone: "America/New_York" };

  it("within 0.05 kg, of its day where no time is given", async () => {
    weights(weight(80_050)("11", "2026-03-20T11:00:00Z"));
    const { result, summary } = await run(logWeight, made);
    expect(result).toMatchObject({ weightLog: { logId: "11", weight: 80.05 }, alreadyLogged: true });
    expect(summary).toBe("Already logged: 80 kg on 2026-03-20");
  });
});

describe("body fat on Google Health", () => {
  it("is Fitbit's, each measurement once", async () => {
    fats(
      fat(18.4)("22", "2026-03-20T11:00:30Z", MIRROR), fat(18.4)("21", "2026-03-20T11:00:00Z"),
      fat(19)("23", "2026-03-20T12:00:00Z", TYPED),
    );
    const { result } = await run(listBodyFatLogs, { ...DAY, detail: "full" });
    expect(result).toEqual({
      fat: [
        { logId: "23", date: "2026-03-20", time: "08:00:00", fat: 19, source: "API" },
        { logId: "21", date: "2026-03-20", time: "07:00:00", fat: 18.4, source: "Aria Air" },
      ],
      ...DAY, count: 2, truncated: false,
    });
  });

  it("that cannot be deleted says so, and what to do", async () => {
    const waits = skipWaits();
    api({
      method: "POST", path: `${points("body-fat")}:batchDelete`, status: 500,
      sent: { names: ["users/me/dataTypes/body-fat/dataPoints/21"] },
      body: rpcError(500, "INTERNAL", "Internal error encountered."),
    });
    const { error } = await run(deleteBodyFatLog, { bodyFatLogId: "21" });
    expect(error).toMatchObject({ name: "ServerError", status: 500 });
    expect(error).toHaveProperty("message", expect.stringContaining(
      "answered so to every deletion of body fat of late: delete it in the Google Health app.",
    ));
    expect(waits).toEqual([]);
  });
});
