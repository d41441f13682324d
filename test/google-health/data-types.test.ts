import { dataTypes, type DataType } from "../../common/google-health/data-types";

/**
 * What Google documents of each type, or was seen to do (October 2026): id, key in payloads,
 * record, operations, days of a roll-up, points of a page, scope (read, write), members of
 * filters (a physical one first), version.
 */
const FACTS = `
active-energy-burned | activeEnergyBurned | interval | list reconcile rollUp dailyRollUp | 90 | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
active-minutes | activeMinutes | interval | list reconcile rollUp dailyRollUp | 14 | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
active-zone-minutes | activeZoneMinutes | interval | list reconcile rollUp dailyRollUp | 90 | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
activity-level | activityLevel | interval | list reconcile | - | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
altitude | altitude | interval | list reconcile rollUp dailyRollUp | 90 | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
basal-energy-burned | basalEnergyBurned | interval | list reconcile | - | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
blood-glucose | bloodGlucose | sample | list get reconcile rollUp dailyRollUp | 90 | 10000 | health_metrics_and_measurements r | sample_time.physical_time sample_time.civil_time | v4
body-fat | bodyFat | sample | list get reconcile rollUp dailyRollUp create patch batchDelete | 90 | 10000 | health_metrics_and_measurements rw | sample_time.physical_time sample_time.civil_time | v4
calories-in-heart-rate-zone | caloriesInHeartRateZone | interval | rollUp dailyRollUp | 14 | - | activity_and_fitness r | - | v4
core-body-temperature | coreBodyTemperature | sample | list get reconcile rollUp dailyRollUp | 90 | 10000 | health_metrics_and_measurements r | sample_time.physical_time sample_time.civil_time | v4
daily-heart-rate-variability | dailyHeartRateVariability | daily | list reconcile | - | 10000 | health_metrics_and_measurements r | date | v4
daily-heart-rate-zones | dailyHeartRateZones | daily | list reconcile | - | 10000 | health_metrics_and_measurements r | date | v4
daily-oxygen-saturation | dailyOxygenSaturation | daily | list reconcile | - | 10000 | health_metrics_and_measurements r | date | v4
daily-respiratory-rate | dailyRespiratoryRate | daily | list reconcile | - | 10000 | health_metrics_and_measurements r | date | v4
daily-resting-heart-rate | dailyRestingHeartRate | daily | list reconcile | - | 10000 | health_metrics_and_measurements r | date | v4
daily-sleep-temperature-derivations | dailySleepTemperatureDerivations | daily | list reconcile | - | 10000 | health_metrics_and_measurements r | date | v4
daily-vo2-max | dailyVo2Max | daily | list reconcile | - | 10000 | activity_and_fitness r | date | v4
distance | distance | interval | list reconcile rollUp dailyRollUp | 90 | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
electrocardiogram | electrocardiogram | session | list | - | 10000 | ecg r | interval.start_time | v4
exercise | exercise | session | list get reconcile create patch batchDelete exportExerciseTcx | - | 25 | activity_and_fitness rw | interval.civil_start_time | v4
floors | floors | interval | reconcile rollUp dailyRollUp | 90 | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
food | food | food | list get | - | 10000 | nutrition r | - | v4
food-measurement-unit | foodMeasurementUnit | food | list get | - | 10000 | nutrition r | - | v4
heart-rate | heartRate | sample | list reconcile rollUp dailyRollUp | 14 | 10000 | health_metrics_and_measurements r | sample_time.physical_time sample_time.civil_time | v4
heart-rate-variability | heartRateVariability | sample | list reconcile | - | 10000 | health_metrics_and_measurements r | sample_time.physical_time sample_time.civil_time | v4
height | height | sample | list get reconcile create patch batchDelete | - | 10000 | health_metrics_and_measurements rw | sample_time.physical_time sample_time.civil_time | v4
hydration-log | hydrationLog | session | list get reconcile rollUp dailyRollUp create patch batchDelete | 90 | 10000 | nutrition rw | interval.civil_start_time | v4
irregular-rhythm-notification | irregularRhythmNotification | session | list | - | 10000 | irn r | interval.civil_start_time | v4
menstrual-period | menstrualPeriod | interval | create patch batchDelete | - | - | reproductive_health w | - | v4
moods | moods | sample | create patch batchDelete | - | - | mindfulness w | - | v4
nutrition-log | nutritionLog | session | list get reconcile rollUp dailyRollUp create patch batchDelete | 90 | 10000 | nutrition rw | interval.civil_start_time | v4
ovulation-test | ovulationTest | sample | create patch batchDelete | - | - | reproductive_health w | - | v4
oxygen-saturation | oxygenSaturation | sample | list reconcile | - | 10000 | health_metrics_and_measurements r | sample_time.physical_time sample_time.civil_time | v4
respiratory-rate-sleep-summary | respiratoryRateSleepSummary | sample | list reconcile | - | 10000 | health_metrics_and_measurements r | sample_time.physical_time sample_time.civil_time | v4
run-vo2-max | runVo2Max | sample | list reconcile rollUp dailyRollUp | 90 | 10000 | activity_and_fitness r | sample_time.physical_time sample_time.civil_time | v4
sedentary-period | sedentaryPeriod | interval | list reconcile rollUp dailyRollUp | 90 | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
skin-temperature-sensors | skinTemperatureSensors | sample | list | - | 10000 | health_metrics_and_measurements r | sample_time.physical_time sample_time.civil_time | v4beta
sleep | sleep | session | list get reconcile create patch batchDelete | - | 25 | sleep rw | interval.end_time interval.civil_end_time | v4
steps | steps | interval | list reconcile rollUp dailyRollUp | 90 | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
swim-lengths-data | swimLengthsData | interval | list reconcile rollUp dailyRollUp | 90 | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
symptoms | symptoms | sample | create patch batchDelete | - | - | logged_symptoms w | - | v4
time-in-heart-rate-zone | timeInHeartRateZone | interval | list reconcile rollUp dailyRollUp | 90 | 10000 | activity_and_fitness r | interval.start_time interval.civil_start_time | v4
total-calories | totalCalories | interval | rollUp dailyRollUp | 14 | - | activity_and_fitness r | - | v4
vo2-max | vo2Max | sample | list reconcile | - | 10000 | activity_and_fitness r | sample_time.physical_time sample_time.civil_time | v4
weight | weight | sample | list get reconcile rollUp dailyRollUp create patch batchDelete | 90 | 10000 | health_metrics_and_measurements rw | sample_time.physical_time sample_time.civil_time | v4
`;

function fact({ id, unionKey, record, operations, rollUpDays, pageSize, ...type }: DataType) {
  const { read, write } = type.scopes;
  const scope = (read ?? write ?? "").replace(/\.\w+$/, "");
  const ways = [read && "r", write && "w"].filter(Boolean).join("");
  const members = [type.filter.physical, type.filter.civil].filter(Boolean).join(" ") || "-";
  return [
    id, unionKey, record, [...operations].sort().join(" "), rollUpDays ?? "-", pageSize ?? "-",
    `${scope} ${ways}`, members, type.version,
  ].join(" | ");
}

function sorted(line: string): string {
  const cells = line.split(" | ");
  return cells.map((cell, i) => i === 3 ? cell.split(" ").sort().join(" ") : cell).join(" | ");
}

const facts = FACTS.trim().split("\n").map((line) => [line.split(" | ")[0] ?? "", line]);

describe("the table of data types", () => {
  it.each(facts)("has %s as documented", (id, line) => {
    const type = Object.values<DataType>(dataTypes).find((one) => one.id === id);
    expect(type && fact(type)).toBe(sorted(line));
  });

  it("has no other type", () => {
    expect(Object.keys(dataTypes).sort()).toEqual(facts.map(([id]) => id).sort());
  });

  it("knows each type by its own id, and its scopes by what they allow", () => {
    for (const [id, type] of Object.entries<DataType>(dataTypes)) {
      expect(type.id).toBe(id);
      expect(type.scopes.read ?? ".readonly").toMatch(/\.readonly$/);
      expect(type.scopes.write ?? ".writeonly").toMatch(/\.writeonly$/);
    }
  });

  it("takes only a beginning for electrocardiograms", () => {
    const all = Object.values<DataType>(dataTypes);
    const openEnded = all.filter(({ filter }) => filter.isOpenEnded).map(({ id }) => id);
    expect(openEnded).toEqual(["electrocardiogram"]);
  });

  it("lists what has no families of sources", () => {
    const all = Object.values<DataType>(dataTypes);
    const whole = all.filter(({ isOfAllSources }) => isOfAllSources).map(({ id }) => id);
    expect(whole).toEqual(["sleep", "food", "food-measurement-unit"]);
  });
});
