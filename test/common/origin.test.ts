import { writtenBy } from "../../common/origin";

const app = (name?: string, id?: string) => ({ type: "app", name, id });

describe("who a record is by", () => {
  it.each([
    ["a tracker", { logType: "tracker", source: { type: "tracker", name: "Charge 6" } }, "device"],
    ["a tracker that is not named", { logType: "tracker" }, "device"],
    ["one that was detected", { logType: "auto_detected" }, "device"],
    ["the API", { logType: "manual", source: { type: "api" } }, "app"],
    ["another app", { logType: "manual", source: app("Fitbit + Strava", "22BBBB") }, "app"],
    ["an app that is not named", { logType: "manual", source: app() }, "app"],
    ["an app that the log type names", { logType: "Endomondo" }, "app"],
    ["a source of a type that is new", { logType: "manual", source: { type: "partner" } }, "app"],
    ["an app through Health Connect", {
      logType: "auto_detected", source: app("com.strava", "com.strava"),
    }, "app"],
    ["the iPhone app", { logType: "manual", source: app("Fitbit for iPhone", "228TSL") }, "hand"],
    ["the Android app", {
      logType: "mobile_run", source: app("Fitbit for Android", "228VSR"),
    }, "hand"],
    ["Fitbit's app by its id alone", { logType: "manual", source: app(undefined, "228TSL") }, "hand"],
    ["Fitbit's app by its name alone", { source: app("Fitbit for Android") }, "hand"],
    ["Fitbit's app by its package", { logType: "com.fitbit.FitbitMobile" }, "hand"],
    ["a run with a phone", { logType: "mobile_run" }, "hand"],
    ["a person", { logType: "manual" }, "hand"],
    ["a person, beside a device", { logType: "manual", source: { type: "tracker" } }, "hand"],
    ["a device of no log type", { source: { type: "tracker" } }, "device"],
    ["the phone on Google Health", { source: app("MobileTrack") }, "hand"],
    ["nobody that is known", {}, undefined],
    ["a source that says nothing", { logType: "manual", source: {} }, "hand"],
  ])("tells of %s", (_, record, writer) => {
    expect(writtenBy(record)).toBe(writer);
  });
});
