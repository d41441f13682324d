import { useFreshSandbox, useSandbox } from "../support";
import { itAnswers } from "./tables";

const DEVICES = "/1/user/-/devices.json";

describe("devices on the Fitbit door", () => {
  const client = useSandbox();

  itAnswers(client, [["devices", "GET", DEVICES, 200, [{
    "battery": "str", "batteryLevel?": "int", "deviceVersion": "str", "features": ["str"],
    "id": "str", "lastSyncTime": "local", "mac": "str", "type": "str",
  }]]]);

  it("have the phone among them, whose battery is always empty", async () => {
    const { body } = await client.ask(DEVICES);
    expect(body).toContainEqual(expect.objectContaining({
      deviceVersion: "MobileTrack", type: "TRACKER", battery: "Empty",
    }));
  });
});

describe("batteries", () => {
  const client = useFreshSandbox();
  const watch = async () => {
    const devices = await client.get(DEVICES) as unknown as { deviceVersion: string }[];
    return devices.find(({ deviceVersion }) => deviceVersion === "Charge 6");
  };
  const syncAt = async (now: string) => {
    await client.control("clock", { now });
    await client.control("sync", {});
  };

  it("are used up as the watch shows with each sync, and charged in time", async () => {
    expect(await watch()).toMatchObject({ battery: "High", batteryLevel: 85 });
    await client.control("clock", { now: "2026-03-24T09:00:00Z" });
    expect(await watch()).toMatchObject({ battery: "High", batteryLevel: 85 });
    await client.control("sync", {});
    expect(await watch()).toMatchObject({ battery: "Medium", batteryLevel: 27 });
    await syncAt("2026-03-25T09:00:00Z");
    expect(await watch()).toMatchObject({ battery: "Low", batteryLevel: 13 });
    await syncAt("2026-03-26T09:00:00Z");
    expect(await watch()).toMatchObject({ battery: "High", batteryLevel: 89 });
  });

  it("stand as a control call says, and a device leaves the account", async () => {
    const change = (...changes: object[]) => client.control("changes", changes);
    await change({ change: "battery", device: "816713257", level: 0 });
    expect(await watch()).toMatchObject({ battery: "Empty", batteryLevel: 0 });
    await change({ change: "unpair", device: "816713257" });
    expect(await watch()).toBeUndefined();
    expect((await change({ change: "battery", device: "816713257", level: 50 })).status).toBe(400);
  });
});

describe("odd devices on either door", () => {
  const client = useSandbox({
    switches: { unusedDevice: true, phoneBatteryLevel: "zero" },
    healthSwitches: { unusedDevice: true, deviceDetails: true },
  });

  it("one that never synced is listed first, without a time", async () => {
    const [unused, phone] = await client.get(DEVICES) as unknown as object[];
    expect(unused).not.toHaveProperty("lastSyncTime");
    expect(phone).toMatchObject({ deviceVersion: "MobileTrack", batteryLevel: 0 });
    const { pairedDevices: [paired, ...others] } = await client
      .get("/v4/users/me/pairedDevices") as unknown as { pairedDevices: object[] };
    expect(paired).not.toHaveProperty("lastSyncTime");
    expect(others).toContainEqual(expect.objectContaining({
      deviceVersion: "Charge 6", macAddress: "5C0A1B2C3D4E",
    }));
  });
});
