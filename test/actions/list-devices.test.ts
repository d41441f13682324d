import * as listDevices from "../../actions/list-devices/list-devices";
import {
  api as googleApi, apiRefuses, run as runOnGoogle,
} from "../google-health/support";
import { api, errors } from "../support/api";
import { noted } from "../support/noted";
import { run } from "../support/step";

const PATH = "/1/user/-/devices.json";

const phone = {
  battery: "Empty", batteryLevel: 0, deviceVersion: "MobileTrack", features: [],
  id: "816713256", lastSyncTime: "2026-03-20T08:26:00.000", mac: "5C0A1B2C3D4D", type: "TRACKER",
};
const watch = {
  battery: "Medium", batteryLevel: 47, deviceVersion: "Charge 6", features: ["STEPS"],
  id: "816713257", lastSyncTime: "2026-03-20T08:41:07.000", mac: "5C0A1B2C3D4E", type: "TRACKER",
};
const scale = {
  battery: "High", deviceVersion: "Aria", id: "A4C3F0", lastSyncTime: "2021-12-24T07:01:22.517",
  type: "SCALE",
};
const unused = {
  battery: "Empty", deviceVersion: "Inspire 2", features: [], id: "816713250", type: "TRACKER",
};

describe("list-devices", () => {
  it("gives the one that synced last first, and makes up neither a level nor a sync", async () => {
    api({ path: PATH, body: [unused, scale, phone, watch] });
    const { result, summary } = await run(listDevices.default);
    const { batteryLevel, ...known } = phone;
    expect(batteryLevel).toBe(0);
    expect(result).toEqual({ devices: [watch, known, scale, unused], count: 4 });
    expect(summary).toBe(
      "4 devices: Charge 6, battery Medium (47 %), synced on 2026-03-20 at 08:41; phone, synced on 2026-03-20 at 08:26; Aria, battery High, synced on 2021-12-24 at 07:01; …",
    );
  });

  it("says of one that never synced that it did not", async () => {
    api({ path: PATH, body: [unused] });
    const { summary } = await run(listDevices.default);
    expect(summary).toBe("1 device: Inspire 2, battery Empty, never synced");
  });

  it("leaves out one without an id, and says so", async () => {
    const lines = noted();
    api({ path: PATH, body: [{ type: "TRACKER" }, watch] });
    const { result } = await run(listDevices.default);
    expect(result).toEqual({ devices: [watch], count: 1 });
    expect(lines).toEqual([expect.stringContaining("Left out of the devices: 1 of 2")]);
  });

  it("says so where there are none", async () => {
    api({ path: PATH, body: [] });
    const { result, summary } = await run(listDevices.default);
    expect(result).toEqual({ devices: [], count: 0 });
    expect(summary).toBe("No devices. Data appears after the watch syncs.");
  });

  it("names the scope that is missing, and what does the same on Google Health", async () => {
    api({ path: PATH, status: 403, body: errors("insufficient_scope", "No scope") });
    const { error } = await run(listDevices.default);
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "settings" });
    expect(error).toHaveProperty("message", expect.stringContaining("google_health-list-devices"));
  });
});

describe("list-devices on Google Health", () => {
  const paired = (id: string, fields: object) =>
    ({ name: `users/1173016576421350648/pairedDevices/${id}`, ...fields });
  const pairedWatch = paired("816713257", {
    deviceType: "TRACKER", deviceVersion: "Charge 6", batteryStatus: "Medium", batteryLevel: 47,
    lastSyncTime: "2026-03-08T08:41:07Z",
  });
  const pairedPhone = paired("816713256", {
    deviceType: "TRACKER", deviceVersion: "MobileTrack", batteryStatus: "Empty",
    lastSyncTime: "2026-03-08T11:30:00Z",
  });
  const answers = (...pairedDevices: object[]) => googleApi({
    path: "/v4/users/me/pairedDevices", query: { pageSize: "100" }, body: { pairedDevices },
  });
  const settings = (body: object) => googleApi({ path: "/v4/users/me/settings", body });

  it("is Fitbit's, with the time that the user's clock showed, be it put forward meanwhile", async () => {
    answers(pairedWatch, pairedPhone, paired("816713250", { deviceVersion: "Inspire 2" }));
    settings({ timeZone: "America/Los_Angeles" });
    const { result } = await runOnGoogle(listDevices);
    expect(result).toEqual({
      devices: [
        {
          id: "816713256", type: "TRACKER", deviceVersion: "MobileTrack", battery: "Empty",
          lastSyncTime: "2026-03-08T04:30:00.000",
        },
        {
          id: "816713257", type: "TRACKER", deviceVersion: "Charge 6", battery: "Medium",
          batteryLevel: 47, lastSyncTime: "2026-03-08T00:41:07.000",
        },
        { id: "816713250", deviceVersion: "Inspire 2" },
      ],
      count: 3,
    });
  });

  it("asks for no clock without a time, and says of none that it never synced: it may be left out", async () => {
    answers({ ...pairedWatch, lastSyncTime: undefined }, paired("816713250", { deviceVersion: "Inspire 2" }));
    const { summary } = await runOnGoogle(listDevices);
    expect(summary).toBe("2 devices: Charge 6, battery Medium (47 %); Inspire 2");
  });

  it("says so where there are none", async () => {
    answers();
    const { result, summary } = await runOnGoogle(listDevices);
    expect(result).toEqual({ devices: [], count: 0 });
    expect(summary).toBe("No devices. Data appears after the watch syncs.");
  });

  it("names the scope that is missing", async () => {
    apiRefuses({ path: "/v4/users/me/pairedDevices", query: { pageSize: "100" } });
    const { error } = await runOnGoogle(listDevices);
    expect(error).toMatchObject({ name: "MissingScopeError", scope: "settings.readonly" });
  });
});
