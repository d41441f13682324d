import { useHealth } from "./support";
import { expectMessage } from "./tables";

describe("the user on Google Health", () => {
  const health = useHealth();

  it.each([
    ["identity", "Identity"], ["profile", "Profile"], ["settings", "Settings"],
  ])("is given by users/me/%s", async (path, message) => {
    const body = await health.get(`/${path}`);
    expectMessage(message, body);
    expect(body.name).toBe(`users/me/${path}`);
  });

  it("share the profile: units and strides changed here are changed there", async () => {
    const stones = { weightUnit: "WEIGHT_UNIT_STONE" };
    await health.ask("/settings?updateMask=weightUnit", "PATCH", stones);
    await health.ask("/profile", "PATCH", { userConfiguredWalkingStrideLengthMm: 812 });
    const { user } = await health.client.get("/1/user/-/profile.json");
    expect(user).toMatchObject({ weightUnit: "en_GB", strideLengthWalking: 81.2 });
    await health.ask("/settings?updateMask=*", "PATCH", { waterUnit: "WATER_UNIT_CUP" });
    expect(await health.get("/settings"))
      .toMatchObject({ waterUnit: "WATER_UNIT_CUP", ...stones });
    const refused = await health.ask("/settings", "PATCH", { timeZone: "Europe/Paris" });
    expect(refused.status).toBe(400);
    await health.client.post("/1/user/-/profile.json?timezone=Asia/Tokyo");
    expect(await health.get("/settings"))
      .toMatchObject({ timeZone: "Asia/Tokyo", utcOffset: "32400s" });
  });
});
