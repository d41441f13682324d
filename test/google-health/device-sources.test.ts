import * as newDeviceSync from "../../sources/new-device-sync/new-device-sync";
import * as newLowBattery from "../../sources/new-low-battery/new-low-battery";
import { PlayedSource } from "../support/source";
import { api, twin } from "./support";

const paired = (id: string, fields: object) => ({
  name: `users/1173016576421350648/pairedDevices/${id}`, deviceType: "TRACKER",
  deviceVersion: "Charge 6", batteryStatus: "High", ...fields,
});

/** What one poll is answered. */
const pairedDevices = (...listed: object[]) => api({
  path: "/v4/users/me/pairedDevices", query: { pageSize: "100" }, body: { pairedDevices: listed },
});

/** The settings, which tell the user's clock. */
const settings = () =>
  api({ path: "/v4/users/me/settings", body: { timeZone: "Europe/Berlin" } });

describe("New Device Sync on Google Health", () => {
  const tracker = (lastSyncTime: string | undefined, fields = {}) =>
    paired("816713257", { batteryLevel: 85, lastSyncTime, ...fields });

  it("tells of a sync when it was, by the user's clock, which it asks for then alone", async () => {
    const source = new PlayedSource(twin(newDeviceSync));
    pairedDevices(tracker("2026-03-20T07:41:07Z"));
    settings();
    const first = await source.deploy("2026-03-20T08:00:00Z");
    expect(first.summaries).toEqual(["Charge 6 synced on 2026-03-20 at 08:41"]);
    expect(first.times).toEqual(["2026-03-20T07:41:07.000Z"]);
    pairedDevices(tracker("2026-03-20T07:41:07.000Z"));
    expect((await source.poll("2026-03-20T08:15:00Z")).ids).toEqual([]);
    pairedDevices(tracker("2026-03-20T08:20:00Z"));
    settings();
    const { events } = await source.poll("2026-03-20T08:30:00Z");
    expect(events).toEqual([{
      battery: "High", batteryLevel: 85, deviceVersion: "Charge 6", id: "816713257",
      lastSyncTime: "2026-03-20T09:20:00.000", type: "TRACKER",
    }]);
  });

  it("tells of nothing where the time of the sync is left out", async () => {
    const source = new PlayedSource(twin(newDeviceSync));
    pairedDevices(tracker(undefined));
    expect((await source.deploy("2026-03-20T08:00:00Z")).ids).toEqual([]);
    pairedDevices(tracker(undefined, { batteryLevel: 84 }));
    expect((await source.poll("2026-03-20T08:15:00Z"))).toMatchObject({ ids: [], error: undefined });
  });
});

describe("New Low Battery on Google Health", () => {
  const tracker = (batteryStatus: string, batteryLevel: number, lastSyncTime?: string) =>
    paired("816713257", { batteryStatus, batteryLevel, lastSyncTime });
  const NOW = "2026-03-20T07:50:00Z";

  it("asks for the user's clock only when it tells", async () => {
    const source = new PlayedSource(twin(newLowBattery), { level: 20 });
    pairedDevices(tracker("Medium", 40, NOW));
    expect((await source.deploy("2026-03-20T08:00:00Z")).ids).toEqual([]);
    pairedDevices(tracker("Low", 18, NOW));
    settings();
    const { summaries, events } = await source.poll("2026-03-20T09:00:00Z");
    expect(summaries).toEqual(["Charge 6: battery Low (18 %)"]);
    expect(events).toMatchObject([{ lastSyncTime: "2026-03-20T08:50:00.000" }]);
  });

  it("tells of a device that does not say when it synced, once it was seen charged", async () => {
    const source = new PlayedSource(twin(newLowBattery), { level: 20 });
    for (const [hours, [level, count]] of [[15, 0], [80, 0], [15, 1], [14, 0]].entries()) {
      pairedDevices(tracker("Medium", level ?? 0));
      expect((await source.poll(`2026-03-2${hours}T08:00:00Z`)).ids).toHaveLength(count ?? 0);
    }
  });
});
