import { BODY_FAT, HEIGHT, stored, useHealth, WEIGHT } from "./support";
import { itRefuses, itShows, itWrites } from "./tables";

describe("body on Google Health", () => {
  const health = useHealth({ healthSwitches: { emptyFirstPage: "never" } });

  itShows(health, [
    {
      id: "weight", key: "weight", message: "Weight", rollUp: "WeightRollupValue", named: true,
    },
    {
      id: "body-fat", key: "bodyFat", message: "BodyFat", rollUp: "BodyFatRollupValue", named: true,
    },
    { id: "height", key: "height", message: "Height", named: true },
  ]);

  itWrites(health, [
    ["weight", "weight", "Weight", WEIGHT],
    ["body-fat", "bodyFat", "BodyFat", BODY_FAT],
    ["height", "height", "Height", HEIGHT],
  ]);

  itRefuses(health, [
    ["local time without an offset", "weight",
      {
        weight: {
          sampleTime: { physicalTime: "2026-03-18T06:00:00", utcOffset: "0s" }, weightGrams: 1,
        },
      },
      "google.protobuf.Timestamp"],
    ["an unknown field", "weight", { weight: { ...WEIGHT.weight, kilograms: 75 } },
      'Unknown name "kilograms" at \'data_point.weight\': Cannot find field.'],
    ["a wrapped point", "weight", { dataPoint: WEIGHT }, 'Unknown name "dataPoint"'],
    ["the value of another type", "weight", BODY_FAT, "must hold weight"],
    ["more fat than there can be", "body-fat", { bodyFat: { ...BODY_FAT.bodyFat, percentage: 101 } },
      "[0, 100]"],
  ]);

  it("gives back a weight, a fat and a height as numbers of their kind", async () => {
    expect(stored(await health.create("weight", WEIGHT))).toMatchObject({
      weight: {
        sampleTime: {
          civilTime: {
            date: { year: 2026, month: 3, day: 20 }, time: { hours: 9, minutes: 59 },
          },
        },
        weightGrams: 75_500,
        notes: "after a run",
      },
    });
    expect(stored(await health.create("body-fat", BODY_FAT)))
      .toMatchObject({ bodyFat: { percentage: 18.4 } });
    expect(stored(await health.create("height", HEIGHT))).toMatchObject({
      height: { heightMillimeters: "1750" },
    });
    const { user } = await health.client.get("/1/user/-/profile.json");
    expect(user).toMatchObject({ height: 175, weight: 75.5 });
  });
});
