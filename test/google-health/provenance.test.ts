import { failedWith } from "../../common/wire/errors";
import { interval, listed, reconciled } from "./records";
import { api, apiRefuses, app, call, failureOf, points, read, skipWaits } from "./support";

const SLEEP = points("sleep");
const STRAVA = { platform: "HEALTH_CONNECT", application: { packageName: "com.strava" } };
const HOUR = 3_600_000;

const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => from + i);

/** A nap `n` days before the newest, so many ms late. */
const napOf = (n: number, late = 0) => {
  const start = Date.parse("2026-03-20T20:00:00Z") - n * 24 * HOUR + late;
  return {
    interval: interval(new Date(start).toISOString(), new Date(start + HOUR).toISOString()),
  };
};

const id = (n: number) => String(1_000 + n);
const ours = (n: number) => listed("sleep", id(n), { recordingMethod: "MANUAL" }, napOf(n));
/** What another app says of the same nap, some minutes later. */
const copy = (n: number) => listed("sleep", `9${id(n)}`, STRAVA, napOf(n, 300_000));

/** One page: its name is the token that it is asked by. */
const asked = (name: string, more?: string) => ({
  query: { pageSize: "25", ...name && { pageToken: name } },
  body: { nextPageToken: more },
});

function reconciledPage(name: string, found: number[], more?: string) {
  const { query, body } = asked(name, more);
  const dataPoints = found.map((n) => reconciled("sleep", id(n), napOf(n)));
  api({ path: `${SLEEP}:reconcile`, query, body: { ...body, dataPoints } });
}

function listedPage(name: string, dataPoints: object[], more?: string) {
  const { query, body } = asked(name, more);
  api({ path: SLEEP, query, body: { ...body, dataPoints } });
}

async function logTypes() {
  const { items } = await read(app.listSleepLogs({ detail: "full" }, call()));
  return items.map(({ logType }) => logType);
}

/** The naps of one reconciled page, not yet completed. */
async function recent(found: number[]) {
  reconciledPage("", found);
  return (await read(app.listRecentSleeps({}, call()))).items;
}

describe("where records come from", () => {
  it("costs a page of the list for each reconciled page, three for three", async () => {
    for (const [page, more] of [["", "25"], ["25", "50"], ["50", undefined]] as const) {
      const found = numbers(Number(page), 25);
      reconciledPage(page, found, more);
      listedPage(page, found.map(ours), more);
    }
    expect(await logTypes()).toEqual(Array(75).fill("manual"));
  });

  it("costs at most twice as many where a second app tells of everything", async () => {
    const twofold = numbers(0, 50).flatMap((n) => [copy(n), ours(n)]);
    for (const [page, more] of [["", "25"], ["25", undefined]] as const) {
      reconciledPage(page, numbers(Number(page), 25), more);
    }
    for (const [page, more] of [["", "25"], ["25", "50"], ["50", "75"], ["75", "100"]] as const) {
      listedPage(page, twofold.slice(Number(page), Number(page) + 25), more);
    }
    expect(await logTypes()).toEqual(Array(50).fill("manual"));
  });

  it("costs nothing in a list of summaries", async () => {
    reconciledPage("", numbers(0, 3));
    const { items } = await read(app.listSleepLogs({ detail: "summary" }, call()));
    expect(items).toHaveLength(3);
    expect(items[0]).not.toHaveProperty("logType");
  });

  it.each([
    ["device", [2]],
    ["hand", [0, 5]],
    ["app", [1, 4]],
  ] as const)("tells the records by %s from the others", async (writtenBy, wanted) => {
    const from = (n: number, source: object) => listed("sleep", id(n), source, napOf(n));
    reconciledPage("", numbers(0, 6));
    listedPage("", [
      from(0, { recordingMethod: "MANUAL", platform: "FITBIT" }),
      from(1, STRAVA),
      from(2, { recordingMethod: "DERIVED", platform: "FITBIT" }),
      from(3, { recordingMethod: "UNKNOWN", platform: "FITBIT" }),
      from(4, { recordingMethod: "UNKNOWN", platform: "GOOGLE_WEB_API" }),
      from(5, { platform: "FITBIT", device: { displayName: "MobileTrack" } }),
    ]);
    const { items } = await read(app.listSleepLogs({ writtenBy }, call()));
    expect(items.map(({ logId }) => logId)).toEqual(wanted.map(id));
  });

  it("costs nothing until it is asked for", async () => {
    expect(await recent(numbers(0, 3))).toHaveLength(3);
  });

  it("is told after all records were read, the oldest first", async () => {
    const naps = await recent(numbers(0, 3));
    listedPage("", [ours(0), ours(1)], "b");
    listedPage("b", [copy(2), ours(2)], "c");
    for (const nap of naps.reverse()) {
      expect(await nap.complete?.()).toMatchObject({ logId: nap.id, logType: "manual" });
    }
  });

  it("is unknown of a record that is not listed, and the list is not read to its end", async () => {
    const [gone] = await recent([1]);
    listedPage("", [ours(0)], "b");
    listedPage("b", [], "c");
    listedPage("c", [ours(2)], "d");
    expect(await gone?.complete?.()).not.toHaveProperty("logType");
  });

  it("is found by instants and not by clocks, behind a copy that starts later", async () => {
    const [nap] = await recent([1]);
    const eastward = { ...napOf(1, 300_000).interval, startUtcOffset: "32400s" };
    listedPage("", [listed("sleep", "7", STRAVA, { interval: eastward })], "b");
    listedPage("b", [ours(1)], "c");
    expect(await nap?.complete?.()).toHaveProperty("logType", "manual");
  });

  it("is found as well when a page is asked for again after a 504", async () => {
    skipWaits();
    const [first, second] = await recent([0, 1]);
    listedPage("", [ours(0)], "b");
    api({ path: SLEEP, query: asked("b").query, status: 504, body: "<html>" });
    listedPage("b", [ours(1)]);
    expect(await first?.complete?.()).toHaveProperty("logType", "manual");
    expect(await second?.complete?.()).toHaveProperty("logType", "manual");
  });

  it("fails for everyone who asks when the list fails, and asks no more", async () => {
    const naps = await recent([0, 1]);
    apiRefuses({ path: SLEEP, query: asked("").query });
    const complete = (n: number) => failureOf(Promise.resolve(naps[n]?.complete?.()));
    const failures = [...await Promise.all([complete(0), complete(1)]), await complete(0)];
    for (const error of failures) expect(failedWith(error, "missing_scope")).toBe(true);
  });

  it("fails a list of logs with the same error", async () => {
    reconciledPage("", [0, 1]);
    api({ path: SLEEP, query: asked("").query, status: 400, body: "{}" });
    const failure = await failureOf(read(app.listSleepLogs({ detail: "full" }, call())));
    expect(failure).toMatchObject({ status: 400 });
  });
});
