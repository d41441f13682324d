import { fitbit } from "./command";

describe("the demo", () => {
  const played = fitbit(["demo"]);

  it("plays the workflow to its end", async () => {
    const { code, stdout, stderr } = await played;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const titles = stdout.match(/^┌ \d {2}.*$/gm) ?? [];
    expect(titles.map((title) => title.split(" ").at(-1))).toEqual([
      "fitbit-new-activity-log",
      "fitbit-new-sleep-log",
      "fitbit-get-profile",
      "fitbit-log-activity",
      "fitbit-list-activity-logs",
      "fitbit-get-sleep-log",
      "fitbit-new-activity-log",
      "fitbit-new-sleep-log",
      "google_health",
    ]);
  });

  it("shows the summary and the requests of each step", async () => {
    const { stdout } = await played;
    const steps = stdout.split("┌").slice(1, 9);
    for (const text of steps) {
      expect(text).toMatch(/^│ {2}✔ \S/m);
      expect(text).toMatch(/^│ {2}→ (GET|POST) 20[01] {2}\/1/m);
    }
  });

  it("finds the run that it logged, by its id alone", async () => {
    const { stdout } = await played;
    expect(stdout).toMatch(/^│ {2}2026-03-20 07:30 {2}Run .*← the run just logged$/m);
    expect(stdout.match(/← the run/g)).toHaveLength(1);
  });

  it("begins with what the sources find, the last of it shown and the rest counted", async () => {
    const [, activities = "", nights = ""] = (await played).stdout.split("┌");
    for (const text of [activities, nights]) {
      expect(text).toContain("✔ 25 events of recent history");
      expect(text).toContain("… 21 before");
      expect(text.match(/^│ {2}● \d{4}-\d\d-\d\d \d\d:\d\d UTC {2}\S/gm)).toHaveLength(4);
    }
    expect(nights).not.toContain("asleep on 2026-03-17");
  });

  it("goes on with the sources noticing the run, and the night that synced three days late", async () => {
    const [run = "", night = ""] = (await played).stdout.split("┌").slice(7, 9);
    for (const text of [run, night]) expect(text).toContain("✔ 1 new event\n");
    expect(run).toContain("● 2026-03-20 06:30 UTC  Run, 5.2 km in 32 min\n");
    expect(run).toContain("Now the watch syncs the night to 2026-03-17 too, three days late.");
    expect(night).toMatch(/^│ {2}● .* asleep on 2026-03-17$/m);
    expect(night).toMatch(/^│ {2}Stages {2}\d.* deep, .* light, .* REM, .* awake$/m);
  });

  it("draws the night with its stages", async () => {
    const { stdout } = await played;
    for (const stage of ["Awake", "REM", "Light", "Deep"]) {
      expect(stdout).toMatch(new RegExp(`^│ {2}${stage} .*▆.* min$`, "m"));
    }
  });

  it("says which API answers, and why there are two", async () => {
    const [start = "", , , , , , , , before = ""] = (await played).stdout.split("┌");
    expect(start).toContain("Steps 1 to 8 ask the Fitbit Web API, step 9 asks the Google Health API.");
    expect(before).toContain("The Fitbit Web API is off since 2026-11-02");
  });

  it("finds the same through Google Health, and says field by field what is absent there", async () => {
    const last = (await played).stdout.split("┌")[9] ?? "";
    const text = last.replace(/\n│ +/g, " ");
    for (const name of ["get-profile", "list-activity-logs", "get-sleep-log"]) {
      expect(text).toMatch(new RegExp(`✔ google_health-${name} The same .*: same \\d\\d fields; absent there: `));
    }
    expect(text).toContain("The same 5 logs, the run of 07:30 too: ");
    expect(text).toMatch(/The same night to 2026-03-20: same \d+ fields; /);
    expect(text).toContain("absent there: efficiency, thirty-day averages →");
    expect(text.match(/→ GET 200 \/v4\/users\/me\//g)).toHaveLength(3);
    expect(text).not.toMatch(/✖|otherwise there/);
  });

  it("fits a terminal, is plain when piped, and ends with what to try", async () => {
    const { stdout } = await played;
    expect(stdout).not.toContain("\u001B");
    expect(Math.max(...stdout.split("\n").map((line) => Array.from(line).length))).toBeLessThanOrEqual(96);
    const [, next = ""] = stdout.split("Next\n");
    expect(next.match(/npx fitbit/g)).toHaveLength(4);
  });
});
