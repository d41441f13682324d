import type { Method } from "../../../local/sandbox/google-health/data-type";
import { DATA_TYPES } from "../../../local/sandbox/google-health/resources";
import { between, errorOf, type Health, metadataOf, reasonOf, useHealth } from "./support";

const READ_ONLY = ["list", "reconcile"];

/** The actions that errors spell otherwise than paths do. */
const SPELLED: Partial<Record<Method, string>> = {
  rollUp: "rollup", dailyRollUp: "dailyRollup", patch: "update",
};

describe("refusals of the Google Health API", () => {
  const health = useHealth({ healthSwitches: { emptyFirstPage: "never" } });

  it.each(["resting-heart-rate", "heart_rate", "heartRate", "skin-temperature-sensors"])(
    "name the unknown data type %s as it was captured", async (type) => {
      const reply = await health.list(type);
      expect(reply.status).toBe(400);
      expect(reply.body).toEqual({
        error: {
          code: 400,
          status: "INVALID_ARGUMENT",
          message: `Invalid data type ID referenced in the parent data type collection: ${type}`,
          details: [
            {
              "@type": "type.googleapis.com/google.rpc.ErrorInfo",
              "reason": "INVALID_PARENT_DATA_TYPE_COLLECTION",
            },
            {
              "@type": "type.googleapis.com/google.rpc.BadRequest",
              "fieldViolations": [
                { field: "parent", description: `The data type ID '${type}' is not supported.` },
              ],
            },
          ],
        },
      });
    },
  );

  const ask: Record<Exclude<Method, "exportExerciseTcx">, (type: string) => ReturnType<Health["ask"]>> = {
    list: (type) => health.list(type, { pageSize: 1 }),
    reconcile: (type) => health.list(type, { pageSize: 1 }, undefined, ":reconcile"),
    rollUp: (type) =>
      health.rollUp(type, "2026-03-01T00:00:00Z", "2026-03-01T01:00:00Z", "60s"),
    dailyRollUp: (type) => health.daily(type, "2026-03-01", "2026-03-02"),
    get: (type) => health.ask(`/dataTypes/${type}/dataPoints/12345`),
    create: (type) => health.create(type, {}),
    patch: (type) => health.ask(`/dataTypes/${type}/dataPoints/12345`, "PATCH", {}),
    batchDelete: (type) => health.remove(type, []),
  };

  it.each([...DATA_TYPES.values()].map((type) => [type.id, type] as const))(
    "tell what %s can do when it is asked for something else", async (id, { methods }) => {
      for (const [method, call] of Object.entries(ask)) {
        const reply = await call(id);
        if (methods.includes(method as Method)) {
          if (READ_ONLY.includes(method) || method.endsWith("ollUp")) expect(reply.status).toBe(200);
          else expect(reasonOf(reply)).not.toBe("UNSUPPORTED_DATA_TYPE_ACTION");
          continue;
        }
        expect(reply.status).toBe(400);
        expect(reasonOf(reply)).toBe("UNSUPPORTED_DATA_TYPE_ACTION");
        const allowed = methods.map((known) => SPELLED[known] ?? known).join(", ");
        expect(metadataOf(reply)).toEqual({ allowed_actions: allowed });
      }
    },
  );

  it("spell the actions of a type as it was captured", async () => {
    expect(errorOf(await health.list("floors")).message).toBe(
      "List is not supported for data type floors, but the following actions are supported:"
      + " reconcile, rollup, dailyRollup",
    );
    expect(metadataOf(await health.daily("sleep", "2026-03-01", "2026-03-02"))).toEqual({
      allowed_actions: "list, get, reconcile, create, update, batchDelete",
    });
  });

  it("word an unsupported roll-up as it was captured", async () => {
    const reply = await health.daily("daily-resting-heart-rate", "2026-03-01", "2026-03-02");
    expect(errorOf(reply).message).toBe(
      "DailyRollup is not supported for data type daily-resting-heart-rate, but the following"
      + " actions are supported: list, reconcile",
    );
  });

  it.each([
    ["GET", "/v4/users/me/devices"], ["GET", "/v4/users/me/dataTypes/steps"], ["GET", "/v4"],
    ["GET", "/v4/users/me/dataTypes/steps/dataPoints:dailyRollUp"],
    ["POST", "/v4/users/me/dataTypes/steps/dataPoints:dailyRollup"],
    ["DELETE", "/v4/users/me/dataTypes/sleep/dataPoints/1"], ["PUT", "/v4/users/me/profile"],
    ["GET", "/v4/users/%zz/profile"], ["GET", "/v4beta/users/me/identity"],
    ["GET", "/v4beta/users/%zz"], ["GET", "/v1/users/me/profile"],
    ["GET", "/o/oauth2/auth"], ["POST", "/revoke"], ["GET", "/$discovery/rest"],
  ])("are a page of HTML for %s %s", async (method, path) => {
    const reply = await health.client.ask(path, { method });
    expect(reply.status).toBe(404);
    expect(reply.headers.get("content-type")).toContain("text/html");
    expect(reply.text).toContain("Error 404 (Not Found)!!1");
    expect((await health.client.ask(path, { method, token: "" })).status).toBe(404);
    expect(reply.headers.get("fitbit-rate-limit-limit")).toBeNull();
  });

  it("leave the other door's errors as they were", async () => {
    const reply = await health.client.ask("/1/user/-/nothing.json");
    expect(reply.status).toBe(404);
    expect(reply.body.errors[0].errorType).toBe("not_found");
    expect(reply.headers.get("fitbit-rate-limit-limit")).toBe("150");
    const other = await health.ask("/identity");
    expect(other.headers.get("fitbit-rate-limit-limit")).toBeNull();
  });

  it.each([
    ["all-sources"], ["users/me/dataSourceFamilies/health-connect"], ["users/1/dataSourceFamilies/all-sources"],
  ])("of the family %s", async (dataSourceFamily) => {
    for (const reply of [
      await health.list("weight", { dataSourceFamily }),
      await health.list("sleep", { dataSourceFamily }, undefined, ":reconcile"),
      await health.daily("steps", "2026-03-01", "2026-03-02", { dataSourceFamily }),
    ]) {
      expect(reasonOf(reply)).toBe("INVALID_DATA_POINT_DATA_SOURCE_FAMILY");
      expect(errorOf(reply).message).toBe("Data family is missing or is not supported");
    }
  });

  it("of any family on the list of sleeps", async () => {
    const dataSourceFamily = "users/me/dataSourceFamilies/all-sources";
    expect(reasonOf(await health.list("sleep", { dataSourceFamily })))
      .toBe("INVALID_DATA_POINT_DATA_SOURCE_FAMILY");
    const range = between("sleep.interval.civil_end_time", "2026-03-01", "2026-03-03");
    const reconciled = await health.list("sleep", { dataSourceFamily, ...range }, undefined, ":reconcile");
    expect(reconciled.status).toBe(200);
  });

  it("of ids that mean nothing here, those of the other door too", async () => {
    const { text } = await health.client.ask(
      "/1/user/-/activities/list.json?beforeDate=2026-03-20&sort=desc&limit=1&offset=0",
    );
    const [, logId = ""] = /"logId":(\d+)/.exec(text) ?? [];
    for (const id of [logId, "1", "abc"]) {
      const reply = await health.ask(`/dataTypes/exercise/dataPoints/${id}`);
      expect(reply.status).toBe(404);
      expect(reply.body).toEqual({
        error: {
          code: 404,
          message: "The requested resource was not found. Please refer to the Google Health API"
            + " developer documentation for guidance and support.",
          status: "NOT_FOUND",
          details: [{
            "@type": "type.googleapis.com/google.rpc.ErrorInfo",
            "reason": "RESOURCE_NOT_FOUND",
            "domain": "health.googleapis.com",
          }],
        },
      });
    }
  });
});
