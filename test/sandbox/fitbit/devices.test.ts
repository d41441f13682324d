import { useSandbox } from "../support";
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
