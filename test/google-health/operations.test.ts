import * as deleteSleepLog from "../../actions/delete-sleep-log/delete-sleep-log";
import * as logActivity from "../../actions/log-activity/log-activity";
import * as logSleep from "../../actions/log-sleep/log-sleep";
import { listed } from "./records";
import { api, app, call, failureOf, noScope, points, rpcError, run } from "./support";

const WEIGHTS = points("weight");
const SLEEPS = `${points("sleep")}:batchDelete`;
const weight = { weight: { weightGrams: 75_500 } };
const stored = { record: "The weight", lookAt: "List Weight Logs" };
const RULE = "An app may delete only what it wrote itself: what another app or the watch recorded is deleted in the Google Health app.";

const creating = (body: unknown) => {
  api({ method: "POST", path: WEIGHTS, sent: weight, body });
  return failureOf(app.createDataPoint("weight", weight, stored, call()));
};

const deleting = (body: unknown) => {
  const names = ["users/me/dataTypes/sleep/dataPoints/88"];
  api({ method: "POST", path: SLEEPS, sent: { names }, body });
  const deletion = { record: "The deletion", lookAt: "List Sleep Logs" };
  return failureOf(app.deleteDataPoints("sleep", ["88"], deletion, call()));
};

/** How an operation ends that failed. */
const failed = (code: number | undefined, message: string, reason?: string) => ({
  done: true,
  error: { code, message, details: reason ? [{ reason }] : undefined },
});

describe("a write that is not said to be done", () => {
  const answers = [
    ["goes on", { name: "operations/1", done: false }],
    ["goes on, which the API leaves out", { name: "operations/1", metadata: {} }],
    ["is done without a response", { done: true }],
    ["has an empty answer", ""],
  ] as const;

  it.each(answers)("may have been stored: a record whose operation %s", async (_, body) => {
    expect(await creating(body)).toMatchObject({
      name: "PendingError",
      code: "pending",
      message: "Google Health took the request, but does not say that it is done. The weight may have been stored or changed all the same: look at List Weight Logs before you run the step again.",
    });
  });

  it.each(answers)("may have been deleted: a record whose operation %s", async (_, body) => {
    const error = await deleting(body);
    expect(error).toMatchObject({ name: "PendingError" });
    expect(error.message).toContain("The deletion may have been stored or changed all the same: look at List Sleep Logs");
  });

  const start = {
    date: "2026-03-20", startTime: "07:30", durationMinutes: 30, timeZone: "Europe/Berlin",
    skipIfLogged: false,
  };

  it.each([
    ["log-activity", logActivity, { activityName: "Run", ...start }, points("exercise")],
    ["log-sleep", logSleep, start, points("sleep")],
    ["delete-sleep-log", deleteSleepLog, { sleepLogId: "88" }, SLEEPS],
  ])("is no success of %s", async (_, module, props, path) => {
    api({ method: "POST", path, sent: /./, body: { name: "operations/1" } });
    const { error, summary } = await run(module, props);
    expect(error).toMatchObject({ name: "PendingError" });
    expect(summary).toBeUndefined();
  });
});

describe("a write whose operation failed", () => {
  it.each([
    [1, "ServerError", 500],
    [2, "ServerError", 500],
    [3, "BadRequestError", 400],
    [4, "ServerError", 504],
    [5, "NotFoundError", 404],
    [6, "ConflictError", 409],
    [7, "ForbiddenError", 403],
    [8, "RateLimitError", 429],
    [9, "AccountNotReadyError", 400],
    [10, "ConflictError", 409],
    [11, "BadRequestError", 400],
    [12, "ServerError", 501],
    [13, "ServerError", 500],
    [14, "ServerError", 503],
    [15, "ServerError", 500],
    [16, "ExpiredTokenError", 401],
    [99, "ServerError", 500],
    [undefined, "ServerError", 500],
  ])("fails as an answer would: code %s is a %s", async (code, name, status) => {
    expect(await creating(failed(code, "No."))).toMatchObject({ name, status });
  });

  it("says what is refused, and what to do", async () => {
    expect((await creating(failed(3, "Weight is out of range."))).message).toBe(
      "Google Health refused the request (400): Weight is out of range. Check what the step is given, then run it again: the same would be refused again.",
    );
  });

  it.each([13, 14, 4, 2, 1])("may have been stored all the same after code %d", async (code) => {
    expect((await creating(failed(code, "Internal error."))).message)
      .toContain("The weight may have been stored");
  });

  it.each([3, 5, 7, 8, 9, 16])("was not stored after code %d", async (code) => {
    expect((await creating(failed(code, "No."))).message).not.toContain("may have been stored");
  });

  it.each([3, 5, 7])("gives the rule of deleting with code %d", async (code) => {
    const { message } = await deleting(failed(code, "No."));
    expect(message).toContain(RULE);
    expect(message).not.toContain("old Fitbit");
  });

  it("names the scope by the reason in its details", async () => {
    const error = await deleting(failed(7, "No.", "MISSING_OAUTH_SCOPE"));
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "sleep.writeonly" });
  });

  it("says when to go on where a quota is used up", async () => {
    jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-03-20T12:00:00Z"));
    expect(await creating(failed(8, "No."))).toMatchObject({
      retryAt: Date.parse("2026-03-20T12:01:00Z"),
    });
  });
});

describe("replacing a record", () => {
  const replacing = (id = "88") => app.replaceDataPoint("weight", id, weight, stored, call());
  const fresh = { name: "users/1/dataTypes/weight/dataPoints/99", ...weight };
  const created = () => {
    api({ method: "POST", path: WEIGHTS, sent: weight, body: { done: true, response: fresh } });
  };
  const deletion = (answer: { status?: number; body: unknown }) => {
    const sent = { names: ["users/me/dataTypes/weight/dataPoints/88"] };
    api({ method: "POST", path: `${WEIGHTS}:batchDelete`, sent, ...answer });
  };

  it("stores the new one, then deletes the old one", async () => {
    created();
    deletion({ body: { done: true, response: { dataPoints: [listed("weight", "88")] } } });
    expect(await replacing()).toEqual(fresh);
  });

  it("deletes nothing when the new one is refused", async () => {
    const body = rpcError(400, "INVALID_ARGUMENT", "No.");
    api({ method: "POST", path: WEIGHTS, sent: weight, status: 400, body });
    const error = await failureOf(replacing());
    expect(error.message).not.toContain("99");
  });

  it.each([
    ["is refused", { status: 403, body: noScope }, "MissingScopeError"],
    ["deletes nothing", { body: { done: true, response: {} } }, "NotFoundError"],
    ["fails on the way", { status: 502, body: "" }, "ServerError"],
    ["is not said to be done", { body: {} }, "PendingError"],
  ])("says that there may be both, and what to do, when deleting %s", async (_, answer, name) => {
    created();
    deletion(answer);
    const error = await failureOf(replacing());
    expect(error.name).toBe(name);
    expect(error.message).toContain(
      " The new record, 99, is stored, and the old one, 88, may be there still: delete that, and do not run the step again, or there will be a third.",
    );
  });

  it("stores nothing for an id that could not be deleted", async () => {
    await expect(replacing("..")).rejects.toThrow("cannot be part of a request");
    await expect(app.replaceDataPoint("steps", "88", {}, stored, call())).rejects.toThrow("has no batchDelete");
  });
});
