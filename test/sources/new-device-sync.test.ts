import newDeviceSync from "../../sources/new-device-sync/new-device-sync";
import sample from "../../sources/new-device-sync/test-event";
import { api, errors } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";

const PATH = "/1/user/-/devices.json";

const device = (id: string, lastSyncTime: string | undefined, fields = {}) => ({
  battery: "High", batteryLevel: 85, deviceVersion: "Charge 6", features: ["STEPS"], id,
  lastSyncTime, mac: "5C0A1B2C3D4E", type: "TRACKER", ...fields,
});
const watch = (time: string, day = "2026-03-20") => device("816713257", `${day}T${time}:00.000`);
const scale = (time: string, day = "2026-03-19") =>
  device("A4C3F0", `${day}T${time}:00.000`, { deviceVersion: "Aria Air", type: "SCALE" });
const phone = (time: string) =>
  device("816713256", `2026-03-20T${time}:00.000`, { deviceVersion: "MobileTrack", battery: "Empty", batteryLevel: 0 });

const listed = (...body: object[]) => api({ path: PATH, body });

async function deployed(props = {}) {
  const source = new PlayedSource(newDeviceSync, props);
  listed(watch("08:41"), phone("08:26"), scale("07:01"));
  const first = await source.deploy("2026-03-20T16:00:00Z");
  return { source, first };
}

describe("New Device Sync", () => {
  it("tells on deploy of the last sync alone, and not of the phone's", async () => {
    const { first } = await deployed();
    expect(first.summaries).toEqual(["Charge 6 synced on 2026-03-20 at 08:41"]);
    expect(first.events).toEqual([watch("08:41")]);
  });

  it("tells of each device once a sync, in one request a poll, whatever their order", async () => {
    const { source } = await deployed();
    listed(scale("07:01"), watch("08:41"), phone("09:10"));
    expect((await source.poll("2026-03-20T16:15:00Z")).ids).toEqual([]);
    listed(phone("09:25"), scale("09:00", "2026-03-20"), watch("09:20"));
    const { summaries, times } = await source.poll("2026-03-20T16:30:00Z");
    expect(summaries).toEqual([
      "Aria Air synced on 2026-03-20 at 09:00", "Charge 6 synced on 2026-03-20 at 09:20",
    ]);
    const minutes = times.map((time) => time.slice(0, 16));
    expect(minutes).toEqual(["2026-03-20T16:30", "2026-03-20T16:30"]);
    listed(watch("09:20"), scale("09:00", "2026-03-20"), phone("09:25"));
    expect((await source.poll("2026-03-20T16:45:00Z")).ids).toEqual([]);
  });

  it("tells of a sync whose local time is earlier, as after a flight westward", async () => {
    const { source } = await deployed();
    listed(watch("05:30"));
    expect((await source.poll("2026-03-20T21:30:00Z")).ids).toHaveLength(1);
  });

  it("tells of no sync where a device is missing, or has no time, for a while", async () => {
    const { source } = await deployed();
    listed(device("816713257", undefined));
    expect((await source.poll("2026-03-20T16:15:00Z")).ids).toEqual([]);
    listed();
    expect((await source.poll("2026-03-20T16:30:00Z")).ids).toEqual([]);
    listed(watch("08:41"), scale("07:01"));
    expect((await source.poll("2026-03-20T16:45:00Z")).ids).toEqual([]);
  });

  it("tells of a new device that has synced, and of none that lay in a drawer", async () => {
    const { source } = await deployed();
    listed(
      watch("08:41"), device("816713299", "2026-03-20T09:00:00.000"),
      device("816713250", "2024-12-24T07:01:22.517"), device("816713251", undefined),
    );
    const { events } = await source.poll("2026-03-20T16:15:00Z");
    expect(events).toMatchObject([{ id: "816713299" }]);
  });

  it("tells of the chosen device alone, and of no past sync of one chosen later", async () => {
    const { source, first } = await deployed({ device: "A4C3F0" });
    expect(first.events).toMatchObject([{ id: "A4C3F0" }]);
    listed(watch("09:20"), scale("07:01"));
    expect((await source.poll("2026-03-20T16:15:00Z")).ids).toEqual([]);
    const changed = new PlayedSource(newDeviceSync, { device: 816713257 });
    changed.state = source.state;
    listed(watch("09:20"), scale("07:01"));
    expect((await changed.poll("2026-03-20T16:30:00Z")).ids).toEqual([]);
    listed(watch("09:35"), scale("09:36"));
    expect((await changed.poll("2026-03-20T16:45:00Z")).events).toMatchObject([{ id: "816713257" }]);
  });

  it("names the scope that is missing, and stays as it was", async () => {
    const { source } = await deployed();
    api({ path: PATH, status: 403, body: errors("insufficient_scope", "No scope") });
    expect((await source.poll("2026-03-20T16:15:00Z")).error).toContain("settings");
    listed(watch("08:41"));
    expect((await source.poll("2026-03-20T16:30:00Z")).ids).toEqual([]);
  });

  it("emits events in the shape of its sample", async () => {
    const { first } = await deployed();
    expect(Object.keys(sample).sort()).toEqual(keysOf(first.events[0]).sort());
  });
});
