import { defineAction } from "../../common/pipedream";
import fitbit from "../../fitbit.app";
import { api, errors } from "../support/api";
import { activityLog } from "../support/logs";
import { failure, metadata } from "../support/probe";
import { run } from "../support/step";

const LIST = {
  path: "/1/user/-/activities/list.json",
  query: { beforeDate: "2026-03-22", sort: "desc", limit: "1", offset: "0" },
};

const offsetIn = (timeZone?: string) => defineAction({
  ...metadata,
  props: { fitbit },
  async run({ $ }) {
    const offset = await this.fitbit.getUtcOffset({ $, timeZone });
    $.export("$summary", "Asked");
    return { hours: offset === undefined ? null : offset / 3_600_000 };
  },
});

describe("the offset from UTC", () => {
  it.each([["Europe/Berlin", 1], ["Asia/Kathmandu", 5.75], ["Pacific/Pago_Pago", -11]])(
    "is that of the time zone given, without asking: %s",
    async (timeZone, hours) => {
      expect((await run(offsetIn(timeZone))).result).toEqual({ hours });
    },
  );

  it.each([
    ["2026-03-19T18:54:51.000-07:00", -7],
    ["2026-03-19T18:54:51.000+05:45", 5.75],
    ["2026-03-19T18:54:51.000+00:00", 0],
  ])("is that of the newest exercise: %s", async (startTime, hours) => {
    api({ ...LIST, body: { activities: [{ ...activityLog(0), startTime }] } });
    expect((await run(offsetIn())).result).toEqual({ hours });
  });

  it("is unknown without an exercise", async () => {
    api({ ...LIST, body: { activities: [] } });
    expect((await run(offsetIn())).result).toEqual({ hours: null });
  });

  it("is unknown without the scope", async () => {
    api({ ...LIST, status: 403, body: errors("insufficient_scope", "no permission") });
    expect((await run(offsetIn())).result).toEqual({ hours: null });
  });

  it("fails with any other failure", async () => {
    api({ ...LIST, status: 401, body: errors("expired_token", "Access token expired") });
    expect(await failure(offsetIn())).toMatchObject({ name: "ExpiredTokenError" });
  });
});
