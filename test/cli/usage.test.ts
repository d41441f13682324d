import { called } from "./call";
import { step } from "./command";

const NO_SANDBOX = "http://127.0.0.1:1";

describe("a wrong call ends with 2 and one sentence, and prints nothing", () => {
  it.each([
    [["lst"], "Unknown command 'lst'. Did you mean list?"],
    [["run"], "Missing required argument 'key|file'."],
    [["run", "a", "b"], "Too many arguments for 'run'."],
    [["run", "get-profile", "--props"], "Option '--props <json>' argument missing."],
    [["list", "--app", "strava"], "The apps are fitbit and google_health."],
    [["help", "lst"], "There is no such command."],
    [["describe", "get-sleep-lgo"], "did you mean get-sleep-log"],
    [["describe", "google-health-get-sleep-log"], "did you mean google_health-get-sleep-log"],
    [["describe", "my/step.mjs"], "There is no file my/step.mjs: check the path, or give a key."],
    [["describe", "get-profile", "--options", "x"], "not x: here unitSystem."],
    [["describe", "get-profile", "--options", "unitSystem", "--page", "x"], "--page takes a whole number"],
    [["sandbox", "--port", "many"], "--port takes a whole number from 0 to 65535, not many."],
    [["sandbox", "--port", "65536"], "--port takes a whole number from 0 to 65535, not 65536."],
    [["sandbox", "--seed", "-1"], "--seed takes a whole number from 0"],
    [["sandbox", "--now", "2026-03-20"], "--now takes an instant such as 2026-03-20T09:00:00Z"],
    [["sandbox", "--now", "2026-13-20T09:00:00Z"], "--now takes an instant such as"],
    [["sandbox", "--now", "2026-02-30T00:00:00Z"], "in the years 2015 to 2100, not 2026-02-30T00:00:00Z."],
    [["sandbox", "--now", "2025-02-29T00:00:00+01:00"], "not 2025-02-29T00:00:00+01:00."],
    [["sandbox", "--now", "9999-12-31T00:00:00Z"], "in the years 2015 to 2100, not 9999-12-31T00:00:00Z."],
    [["sandbox", "--now", "2026-03-20T09:00:00+25:00"], "not 2026-03-20T09:00:00+25:00."],
    [["sandbox", "--now", ""], "--now takes an instant such as"],
    [["sandbox", "--port", "abc"], "--port takes a whole number from 0 to 65535, not abc."],
    [["run", "get-sleep-lgo"], "There is no component get-sleep-lgo; did you mean get-sleep-log"],
    [["run", "new-sleep-log"], "use `fitbit watch fitbit-new-sleep-log`."],
    [["watch", "get-profile"], "use `fitbit run fitbit-get-profile`."],
    [["watch", "new-sleep-lgo"], "did you mean new-sleep-log"],
    [["watch", "new-sleep-log", "--state", ""], "--state takes the path of a file: it is empty."],
    [["watch", "new-sleep-log", "--ticks", "0"], "It takes a whole number from 1 on."],
    [["watch", "new-sleep-log", "--every", "0"], "'--every <seconds>' argument '0' is invalid. It takes a number of seconds above 0."],
    [["watch", "new-sleep-log", "--every", "0.000"], "It takes a number of seconds above 0."],
    [["watch", "new-sleep-log", "--every", "-1"], "It takes a number of seconds above 0."],
    [["watch", "new-sleep-log", "--every", "soon"], "It takes a number of seconds above 0."],
    [["watch", "new-sleep-log", "--event", "{x"], "--event is not valid JSON"],
    [["watch", "new-sleep-log", "--event", "@none.json"], "none.json, but there is no such file."],
    [["watch", "new-sleep-log", "--state", "test"], "test is a folder: name a file to keep the state in."],
    [["watch", "new-sleep-log", "--state", "/dev/null"], "/dev/null is no file: name a file"],
    [["watch", "new-sleep-log", "--state", "none/a.json"], "The folder of none/a.json does not exist: create it"],
    [["watch", "new-sleep-log", "--state", "package.json"], "package.json is no state file"],
    [["watch", "new-sleep-log", "--prop", "mainsleeponly=true"], "did you mean mainSleepOnly?"],
    [["watch", "new-sleep-log", "--sandbox-url", NO_SANDBOX], `No sandbox answers at ${NO_SANDBOX}`],
    [["run", "missing.mjs"], "There is no file missing.mjs"],
    [["run", step("echo.ts"), "--app", "fitbit"], "--app picks the app of a key"],
    [["run", "get-profile", "--prop", "unitsystem=metric"], "did you mean unitSystem?"],
    [["run", "get-profile", "--prop", "unitSystem=parsec"], "unitSystem must be one of"],
    [["run", "get-profile", "--prop", "metric"], "--prop takes name=value, such as --prop date="],
    [["run", "get-profile", "--prop", "=metric"], "--prop takes name=value, such as --prop date="],
    [["run", "log-activity", "--prop", "durationMinutes=5"], "startTime is required."],
    [["run", "get-profile", "--props", "{x"], "--props is not valid JSON"],
    [["run", "get-profile", "--props", "[1]"], "--props takes a JSON object"],
    [["run", "get-profile", "--steps", "[]"], "--steps takes a JSON object"],
    [["run", "get-profile", "--steps", "@none.json"], "none.json, but there is no such file."],
    [["run", "get-profile", "--steps", "@test"], "test, but it cannot be read."],
    [["run", "get-profile", "--event", "@"], "--event has no file after the @."],
    [["run", "get-profile", "--event", "{"], "--event is not valid JSON"],
    [["run", "get-profile", "--sandbox-url", NO_SANDBOX], `No sandbox answers at ${NO_SANDBOX}`],
    [["run", "get-profile", "--sandbox-url", "8787"], "--sandbox-url takes an address such as"],
    ...[
      "http://sandbox.example", "http://192.168.1.5:8787", "http://10.0.0.1", "http://0.0.0.0:8787",
      "http://localhost.example:8787", "http://127.0.0.1.example", "http://[::2]:8787",
      "http://127.0.0.1@sandbox.example", "http://[::ffff:8.8.8.8]",
    ].map((url): [string[], string] => [
      ["run", "get-profile", "--sandbox-url", url],
      "--sandbox-url takes an address of this machine, such as http://127.0.0.1:8787:",
    ]),
    [["run", "get-profile", "--sandbox-url", "https://127.0.0.1:8787"], "--sandbox-url takes an address such as http://"],
    [["run", "get-profile", "--state", "a.json"], "fitbit-get-profile has no data store, which is what --state keeps"],
    [["run", "get-profile", "--state", ""], "--state takes the path of a file: it is empty."],
    [["run", "get-profile", "--sandbox", "--sandbox-url", NO_SANDBOX], "cannot be used with"],
  ])("%j", async (args, message) => {
    const { code, said, printed } = await called(args);
    expect({ code, printed }).toEqual({ code: 2, printed: [] });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(message);
    expect(said[0]).toMatch(/[.?]$/);
  });
});
