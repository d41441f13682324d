import { fitbit } from "./command";

describe("the demo", () => {
  const played = fitbit(["demo"]);

  it("plays the workflow to its end", async () => {
    const { code, stdout, stderr } = await played;
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    const titles = stdout.match(/^┌ \d {2}.*$/gm) ?? [];
    expect(titles.map((title) => title.split(" ").at(-1))).toEqual([
      "fitbit-get-profile",
      "fitbit-log-activity",
      "fitbit-list-activity-logs",
      "fitbit-get-sleep-log",
    ]);
  });

  it("shows the summary and the requests of each step", async () => {
    const { stdout } = await played;
    const steps = stdout.split("┌").slice(1);
    for (const text of steps) {
      expect(text).toMatch(/^│ {2}✔ \S/m);
      expect(text).toMatch(/^│ {2}→ (GET|POST) 20[01] {2}\/1/m);
    }
  });

  it("finds the run that it logged, by its id alone", async () => {
    const { stdout } = await played;
    expect(stdout).toMatch(/^│ {2}2026-03-20 07:30 {2}Run .*← the run of step 2$/m);
    expect(stdout.match(/← the run/g)).toHaveLength(1);
  });

  it("draws the night with its stages", async () => {
    const { stdout } = await played;
    for (const stage of ["Awake", "REM", "Light", "Deep"]) {
      expect(stdout).toMatch(new RegExp(`^│ {2}${stage} .*▆.* min$`, "m"));
    }
  });

  it("fits a terminal, is plain when piped, and ends with what to try", async () => {
    const { stdout } = await played;
    expect(stdout).not.toContain("\u001B");
    expect(Math.max(...stdout.split("\n").map((line) => Array.from(line).length))).toBeLessThanOrEqual(100);
    const [, next = ""] = stdout.split("Next\n");
    expect(next.match(/npx fitbit/g)).toHaveLength(3);
  });
});
