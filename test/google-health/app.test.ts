import { activityAlone } from "../../common/activity/fitbit";
import { activitySeriesAlone } from "../../common/activity/fitbit-series";
import { requests } from "../../common/fitbit/requests";
import type { HealthApi } from "../../common/health-api";
import { heartAlone } from "../../common/heart/fitbit";
import { fitbitAlone } from "../../fitbit.app";
import googleHealth from "../../google_health.app";
import { isFields, type Fields } from "../../local/runtime/component";
import { resolveDefinitions } from "../../local/runtime/props";
import * as newActivityLog from "../../sources/new-activity-log/new-activity-log";
import activitySample, {
  onGoogleHealth as activityOnGoogle,
} from "../../sources/new-activity-log/test-event";
import * as newSleepLog from "../../sources/new-sleep-log/new-sleep-log";
import sleepSample, {
  onGoogleHealth as sleepOnGoogle,
} from "../../sources/new-sleep-log/test-event";
import { absentFields } from "../support/differences";
import { keysOf } from "../support/source";
import { nightInFitbitShape, runInFitbitShape } from "./records";
import { twin } from "./support";

/** The compiler's word that the app has every method that components call. */
const whole: HealthApi = googleHealth.methods;

describe("the Google Health app", () => {
  it("serves what the Fitbit app serves", () => {
    const alone = Object.keys({
      ...requests, ...activityAlone, ...activitySeriesAlone, ...heartAlone,
    });
    const wanted = Object.keys(fitbitAlone.methods).filter((name) => !alone.includes(name));
    expect(wanted.length).toBeGreaterThan(10);
    expect(Object.keys(whole)).toEqual(expect.arrayContaining(wanted));
  });

  it("defines every prop that the Fitbit app defines, of the same type", () => {
    const types = (definitions: object) => {
      const props = resolveDefinitions(definitions as Fields);
      return Object.fromEntries(props.map(({ name, type, label }) => [name, { type, label }]));
    };
    const { activityTypeId, ...shared } = fitbitAlone.propDefinitions;
    expect(activityTypeId.type).toBe("integer");
    expect(types(googleHealth.propDefinitions)).toMatchObject(types(shared));
  });

  it("speaks of no Fitbit account where a person fills a prop", () => {
    for (const { name, description } of resolveDefinitions(googleHealth.propDefinitions)) {
      expect({ name, description }).toEqual({
        name, description: expect.not.stringMatching(/Fitbit (is|app)/) as string,
      });
    }
  });
});

describe("a sample event on Google Health", () => {
  it.each([
    ["new-activity-log", newActivityLog, activityOnGoogle, runInFitbitShape, activitySample],
    ["new-sleep-log", newSleepLog, sleepOnGoogle, nightInFitbitShape, sleepSample],
  ])("of %s has the fields that its events have", (_, module, sample, record, onFitbit) => {
    expect(twin(module).sampleEmit).toBe(sample);
    expect(keysOf(sample).sort()).toEqual(keysOf(record).sort());
    const gone = [...absentFields("activityLog"), ...absentFields("sleepLog")];
    expect(keysOf(sample).filter((key) => gone.includes(key))).toEqual([]);
    expect(isFields(onFitbit)).toBe(true);
  });
});
