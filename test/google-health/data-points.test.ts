import createDataPoint from "../../actions/create-data-point/create-data-point";
import deleteDataPoints from "../../actions/delete-data-points/delete-data-points";
import getDataPoint from "../../actions/get-data-point/get-data-point";
import getIdentity from "../../actions/get-identity/get-identity";
import { refusal, run, skipWaits } from "../support/step";
import { api, apiBreaks, noScope, points, rpcError } from "./support";

const WEIGHT = points("weight");
const ID = "8808518358174752984";
const NAME = `users/1173016576421350648/dataTypes/weight/dataPoints/${ID}`;
const source = { recordingMethod: "MANUAL", platform: "GOOGLE_WEB_API", device: {} };
const sampleTime = { physicalTime: "2026-03-20T07:00:00Z", utcOffset: "-14400s" };
const weight = { sampleTime, weightGrams: 70_500 };
const point = { name: NAME, dataSource: source, weight };
const row = { name: NAME, ...weight, dataSource: source };

describe("one data point", () => {
  const short = NAME.replace(/\d+/, "me");

  it.each([["its id", ID], ["its name", NAME], ["its name as it is asked for", short]])(
    "comes by %s, lifted from the key of its type, and whole",
    async (_, dataPointId) => {
      api({ path: `${WEIGHT}/${ID}`, body: point });
      const { result, summary } = await run(getDataPoint, { dataType: "weight", dataPointId });
      expect(result).toEqual({ dataType: "weight", dataPoint: row });
      expect(summary).toBe(`Point ${ID} of weight`);
    },
  );

  it("that is not there says so", async () => {
    api({ path: `${WEIGHT}/1`, status: 404, body: rpcError(404, "NOT_FOUND", "Not found.") });
    const { error } = await run(getDataPoint, { dataType: "weight", dataPointId: "1" });
    expect(error).toHaveProperty("name", "NotFoundError");
  });

  it("is no point when the answer holds nothing", async () => {
    api({ path: `${WEIGHT}/1`, body: {} });
    const { error } = await run(getDataPoint, { dataType: "weight", dataPointId: "1" });
    expect(error).toHaveProperty("name", "UnexpectedAnswerError");
  });
});

describe("a new data point", () => {
  const create = (value: unknown, dataType = "weight") =>
    run(createDataPoint, { dataType, value: JSON.stringify(value) });
  const stored = (body: object) => ({ done: true, response: { "@type": "DataPoint", ...body } });

  it.each([["alone", weight], ["under the key of its type", { weight }]])(
    "takes its value %s, and is given as it was stored",
    async (_, value) => {
      api({ method: "POST", path: WEIGHT, sent: { weight }, body: stored(point) });
      const { result, summary } = await create(value);
      expect(result).toEqual({ dataType: "weight", id: ID, dataPoint: row });
      expect(summary).toBe(`Stored point ${ID} of weight`);
    },
  );

  it("keeps a list that is called as its type is", async () => {
    const symptoms = { sampleTime, symptoms: ["HEADACHE"] };
    const path = points("symptoms");
    api({ method: "POST", path, sent: { symptoms }, body: stored({ symptoms }) });
    const { result, summary } = await create(symptoms, "symptoms");
    expect(result).toEqual({ dataType: "symptoms", dataPoint: symptoms });
    expect(summary).toBe("Stored a point of symptoms");
  });

  it("is sent once, and where to look depends on what can be read", async () => {
    const waits = skipWaits();
    apiBreaks({ method: "POST", path: WEIGHT, sent: { weight } }, "ECONNRESET");
    expect(String((await create(weight)).error)).toContain("look at List Data Points before");
    const moods = { sampleTime, moods: ["CALM"] };
    apiBreaks({ method: "POST", path: points("moods"), sent: { moods } }, "ECONNRESET");
    expect(String((await create(moods, "moods")).error)).toContain("look at the Google Health app");
    expect(waits).toEqual([]);
  });

  it.each([
    ["no JSON", "weight: 70", "is not a JSON object"],
    ["no time", "{\"weightGrams\":70500}", "has no `sampleTime`"],
    ["more than a value", JSON.stringify({ weight, name: NAME }), "holds more than `weight`"],
  ])("with %s is refused before any request", async (_, value, sentence) => {
    expect(await refusal(createDataPoint, { dataType: "weight", value })).toContain(sentence);
  });

  it("of what lasts has an interval", async () => {
    const value = JSON.stringify(weight);
    expect(await refusal(createDataPoint, { dataType: "sleep", value })).toContain("has no `interval`");
  });
});

describe("the deletion of data points", () => {
  const path = `${WEIGHT}:batchDelete`;
  const names = [ID, "77"].map((id) => `users/me/dataTypes/weight/dataPoints/${id}`);

  it("takes ids and names, each once", async () => {
    const dataPoints = [point, { name: NAME.replace(ID, "77") }];
    api({ method: "POST", path, sent: { names }, body: { done: true, response: { dataPoints } } });
    const dataPointIds = [NAME, ID, "77"];
    const { result, summary } = await run(deleteDataPoints, { dataType: "weight", dataPointIds });
    expect(result).toEqual({ dataType: "weight", ids: [ID, "77"], deleted: true, count: 2 });
    expect(summary).toBe("Deleted 2 points of weight");
  });

  it("of what another wrote is refused in the words of the rule", async () => {
    const reason = "DATA_POINT_NOT_OWNED_BY_CLIENT";
    const body = rpcError(403, "PERMISSION_DENIED", "Invalid argument in request: names", reason);
    api({ method: "POST", path, sent: { names: [names[1]] }, status: 403, body });
    const { error } = await run(deleteDataPoints, { dataType: "weight", dataPointIds: ["77"] });
    expect(String(error)).toContain("An app may delete only what it wrote itself");
  });

  it("says when one of them is left there", async () => {
    const body = { done: true, response: { dataPoints: [point] } };
    api({ method: "POST", path, sent: { names }, body });
    const { error } = await run(deleteDataPoints, { dataType: "weight", dataPointIds: [ID, "77"] });
    expect(String(error)).toContain("did not delete 77");
  });

  it.each([
    ["none", [], "Data Point IDs is missing"],
    ["a number that has lost its digits", [Number(ID)], "pass `name` of List Data Points"],
    ["a name of another type", [NAME.replace("weight", "height")], "is a point of height"],
    ["a climb", ["../../sleep/dataPoints/1"], "is not the id of a point"],
    ["an encoded climb", ["%2e%2e"], "is not the id of a point"],
  ])("of %s is refused before any request", async (_, dataPointIds, sentence) => {
    expect(await refusal(deleteDataPoints, { dataType: "weight" }, { dataPointIds }))
      .toContain(sentence);
  });
});

describe("what a type does not offer is refused in words", () => {
  const value = JSON.stringify(weight);

  it.each([
    ["get", getDataPoint, { dataType: "steps", dataPointId: "1" }],
    ["create", createDataPoint, { dataType: "heart-rate", value }],
    ["batchDelete", deleteDataPoints, { dataType: "blood-glucose", dataPointIds: ["1"] }],
  ])("%s", async (operation, action, expressions) => {
    expect(await refusal(action, {}, expressions))
      .toContain(`Google Health has no ${operation} for`);
  });
});

describe("the identity", () => {
  const path = "/v4/users/me/identity";

  it("is both ids", async () => {
    api({ path, body: { healthUserId: "2515055256096816351", legacyUserId: "ABC123" } });
    const { result, summary } = await run(getIdentity);
    expect(result).toEqual({
      healthUserId: "2515055256096816351", legacyUserId: "ABC123", hasLegacyFitbitAccount: true,
    });
    expect(summary).toBe("User 2515055256096816351 of Google Health, at Fitbit ABC123");
  });

  it("of who never was at Fitbit has no former id", async () => {
    api({ path, body: { healthUserId: "2515055256096816351" } });
    const { result, summary } = await run(getIdentity);
    expect(result).toEqual({
      healthUserId: "2515055256096816351", legacyUserId: null, hasLegacyFitbitAccount: false,
    });
    expect(summary).toContain("without a Fitbit account");
  });

  it("needs a scope that reads", async () => {
    api({ path, status: 403, body: noScope });
    expect((await run(getIdentity)).error).toHaveProperty("name", "MissingScopeError");
  });
});
