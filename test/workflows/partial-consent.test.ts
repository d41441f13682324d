import { listed } from "../support/components";
import { Household } from "../support/household";

const actions = listed("actions");

let household: Household;

beforeAll(async () => {
  household = await Household.of();
});

afterAll(() => household.close());

/** What a connection with these scopes alone makes of an action without a date. */
async function told(app: string, name: string, scopes: string) {
  const found = actions.find((one) => one.app === app && one.name === name);
  const component = found?.component ?? { run: () => null };
  const { run, requests } = await household.run(component, { token: `sandbox:${scopes}` });
  const sentence = run.ok ? run.exports.$summary : run.error.message;
  return { sentence, asked: requests.length };
}

describe("today, for a connection of few scopes", () => {
  it.each([
    ["fitbit", "get-sleep-log", "sleep", 6],
    ["fitbit", "get-sleep-log", "sleep,profile", 6],
    ["fitbit", "get-sleep-log", "sleep,activity", 2],
    ["fitbit", "get-activity-summary", "activity", 2],
    ["fitbit", "get-heart-rate-time-series", "heartrate", 3],
    ["fitbit", "get-intraday-heart-rate", "heartrate", 3],
    ["fitbit", "get-heart-rate", "heartrate", 3],
    ["fitbit", "get-daily-steps", "activity", 1],
    ["fitbit", "get-body-weight", "weight", 1],
    ["fitbit", "get-body-time-series", "weight", 4],
    ["fitbit", "get-food-log", "nutrition", 5],
    ["fitbit", "get-water-log", "nutrition", 5],
    ["fitbit", "get-nutrition-water", "nutrition", 6],
    ["fitbit", "get-nutrition-time-series", "nutrition", 5],
    ["google_health", "get-sleep-log", "sleep.readonly,settings.readonly", 3],
  ])("is told by what there is: %s-%s with %s", async (app, name, scopes, requests) => {
    const { sentence, asked } = await told(app, name, scopes);
    expect(sentence).toEqual(expect.stringContaining("2026-03-20"));
    expect(asked).toBe(requests);
  });

  it("takes no more than seven requests where it is told by records alone", async () => {
    const { sentence, asked } = await told("google_health", "get-sleep-log", "sleep.readonly");
    expect(sentence).toEqual(expect.stringContaining("asleep on 2026-03-20"));
    expect(asked).toBeLessThanOrEqual(7);
  });
});
