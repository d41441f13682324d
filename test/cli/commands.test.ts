import type { Facts } from "../../local/cli/facts";
import type { Entry } from "../../local/catalog/catalog";
import { called, calledJson } from "./call";
import { ended, fitbit, fitbitJson, start } from "./command";

describe("help", () => {
  it.concurrent("is printed by the bare command, which is no mistake; a command's has examples", async () => {
    const [{ code, stdout }, ofRun] = await Promise.all([fitbit([]), fitbit(["run", "--help"])]);
    expect([code, ofRun.code]).toEqual([0, 0]);
    expect(stdout).toContain("Usage: fitbit");
    expect(ofRun.stdout).toContain("Examples:\n  fitbit run get-sleep-log");
    for (const command of ["list", "describe", "run", "watch", "sandbox"]) expect(stdout).toContain(`  ${command} `);
  });

  it.concurrent("knows the version", async () => {
    expect(await fitbit(["--version"])).toEqual({ code: 0, stdout: "0.1.0\n", stderr: "" });
  });
});

describe("a wrong call", () => {
  it.concurrent("ends with 2 and a sentence on stderr", async () => {
    expect(await fitbit(["run", "get-profile", "--jsn"])).toEqual({
      code: 2,
      stdout: "",
      stderr: "Unknown option '--jsn'. Did you mean --json? `fitbit run --help` shows what there is.\n",
    });
  });
});

describe("list", () => {
  it.concurrent("is one JSON array, an object a key", async () => {
    const entries = await fitbitJson<Entry[]>(["list"]);
    expect(entries.find(({ key }) => key === "fitbit-get-sleep-log")).toMatchObject({
      type: "action",
      name: "Get Sleep Log",
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      app: "fitbit",
      scopes: ["sleep"],
      managed: true,
    });
    expect(entries.find(({ key }) => key === "fitbit-get-profile")).toMatchObject({ managed: false });
  });

  it.concurrent("is a plain table when piped, of one app alone with --app", async () => {
    const { stdout } = await fitbit(["list", "--app", "fitbit"]);
    expect(stdout).toMatch(/^Fitbit: \d+ actions\n/);
    expect(stdout).toMatch(/^ {2}● {2}⇄ {2}fitbit-get-sleep-log +sleep$/m);
    expect(stdout).toMatch(/^ {2}○ {2}⇄ {2}fitbit-get-profile +profile$/m);
    expect(stdout).toMatch(/^Fitbit: \d+ sources\n {2}● {2}⇄ {2}fitbit-new-activity-log /m);
    expect(stdout).not.toContain("google_health-");
    expect(stdout).not.toContain("\u001B");
  });

  it.concurrent("says nothing when nobody reads on", async () => {
    const child = start(["list"]);
    child.stdout.destroy();
    expect(await ended(child)).toMatchObject({ code: 0, stderr: "" });
  });
});

describe("describe", () => {
  it("tells props, scopes and a command line to try", async () => {
    const { code, printed } = await called(["describe", "get-sleep-log"]);
    const stdout = printed.join("\n");
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Get Sleep Log {2}fitbit-get-sleep-log {2}action \d/);
    expect(stdout).toContain("See the documentation:");
    expect(stdout).not.toContain("](");
    expect(stdout).toMatch(/^ {2}date +string +optional$/m);
    expect(stdout).toContain("Scopes\n  sleep\n");
    expect(stdout).toContain("npx fitbit run get-sleep-log --prop date=yesterday");
  });

  it("tells everything as JSON", async () => {
    const facts = await calledJson<Facts>(["describe", "log-activity"]);
    expect(facts).toMatchObject({
      key: "fitbit-log-activity",
      annotations: { readOnlyHint: false },
      managed: true,
    });
    const of = (name: string) => facts.props.find((prop) => prop.name === name);
    expect(of("startTime")).toMatchObject({ type: "string", required: true });
    expect(of("durationMinutes")).toMatchObject({ type: "integer", required: true, min: 1 });
    expect(of("activityTypeId")).toMatchObject({ required: false, options: "async" });
  });

  it("shows what a source emits, and how to watch it", async () => {
    const facts = await calledJson<Facts>(["describe", "new-sleep-log"]);
    expect(facts).toMatchObject({
      type: "source",
      sampleEmit: expect.any(Object) as object,
      example: "npx fitbit watch new-sleep-log",
    });
    const stdout = (await called(["describe", "new-sleep-log"])).printed.join("\n");
    expect(stdout).toMatch(/^ {2}timer +timer +what starts it$/m);
    expect(stdout).toMatch(/^An event, as a workflow receives it\n {2}\{\n {4}"/m);
    expect(stdout).toMatch(/^Try it\n {2}npx fitbit watch new-sleep-log$/m);
  });

  it("lists the options of a prop, from the API", async () => {
    const args = ["describe", "log-activity", "--options", "activityTypeId", "--query", "yoga"];
    const { options } = await calledJson<{ options: { label: string }[] }>(args);
    expect(options.map(({ label }) => label)).toContain("Yoga");
  });

  it("says in a line why there are no options, with 1", async () => {
    const env = { FITBIT_ACCESS_TOKEN: "sandbox:sleep" };
    const args = ["describe", "log-activity", "--options", "activityTypeId", "--sandbox"];
    const { code, said, printed } = await called(args, env);
    expect({ code, printed }).toEqual({ code: 1, printed: [] });
    expect(said).toEqual([
      expect.stringMatching(/^MissingScopeError: .* lacks the scope `activity`/),
    ]);
  });

  it("tries out what takes an id by listing the ids there are", async () => {
    const { example } = await calledJson<{ example: string }>(["describe", "delete-sleep-log"]);
    expect(example).toBe("npx fitbit describe delete-sleep-log --options sleepLogId");
  });
});
