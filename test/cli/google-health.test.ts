import type { Entry } from "../../local/catalog/catalog";
import type { Facts } from "../../local/cli/facts";
import type { Sandbox } from "../../local/sandbox";
import { startSandbox } from "../../local/sandbox";
import { called, calledJson } from "./call";
import type { RunJson } from "./command";
import { eventsOf, ticksOf, watchedHere } from "./watch-command";

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const there = (): string[] => ["--sandbox-url", sandbox.url];
const bearer = (token: string) => ({ GOOGLE_HEALTH_ACCESS_TOKEN: token });

const textOf = async (args: string[], env = {}): Promise<string> =>
  (await called(args, env)).printed.join("\n");

describe("list", () => {
  it("holds each twin with its scopes, and what Pipedream's account cannot run", async () => {
    const entries = await calledJson<Entry[]>(["list", "--app", "google_health"]);
    const of = (key: string) => entries.find((entry) => entry.key === key);
    expect(entries.every(({ app }) => app === "google_health")).toBe(true);
    expect(of("google_health-get-sleep-log")).toMatchObject({
      twin: "fitbit-get-sleep-log", scopes: ["sleep.readonly"], managed: true,
    });
    expect(of("google_health-log-sleep")).toMatchObject({
      twin: "fitbit-log-sleep", scopes: ["sleep.readonly", "sleep.writeonly"], managed: false,
    });
  });

  it("shows both apps with their marks, however many scopes there are within the width", async () => {
    const text = await textOf(["list"]);
    expect(text).toMatch(/^Fitbit: \d+ actions$[^]*^Google Health: \d+ actions$/m);
    expect(text).toMatch(/^ {2}● {2}⇄ {2}fitbit-log-sleep +sleep$/m);
    const needed = "sleep\\.readonly,\\s+sleep\\.writeonly";
    expect(text).toMatch(new RegExp(`^ {2}○ {2}⇄ {2}google_health-log-sleep +${needed}$`, "m"));
    expect(text).toMatch(/^ {2}○ {2}⇄ {2}google_health-get-profile +profile\.readonly,/m);
    // Only what is too long for the width by itself stands beyond it.
    const long = text.split("\n").filter((line) => Array.from(line).length > 80);
    expect(long.filter((line) => /\w, \w+/.test(line))).toEqual([]);
  });
});

describe("describe", () => {
  it("tells of a Fitbit component what differs on Google Health", async () => {
    const text = await textOf(["describe", "log-activity"]);
    const [, other = ""] = text.split("On Google Health\n");
    expect(other).toMatch(/^ {2}google_health-log-activity {2}\d+\.\d+\.\d+$/m);
    expect(other).toMatch(/^ {2}absent +activity type ids; descriptions and favorites/m);
    expect(other).toMatch(/^ {2}approximate +steps and calories of activities/m);
    expect(other).toMatch(/^ {2}props +without activityTypeId; other rules for activity/m);
    const scopes = ["readonly", "writeonly"].map((use) => `activity_and_fitness.${use}`);
    expect(other).toMatch(new RegExp(`^ {2}scopes +${scopes.join(", ")}$`, "m"));
    expect(other).toMatch(/^ {2}see +https:\/\/developers\.google\.com\//m);
    expect(other).toMatch(/^ {2}○ It needs an OAuth client of your own/m);
  });

  it("tells of its twin what only Fitbit has", async () => {
    const text = await textOf(["describe", "get-sleep-log", "--app", "google_health"]);
    expect(text).toMatch(/^Get Sleep Log {2}google_health-get-sleep-log {2}action/);
    expect(text).toMatch(/^Scopes\n {2}sleep\.readonly\n {2}● /m);
    const [, other = ""] = text.split("On Fitbit\n");
    expect(other).toMatch(/^ {2}fitbit-get-sleep-log /);
    expect(other).toMatch(/^ {2}only there +`efficiency`; thirty-day averages$/m);
    expect(text).toContain("npx fitbit run google_health-get-sleep-log --prop date=yesterday");
  });

  it("tells the differences as JSON: fields with their reasons, props, scopes", async () => {
    const { differences } = await calledJson<Facts>(["describe", "log-activity"]);
    expect(differences).toMatchObject({
      scopes: ["activity_and_fitness.readonly", "activity_and_fitness.writeonly"],
      managed: false,
      props: { here: ["activityTypeId"], there: [], changed: ["activityName"] },
    });
    expect(differences?.props.reworded).toContain("timeZone");
    expect(differences?.fields.absent[0]).toEqual({
      fields: ["activityId", "activityParentId", "activityParentName"],
      words: "activity type ids",
      why: "The API has nothing like it.",
    });
    const approximate = differences?.fields.approximate.map(({ fields }) => fields);
    expect(approximate).toContainEqual(["steps", "calories"]);
  });

  it.each(["list-activity-logs", "update-profile"])("gives an example of %s that works", async (name) => {
    const { example } = await calledJson<Facts>(["describe", name, "--app", "google_health"]);
    const words = example.replaceAll("'", "").split(/ (?=--|run|google)/).slice(1);
    const args = words.flatMap((word) => /^--prop /.test(word) ? ["--prop", word.slice(7)] : [word]);
    expect(args.slice(0, 2)).toEqual(["run", `google_health-${name}`]);
    expect(args.length).toBeGreaterThan(2);
    expect(await called([...args, ...there()])).toMatchObject({ code: 0 });
  });
});

describe("run", () => {
  const night = ["--prop", "date=2026-03-20"];
  const asked = ({ requests }: RunJson): string[] =>
    requests.map(({ url }) => new URL(url).host);

  it.each([
    ["a full key", ["google_health-get-sleep-log"], {}],
    ["--app", ["get-sleep-log", "--app", "google_health"], {}],
    ["the only token there is", ["get-sleep-log"], bearer("sandbox")],
  ])("asks Google Health for %s", async (_, args, env) => {
    const result = await calledJson<RunJson>(["run", ...args, ...night, ...there()], env);
    expect(result).toMatchObject({ account: "sandbox", return: { sleep: [{ dateOfSleep: "2026-03-20" }] } });
    expect(new Set(asked(result))).toEqual(new Set(["health.googleapis.com"]));
  });

  it("asks Fitbit for a short key when both have a token", async () => {
    const both = { ...bearer("sandbox"), FITBIT_ACCESS_TOKEN: "sandbox" };
    const result = await calledJson<RunJson>(["run", "get-sleep-log", ...night, ...there()], both);
    expect(asked(result)).toEqual(["api.fitbit.com"]);
  });

  it("reads with the account that Pipedream manages, and says which scope a write lacks", async () => {
    const managed = bearer("sandbox:managed");
    const read = await called(["run", "get-sleep-log", ...night, ...there()], managed);
    expect(read.code).toBe(0);
    const write = await called([
      "run", "google_health-log-activity", ...there(),
      "--props", "{\"activityName\": \"Yoga\", \"startTime\": \"07:30\", \"durationMinutes\": 45}",
    ], managed);
    expect(write.code).toBe(1);
    expect(write.said).toEqual([
      expect.stringContaining("lacks the scope `activity_and_fitness.writeonly`"),
    ]);
    expect([...write.said, ...write.printed].join()).not.toContain("sandbox:managed");
  });

  it("loses only the parts whose scope is missing, and names them", async () => {
    const result = await calledJson<RunJson>(["run", "get-profile", ...there()], bearer("sandbox:managed"));
    expect(result.return).toMatchObject({
      user: { height: expect.any(Number) as number },
      missing: expect.arrayContaining([
        { part: "user.timezone", why: "scope", scope: "settings.readonly" },
      ]) as unknown[],
    });
  });
});

describe("watch", () => {
  it("polls on a running sandbox, and finds what the person does", async () => {
    const record = { type: "activity", start: "2026-03-20T07:30:00", minutes: 45, synced: true };
    const before = await watchedHere(["google_health-new-activity-log", "--ticks", "1", ...there()]);
    await fetch(`${sandbox.url}/_sandbox/records`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify([record]),
    });
    const after = await watchedHere(["google_health-new-activity-log", "--ticks", "1", ...there()]);
    expect([before.code, after.code]).toEqual([0, 0]);
    expect(ticksOf(before)).toEqual([{ type: "tick", n: 1, emitted: 0, requests: 1 }]);
    expect(eventsOf(before)).toHaveLength(25);
    const known = eventsOf(before).map(({ id }) => id);
    const fresh = eventsOf(after).filter(({ id }) => !known.includes(id));
    expect(fresh.map(({ summary }) => summary)).toEqual([expect.stringContaining("45 min")]);
  });

  it("ends at once with 1 when the token has expired", async () => {
    const done = await watchedHere(
      ["google_health-new-sleep-log", "--ticks", "3", ...there()], bearer("expired"));
    expect(done.code).toBe(1);
    expect(JSON.stringify(done.lines)).toMatch(/reconnect/i);
  });
});
