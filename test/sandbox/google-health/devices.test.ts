import { type Json, useHealth } from "./support";
import { expectMessage } from "./tables";

describe("devices on Google Health", () => {
  const health = useHealth();

  it("are listed, one by one if asked, and each is given by its id", async () => {
    const { pairedDevices, nextPageToken } = await health.get("/pairedDevices?pageSize=2");
    const [phone, tracker] = pairedDevices as Json[];
    [phone, tracker].forEach((device) => expectMessage("PairedDevice", device));
    expect(await health.get(`/pairedDevices/${String(tracker?.name).split("/").at(-1)}`))
      .toEqual(tracker);
    const rest = await health.get(`/pairedDevices?pageSize=2&pageToken=${String(nextPageToken)}`);
    expect(rest.pairedDevices).toHaveLength(1);
    expect(rest.nextPageToken).toBeUndefined();
  });
});
