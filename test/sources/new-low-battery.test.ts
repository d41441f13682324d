import newLowBattery from "../../sources/new-low-battery/new-low-battery";
import sample from "../../sources/new-low-battery/test-event";
import { api } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";

const PATH = "/1/user/-/devices.json";
const HOUR = 3_600_000;
const BEGIN = Date.parse("2026-03-20T08:00:00Z");

interface Battery { battery?: string; batteryLevel?: number }

const device = (charge: Battery, fields = {}) => ({
  deviceVersion: "Charge 6", features: ["STEPS"], id: "816713257", mac: "5C0A1B2C3D4E",
  lastSyncTime: "2026-03-20T08:41:00.000", type: "TRACKER", ...charge, ...fields,
});
const word = (battery: string, batteryLevel?: number): Battery =>
  ({ battery, ...batteryLevel !== undefined && { batteryLevel } });
const percent = (batteryLevel?: number): Battery => ({ battery: "Medium", batteryLevel });

const listed = (...body: object[]) => api({ path: PATH, body });
const after = (hours: number) => new Date(BEGIN + hours * HOUR).toISOString();

/** How many events come on deploy, where the battery stands so, and at each poll after it. */
async function told(source: PlayedSource, charges: Battery[]): Promise<number[]> {
  const counts = [];
  for (const [hours, charge] of charges.entries()) {
    listed(device(charge));
    const polled = hours ? await source.poll(after(hours)) : await source.deploy(after(0));
    expect(polled.error).toBeUndefined();
    counts.push(polled.ids.length);
  }
  return counts;
}

const under20 = () => new PlayedSource(newLowBattery, { level: 20 });
const byWord = () => new PlayedSource(newLowBattery);

describe("New Low Battery", () => {
  it("tells once a discharge, under the level, and again once it was 10 points above it", async () => {
    const levels = [60, 20, 19, 12, 22, 18, 29, 15, 30, 19, 5, 100, 0];
    expect(await told(under20(), levels.map(percent)))
      .toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1]);
  });

  it("goes by the device's own word where no level is given", async () => {
    const words = ["High", "Medium", "Low", "Empty", "Medium", "Low", "High", "Empty", "Low"]
      .map((one) => word(one));
    expect(await told(byWord(), words)).toEqual([0, 0, 1, 0, 0, 0, 0, 1, 0]);
  });

  it("takes 10 points more than when it told for a charge, beside the word", async () => {
    const charges = [
      word("High", 80), word("Low", 24), word("Medium", 26), word("Low", 24), word("Low", 36),
      word("Medium", 34), word("Low", 24),
    ];
    expect(await told(byWord(), charges)).toEqual([0, 1, 0, 0, 0, 0, 1]);
  });

  it("is told of a battery that is low on deploy, once", async () => {
    const source = under20();
    listed(device(percent(12)));
    const first = await source.deploy(after(0));
    expect(first.summaries).toEqual(["Charge 6: battery Medium (12 %)"]);
    expect(first.times).toEqual([after(0)]);
    listed(device(percent(11)));
    expect((await source.poll(after(1))).ids).toEqual([]);
  });

  it("is told of 100 % as charged, whatever the level is", async () => {
    const source = new PlayedSource(newLowBattery, { level: "95" });
    expect(await told(source, [94, 99, 94, 100, 94].map(percent))).toEqual([1, 0, 0, 0, 1]);
  });

  it("tells neither of the phone, nor of a device in a drawer, nor of one without a level", async () => {
    const source = under20();
    const odd = [
      device({ battery: "Empty", batteryLevel: 0 }, { id: "1", deviceVersion: "MobileTrack" }),
      device(percent(5), { id: "2", lastSyncTime: "2025-12-24T07:01:22.517" }),
      device(percent(0), { id: "3", lastSyncTime: undefined }),
      device({ battery: "Empty" }, { id: "4" }),
      device({}, { id: "5" }),
    ];
    listed(...odd);
    expect((await source.deploy(after(0))).ids).toEqual([]);
    listed(...odd.reverse());
    expect((await source.poll(after(1))).ids).toEqual([]);
    const words = byWord();
    listed(...odd.filter(({ id }) => id !== "4"));
    expect((await words.deploy(after(0))).ids).toEqual([]);
  });

  it("tells of one from a drawer once it has synced", async () => {
    const source = under20();
    listed(device(percent(5), { lastSyncTime: "2025-12-24T07:01:22.517" }));
    await source.deploy(after(0));
    listed(device(percent(5)));
    expect((await source.poll(after(1))).ids).toHaveLength(1);
  });

  it("tells apart the discharges of one device, and devices in one poll", async () => {
    const source = under20();
    listed(device(percent(80)), device(percent(70), { id: "A4C3F0" }));
    await source.deploy(after(0));
    listed(device(percent(10)), device(percent(10), { id: "A4C3F0" }));
    const { ids } = await source.poll(after(1));
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(2);
  });

  it("tells of the chosen device alone; what was low before another is chosen is past", async () => {
    const source = new PlayedSource(newLowBattery, { level: 20, device: "816713257" });
    const other = device(percent(10), { id: "A4C3F0" });
    listed(device(percent(50)), other);
    expect((await source.deploy(after(0))).ids).toEqual([]);
    const changed = new PlayedSource(newLowBattery, { level: 20, device: "A4C3F0" });
    changed.state = source.state;
    listed(device(percent(10)), other);
    expect((await changed.poll(after(1))).ids).toEqual([]);
  });

  it("emits events in the shape of its sample", async () => {
    const source = under20();
    listed(device(percent(10)));
    const { events } = await source.deploy(after(0));
    expect(Object.keys(sample).sort()).toEqual(keysOf(events[0]).sort());
  });
});
