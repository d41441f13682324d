import { devices } from "../../common/polling/devices";
import { HOUR, NOW, Platform } from "./platform";

interface Device {
  id: string;
  level?: number;
  synced?: string;
}

/** A synced device: the time has no zone, so that another one is all that it tells. */
const syncs = (list: () => Device[]) => devices<Device, string, Device>({
  devices: () => Promise.resolve(list()),
  idOf: ({ id }) => id,
  readState: (value) => typeof value === "string" ? value : undefined,
  compare: (before, device, now) => {
    const { id, synced } = device;
    if (synced === undefined || synced === before) return {};
    return { state: synced, news: { id: `${id}-${synced}`, ts: now, report: () => device } };
  },
  summary: ({ id }) => `${id} synced`,
});

const LOW = 20;
const ARMED_AGAIN = LOW + 10;

/** A battery under a level, once a discharge: armed again ten points above it. */
const batteries = (list: () => Device[]) => devices<Device, boolean, Device>({
  devices: () => Promise.resolve(list()),
  idOf: ({ id }) => id,
  readState: (value) => typeof value === "boolean" ? value : undefined,
  compare: (isTold = false, device, now) => {
    const { id, level } = device;
    if (level === undefined) return {};
    if (level >= ARMED_AGAIN) return { state: false };
    if (isTold || level >= LOW) return {};
    return { state: true, news: { id: `${id}-${now}`, ts: now, report: () => device } };
  },
  summary: ({ id, level }) => `${id} at ${level} %`,
});

describe("a device whose state changes", () => {
  it("is told at each change, once a poll, and not between", async () => {
    let list: Device[] = [{ id: "watch", synced: "08:00" }];
    const platform = new Platform();
    await platform.start(syncs(() => list));
    const polls = [];
    for (const synced of ["08:00", "08:15", "08:15", undefined, "08:15", "08:30"]) {
      list = [{ id: "watch", synced }];
      polls.push(await platform.poll(syncs(() => list), HOUR));
    }
    expect(platform.emitted[0]).toBe("watch-08:00");
    expect(polls).toEqual([[], ["watch-08:15"], [], [], [], ["watch-08:30"]]);
    expect(platform.events.at(-1)).toMatchObject({ summary: "watch synced", ts: platform.now });
  });

  it("is told once a discharge, and again when it was charged meanwhile", async () => {
    let level: number | undefined = 60;
    const platform = new Platform();
    const list = () => [{ id: "watch", level }];
    await platform.start(batteries(list));
    const polls = [];
    for (level of [20, 19, 12, 22, 18, undefined, 29, 15, 30, 19, 5]) {
      polls.push((await platform.poll(batteries(list), HOUR)).length);
    }
    expect(polls).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
  });

  it("is compared with how it was, though it was not listed for a while", async () => {
    let list: Device[] = [{ id: "watch", level: 15 }, { id: "scale", level: 90 }];
    const platform = new Platform();
    await platform.start(batteries(() => list));
    for (const next of [[], [{ id: "watch", level: 14 }, { id: "scale", level: 10 }]]) {
      list = next;
      await platform.poll(batteries(() => list), HOUR);
    }
    expect(platform.emitted).toEqual([`watch-${NOW}`, `scale-${NOW + 2 * HOUR}`]);
  });

  it("is told on deploy of one device at most", async () => {
    const platform = new Platform();
    await platform.start(batteries(() => [{ id: "a", level: 3 }, { id: "b", level: 2 }]));
    expect(platform.emitted).toHaveLength(1);
    expect(await platform.poll(batteries(() => [{ id: "a", level: 2 }]))).toEqual([]);
  });

  it("begins anew when what was stored cannot be read", async () => {
    const platform = new Platform();
    platform.stored = { kept: 5 };
    await platform.poll(batteries(() => [{ id: "a", level: 3 }]));
    expect(platform.emitted).toHaveLength(1);
    expect(platform.logged).toEqual([expect.stringContaining("cannot be read")]);
  });
});
