import type { Fields } from "../../local/runtime/component";
import type { HealthSwitches } from "../../local/sandbox";
import { Comparison } from "./compare";
import { House, pairs, type Outcome, type Pair } from "./doors";
import { named, truthOf } from "./life";

const BEGINNING = [1, "2026-03-20T09:00:00Z"] as const;
/** With a flight, and nights under two clocks. */
const DAYS = { startDate: "2026-02-01", endDate: "2026-03-20" };

let all: Pair[] = [];
beforeAll(async () => {
  all = await pairs(process.cwd());
});

/** What a component gives at both doors where Google's answers so, and what is told apart. */
async function asked(name: string, props: Fields, healthSwitches: Partial<HealthSwitches>) {
  const house = await House.of(...BEGINNING, healthSwitches);
  try {
    const pair = named(all, name);
    const [fitbit, health] = await house.runBoth(pair, { ...DAYS, ...props });
    const comparison = new Comparison(pair, truthOf(house));
    return {
      health, faults: comparison.results(given(fitbit), given(health)).faults,
    };
  } finally {
    await house.close();
  }
}

function given({ result, error }: Outcome): Fields {
  if (!result) throw new Error(error);
  return result;
}

describe("both doors tell alike of vitals, where Google's was seen to answer oddly", () => {
  it.each<[string, Fields, Partial<HealthSwitches>]>([
    ["get-spo2", { granularity: "1min" }, { oxygenTwice: true }],
    ["get-breathing-rate", { granularity: "stages" }, { breathsTwice: true }],
    ["get-breathing-rate", { granularity: "stages" }, { breathsUnknown: "negative" }],
    ["get-heart-rate-variability", { granularity: "5min" }, { hrvPowers: true }],
    // Where the person was on a journey, nothing would tell.
    ["get-blood-glucose", { startDate: "2026-02-20", detail: "full" }, { glucoseWithoutOffset: true }],
    ["list-ecg-readings", { detail: "full" }, { ecgWithoutOffset: true }],
    ["get-spo2", { granularity: "1min" }, { sampleOrder: "oldest first" }],
    ["get-heart-rate-variability", {}, { reconcileOrder: "oldest first" }],
  ])("%s with %j: %j", async (name, props, healthSwitches) => {
    const { health, faults } = await asked(name, props, healthSwitches);
    expect(given(health).count).toBeGreaterThan(0);
    expect(faults).toEqual([]);
  });
});

it("no variability is made of an average that was not computed", async () => {
  const { health, faults } = await asked("get-heart-rate-variability", {}, { hrvZeros: true });
  const days = given(health).days as { hrv?: number; deepHrv?: number }[];
  expect(days.every(({ deepHrv }) => deepHrv !== undefined)).toBe(true);
  expect(days.some(({ hrv }) => hrv === undefined)).toBe(true);
  expect(faults.filter((fault) => !/(hrv|dailyRmssd|\$summary): /.test(fault))).toEqual([]);
});

it("no breathing rate is made of what is a thousand times too small", async () => {
  const stages = { granularity: "stages" };
  const { health } = await asked("get-breathing-rate", stages, { breathsScaled: true });
  expect(health.result).toMatchObject({ br: [], count: 0 });
});
