import { daysOf } from "../../common/google-health/filters";
import { collect } from "../../common/wire/pages";
import {
  api, app, apiRefuses, call, failureOf, points, read, rpcError, skipWaits,
} from "./support";

const STEPS = points("steps");
const MEMBER = "steps.interval.civil_start_time";
const point = (n: number) => ({ steps: { interval: {}, count: String(n) } });

function numbers(from: number, count: number) {
  return Array.from({ length: count }, (_, i) => from + i);
}

function page(query: Record<string, string>, from: number, count: number, next?: string) {
  const dataPoints = count ? numbers(from, count).map(point) : undefined;
  api({ path: STEPS, query, body: { dataPoints, nextPageToken: next } });
}

describe("a list", () => {
  it("asks for the largest page by name, within its span", async () => {
    page({ pageSize: "10000", filter: `${MEMBER} >= "2026-03-20"` }, 1, 2);
    const { items } = await read(app.listDataPoints("steps", { span: daysOf({ from: "2026-03-20" }) }, call()));
    expect(items).toEqual([point(1), point(2)]);
  });

  it.each([
    ["sleep", 100, "25"],
    ["exercise", 7, "25"],
    ["heart-rate", 7, "25"],
    ["heart-rate", 70, "70"],
    ["heart-rate", 50_000, "10000"],
  ] as const)("of %s asks for no more than are wanted, nor than a page holds, and for no page so small that it may come empty", async (type, limit, pageSize) => {
    api({ path: points(type), query: { pageSize } });
    expect((await read(app.listDataPoints(type, { limit }, call()))).items).toEqual([]);
  });

  it("goes on by the token alone: an empty page may carry one, and a last one may be empty", async () => {
    page({ pageSize: "10000" }, 0, 0, "a");
    page({ pageSize: "10000", pageToken: "a" }, 1, 3, "b");
    page({ pageSize: "10000", pageToken: "b" }, 0, 0, "c");
    page({ pageSize: "10000", pageToken: "c" }, 0, 0, "");
    const { items, pages } = await read(app.listDataPoints("steps", {}, call()));
    expect(items).toEqual(numbers(1, 3).map(point));
    expect(pages).toBe(4);
  });

  it("ends when a token comes back, and says that there may be more", async () => {
    page({ pageSize: "10000" }, 1, 1, "a");
    page({ pageSize: "10000", pageToken: "a" }, 2, 1, "b");
    page({ pageSize: "10000", pageToken: "b" }, 3, 1, "a");
    const given = await collect(app.listDataPoints("steps", {}, call()));
    expect(given)
      .toEqual({ items: numbers(1, 3).map(point), truncated: true, next: point(3) });
  });

  it("knows points whose name ends in no id by their place", async () => {
    const nameless = numbers(0, 3).map((n) =>
      ({ dataPointName: "users/1/dataTypes/steps/dataPoints/", ...point(n) }));
    api({ path: `${STEPS}:reconcile`, query: { pageSize: "10000" }, body: { dataPoints: nameless } });
    expect((await read(app.reconcileDataPoints("steps", {}, call()))).items).toEqual(nameless);
  });

  it("leaves out what is no point", async () => {
    const dataPoints = [null, "x", 5, [], point(1)];
    api({ path: STEPS, query: { pageSize: "10000" }, body: { dataPoints, nextPageToken: null } });
    expect((await read(app.listDataPoints("steps", {}, call()))).items).toEqual([point(1)]);
  });

  it("starts again with half the page after a 504, and gives nothing twice", async () => {
    skipWaits();
    page({ pageSize: "80" }, 0, 80, "a");
    api({ path: STEPS, query: { pageSize: "80", pageToken: "a" }, status: 504, body: "<html>" });
    page({ pageSize: "40" }, 0, 40, "b");
    page({ pageSize: "40", pageToken: "b" }, 40, 40, "c");
    page({ pageSize: "40", pageToken: "c" }, 80, 40, "d");
    page({ pageSize: "40", pageToken: "d" }, 120, 1);
    const { items } = await read(app.listDataPoints("steps", { limit: 80 }, call()));
    expect(items).toEqual(numbers(0, 121).map(point));
  });

  it("gives up when the smallest page is too much, which alone is asked for again", async () => {
    const waits = skipWaits();
    for (const [pageSize, times] of [["70", 1], ["35", 1], ["25", 3]] as const) {
      api({ path: STEPS, query: { pageSize }, status: 504, body: "", times });
    }
    const error = await failureOf(read(app.listDataPoints("steps", { limit: 70 }, call())));
    expect(error).toMatchObject({ name: "ServerError", status: 504 });
    expect(waits).toHaveLength(2);
  });

  it("names a family in full, and reconciles elsewhere", async () => {
    api({
      path: `${STEPS}:reconcile`,
      query: {
        pageSize: "10000",
        dataSourceFamily: "users/me/dataSourceFamilies/google-wearables",
      },
    });
    await read(app.reconcileDataPoints("steps", { family: "google-wearables" }, call()));
  });

  it("lists no family of a type whose list takes none, which it says before any request", () => {
    expect(() => app.listDataPoints("sleep", { family: "google-wearables" }, call()))
      .toThrow("Google Health lists sleep of all sources only");
  });

  it("of what is in preview asks the preview", async () => {
    api({
      path: "/v4beta/users/me/dataTypes/skin-temperature-sensors/dataPoints",
      query: { pageSize: "10000" },
    });
    await read(app.listDataPoints("skin-temperature-sensors", {}, call()));
  });

  it.each([
    ["listDataPoints", "floors", "it offers reconcile, rollUp, dailyRollUp"],
    ["reconcileDataPoints", "electrocardiogram", "it offers list"],
  ] as const)("refuses to %s %s before any request", (method, type, sentence) => {
    expect(() => app[method](type, {}, call())).toThrow(sentence);
  });
});

describe("a roll-up of days", () => {
  const day = (text: string) => {
    const [year, month, dayOfMonth] = text.split("-").map(Number);
    return { date: { year, month, day: dayOfMonth } };
  };
  const asked = (
    type: string, start: string, end: string, more: object = {}, body: object = {},
  ) => {
    api({
      method: "POST",
      path: `${points(type)}:dailyRollUp`,
      sent: { range: { start: day(start), end: day(end) }, ...more },
      body,
    });
  };

  it("ends the day after its last, and sends no page size", async () => {
    asked("steps", "2026-03-01", "2026-03-21", {}, {
      rollupDataPoints: [{ civilStartTime: day("2026-03-20"), steps: { countSum: "9525" } }],
    });
    const range = { from: "2026-03-01", to: "2026-03-20" };
    const { items } = await read(app.getDailyRollUp("steps", range, call()));
    expect(items).toHaveLength(1);
  });

  it("spans 14 days of calories at most, cut newest first", async () => {
    asked("total-calories", "2026-03-29", "2026-04-01");
    asked("total-calories", "2026-03-15", "2026-03-29");
    asked("total-calories", "2026-03-01", "2026-03-15");
    const range = { from: "2026-03-01", to: "2026-03-31" };
    await read(app.getDailyRollUp("total-calories", range, call()));
  });

  it("spans 90 days of steps exactly, in one request", async () => {
    asked("steps", "2026-01-01", "2026-04-01");
    await read(app.getDailyRollUp("steps", { from: "2026-01-01", to: "2026-03-31" }, call()));
  });

  it("cuts wider windows where they begin", async () => {
    asked("heart-rate", "2026-03-13", "2026-03-15", { windowSizeDays: 3 });
    asked("heart-rate", "2026-03-01", "2026-03-13", { windowSizeDays: 3 });
    const range = { from: "2026-03-01", to: "2026-03-14", windowDays: 3 };
    await read(app.getDailyRollUp("heart-rate", range, call()));
  });

  it("follows a token with every other field unchanged", async () => {
    const family = { dataSourceFamily: "users/me/dataSourceFamilies/google-wearables" };
    const row = { distance: { millimetersSum: "1" } };
    asked("distance", "2026-03-01", "2026-03-03", family, {
      rollupDataPoints: [row], nextPageToken: "a",
    });
    asked("distance", "2026-03-01", "2026-03-03", { ...family, pageToken: "a" }, {
      rollupDataPoints: [row],
    });
    const range = { from: "2026-03-01", to: "2026-03-02", family: "google-wearables" } as const;
    expect((await read(app.getDailyRollUp("distance", range, call()))).items).toEqual([row, row]);
  });

  it("is a read: it is asked again after a 503", async () => {
    const waits = skipWaits();
    api({ method: "POST", path: `${STEPS}:dailyRollUp`, sent: () => true, status: 503, body: "" });
    asked("steps", "2026-03-01", "2026-03-02");
    await read(app.getDailyRollUp("steps", { from: "2026-03-01", to: "2026-03-01" }, call()));
    expect(waits).toEqual([375]);
  });

  it.each([
    ["sleep", "it offers list, get, reconcile"],
    ["daily-vo2-max", "it offers list, reconcile"],
  ] as const)("has none for %s", async (type, sentence) => {
    const range = { from: "2026-03-01", to: "2026-03-01" };
    const error = await failureOf(read(app.getDailyRollUp(type, range, call())));
    expect(error.message).toContain(sentence);
  });
});

describe("a roll-up of windows", () => {
  const asked = (
    type: string, startTime: string, endTime: string, windowSize: string, pageSize: number,
  ) => {
    api({
      method: "POST",
      path: `${points(type)}:rollUp`,
      sent: { range: { startTime, endTime }, windowSize, pageSize },
    });
  };

  it.each([
    ["a minute", 60, 1_440],
    ["a quarter of an hour", 900, 96],
    ["seven minutes, the last one cut", 420, 206],
  ])("asks for exactly the windows of %s in a day", async (_, windowSeconds, pageSize) => {
    const [from, before] = ["2026-03-20T00:00:00.000Z", "2026-03-21T00:00:00.000Z"];
    asked("heart-rate", from, before, `${windowSeconds}s`, pageSize);
    await read(app.getRollUp("heart-rate", { from, before, windowSeconds }, call()));
  });

  it("is cut at 14 days, and at what a page holds", async () => {
    asked("heart-rate", "2026-03-15T00:00:00.000Z", "2026-03-16T00:00:00.000Z", "900s", 96);
    asked("heart-rate", "2026-03-01T00:00:00.000Z", "2026-03-15T00:00:00.000Z", "900s", 1_344);
    const [from, before] = ["2026-03-01T00:00:00Z", "2026-03-16T00:00:00Z"];
    await read(app.getRollUp("heart-rate", { from, before, windowSeconds: 900 }, call()));

    asked("steps", "2026-03-01T02:46:40.000Z", "2026-03-01T03:00:00.000Z", "1s", 800);
    asked("steps", "2026-03-01T00:00:00.000Z", "2026-03-01T02:46:40.000Z", "1s", 10_000);
    const morning = { from, before: "2026-03-01T03:00:00Z", windowSeconds: 1 };
    await read(app.getRollUp("steps", morning, call()));
  });

  it("needs a beginning before its end", async () => {
    const at = "2026-03-20T00:00:00Z";
    const windows = { from: at, before: at, windowSeconds: 60 };
    const error = await failureOf(read(app.getRollUp("steps", windows, call())));
    expect(error.message).toMatch(/a beginning before its end/);
  });
});

describe("one record", () => {
  const stored = { record: "The weight", lookAt: "List Weight Logs" };

  it("is got by its id, all digits kept", async () => {
    const name = "users/1/dataTypes/sleep/dataPoints/8808518358174752984";
    api({ path: `${points("sleep")}/8808518358174752984`, body: { name } });
    expect(await app.getDataPoint("sleep", "8808518358174752984", call())).toEqual({ name });
  });

  it("cannot leave its place by its id", async () => {
    api({ path: `${points("sleep")}/..%2Fweight%3Fx`, status: 404, body: rpcError(404, "NOT_FOUND", "None") });
    await failureOf(app.getDataPoint("sleep", "../weight?x", call()));
    await expect(app.getDataPoint("sleep", "..", call())).rejects.toThrow("cannot be part of a request");
  });

  it("is given as it was stored", async () => {
    const weight = { weightGrams: 75_500 };
    api({ method: "POST", path: points("weight"), sent: { weight }, body: { done: true, response: { weight } } });
    expect(await app.createDataPoint("weight", { weight }, stored, call())).toEqual({ weight });
  });

  it.each([
    ["get", "steps"],
    ["create", "steps"],
    ["batchDelete", "heart-rate"],
  ] as const)("has no %s for %s", async (method, type) => {
    const error = await failureOf(
      method === "get"
        ? app.getDataPoint(type, "1", call())
        : method === "create"
          ? app.createDataPoint(type, {}, stored, call())
          : app.deleteDataPoints(type, ["1"], stored, call()),
    );
    expect(error.message).toBe(`Google Health has no ${method} for ${type}: it offers list, reconcile, rollUp, dailyRollUp.`);
  });

  it("is exported as a track, as text", async () => {
    const query = { alt: "media", partialData: "false" };
    api({ path: `${points("exercise")}/5:exportExerciseTcx`, query, body: "<TrainingCenterDatabase/>" });
    expect(await app.exportExerciseTcx("5", false, call())).toBe("<TrainingCenterDatabase/>");
  });

  it("names the location scope when a track is refused", async () => {
    const query = { alt: "media", partialData: "true" };
    apiRefuses({ path: `${points("exercise")}/5:exportExerciseTcx`, query });
    const error = await failureOf(app.exportExerciseTcx("5", true, call()));
    expect(error).toMatchObject({ scope: "location.readonly" });
  });
});

describe("the account", () => {
  it("is read in one request each", async () => {
    api({ path: "/v4/users/me/identity", body: { healthUserId: "2515055256096816351" } });
    api({ path: "/v4/users/me/profile", body: { age: 36 } });
    api({ path: "/v4/users/me/settings", body: { timeZone: "Europe/Berlin" } });
    expect(await app.getIdentity(call())).toEqual({ healthUserId: "2515055256096816351" });
    expect(await app.getGoogleProfile(call())).toEqual({ age: 36 });
    expect(await app.getSettings(call())).toEqual({ timeZone: "Europe/Berlin" });
  });

  it("takes part in notifications of irregular rhythms, or not", async () => {
    const path = "/v4/users/me/irnProfile";
    const profile = { name: "users/me/irnProfile", onboardingStatus: true };
    api({ path, body: profile });
    expect(await app.getIrnProfile(call())).toEqual(profile);
    apiRefuses({ path });
    expect(await failureOf(app.getIrnProfile(call()))).toMatchObject({ scope: "irn.readonly" });
  });

  it("gives one device, whose id cannot leave its place", async () => {
    const device = { name: "users/me/pairedDevices/123", batteryLevel: 85 };
    api({ path: "/v4/users/me/pairedDevices/123", body: device });
    expect(await app.getPairedDevice("123", call())).toEqual(device);
    apiRefuses({ path: "/v4/users/me/pairedDevices/..%2Fsettings" });
    expect(await failureOf(app.getPairedDevice("../settings", call())))
      .toMatchObject({ scope: "settings.readonly" });
    await expect(app.getPairedDevice("..", call())).rejects.toThrow("cannot be part of a request");
  });

  it("lists every device", async () => {
    const path = "/v4/users/me/pairedDevices";
    const device = { name: "users/me/pairedDevices/123", batteryLevel: 85 };
    api({ path, query: { pageSize: "100" }, body: { pairedDevices: [device], nextPageToken: "a" } });
    api({ path, query: { pageSize: "100", pageToken: "a" }, body: {} });
    expect((await read(app.listPairedDevices(call()))).items).toEqual([device]);
  });
});
