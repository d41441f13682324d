import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { FileFacts } from "../../local/cli/describe-file";
import type { Called } from "./call";
import { calledInOrder } from "./call";
import type { RunJson } from "./command";
import { folderWith, packageRoot } from "./command";
import type { Line } from "./watch-command";

const fixture = (name: string): string => join(__dirname, "fixtures/files", name);
const example = (name: string): string => join(packageRoot, "examples", name);

const folder = folderWith({});
const inFolder = (name: string): string => join(folder.path(), name);

const json = ({ printed }: Called): unknown => JSON.parse(printed.join(""));
const runOf = (called: Called): RunJson => json(called) as RunJson;
const eventsOf = ({ printed }: Called): unknown[] => printed
  .map((line) => JSON.parse(line) as Line)
  .flatMap((line) => line.type === "event" ? [line.event] : []);

/** All that is called here: in one process, for each start takes longer than all of them. */
function callAll() {
  const run = (name: string, ...more: string[]) =>
    ({ args: ["run", fixture(name), "--json", ...more] });
  const watch = (name: string, ...more: string[]) =>
    ({ args: ["watch", fixture(name), "--every", "0.001", "--json", ...more] });
  const describe = (name: string, ...more: string[]) =>
    ({ args: ["describe", fixture(name), ...more] });
  const slack = { SLACK_BOT_TOKEN: "xoxb", SLACK_teamId: "T1" };
  const [state, event] = [inFolder("state.json"), inFolder("event.json")];
  const meeting = (uuid: string): string =>
    JSON.stringify({ event: "meeting.created", payload: { uuid, topic: "Standup" } });
  return calledInOrder({
    slackRun: run("slack-step.mjs"),
    slackAccount: { ...run("slack-step.mjs"), env: slack },
    slackSandbox: { ...run("slack-step.mjs", "--sandbox"), env: slack },
    slackWatch: { ...watch("slack-source.mjs", "--ticks", "2"), env: slack },
    plain: run("counter.mjs"),
    countOne: run("counter.mjs", "--state", state),
    countTwo: run("counter.mjs", "--state", state),
    countGiven: run("counter.mjs", "--prop", "data={\"counter\": 7}"),
    noStore: run("slack-step.mjs", "--state", state),
    pollsOne: watch("counting-source.mjs", "--ticks", "2", "--state", inFolder("polls.json")),
    pollsTwo: watch("counting-source.mjs", "--ticks", "1", "--state", inFolder("polls.json")),
    again: run("polls-a-job.mjs"),
    requires: run("requires.mjs"),
    both: run("requires-and-imports.mjs"),
    noEvent: watch("apphook.mjs"),
    hooked: watch("apphook.mjs", "--event", meeting("a"), "--event", `@${event}`, "--event", meeting("a")),
    hookedMore: watch("apphook.mjs", "--event", meeting("a"), "--ticks", "3"),
    timed: watch("slack-source.mjs", "--event", "{\"interval_seconds\": 5}"),
    form: describe("form.mjs"),
    linked: describe("form.mjs", "--prop", "kind=linked", "--json"),
    wrong: describe("form.mjs", "--prop", "kind=wrong"),
    sheets: describe("form.mjs", "--options", "sheet", "--page", "1", "--query", "pl"),
    links: describe("form.mjs", "--options", "link", "--prop", "kind=linked", "--json"),
    noOptions: describe("form.mjs", "--options", "nothing", "--prop", "kind=plain"),
    broken: { args: ["describe", inFolder("broken.mjs")] },
    hook: describe("apphook.mjs"),
    withApp: describe("form.mjs", "--app", "fitbit"),
    myStep: { args: ["run", example("my-step.mjs"), "--json"] },
    mySource: { args: ["watch", example("my-source.mjs"), "--ticks", "2", "--every", "0.001", "--json"] },
    myForm: { args: ["describe", example("my-step.mjs")] },
  });
}

let all: Awaited<ReturnType<typeof callAll>>;

beforeAll(async () => {
  await writeFile(inFolder("event.json"), "{\"payload\": {\"uuid\": \"b\", \"topic\": \"Retro\"}}");
  await writeFile(inFolder("broken.mjs"), "export default { run( };");
  all = await callAll();
});

describe("a file of another app", () => {
  it("runs at the real clock, without a word of a sandbox", () => {
    const { return: result, account, requests } = runOf(all.slackRun);
    expect(account).toBe("environment");
    expect(requests).toEqual([]);
    expect(Date.now() - (result as { now: number }).now).toBeLessThan(600_000);
    expect(all.slackRun.said.join()).not.toMatch(/sandbox/i);
  });

  it("is told which variables hold its account", () => {
    expect(all.slackRun.said).toEqual([
      "There is no account of slack here: its token is read from SLACK_ACCESS_TOKEN. "
      + "Any other field is too: $auth.api_key from SLACK_API_KEY, $auth.apiKey from SLACK_apiKey.",
    ]);
    expect(all.slackAccount.said).toEqual([]);
    expect(runOf(all.slackAccount).return).toMatchObject({
      auth: { bot_token: "xoxb", teamId: "T1" },
    });
  });

  it("is on a sandbox where one is asked for, with its own account all the same", () => {
    expect(runOf(all.slackSandbox)).toMatchObject({
      account: "sandbox", return: { auth: { bot_token: "xoxb" } },
    });
  });

  it("is polled by its own timer, at the real clock", () => {
    expect(all.slackWatch).toMatchObject({ code: 0, said: [] });
    const [first, second] = eventsOf(all.slackWatch) as { now: number; seconds: number }[];
    expect(first).toMatchObject({ seconds: 900, auth: { bot_token: "xoxb", teamId: "T1" } });
    expect(Date.now() - Number(first?.now)).toBeLessThan(600_000);
    expect(Number(second?.now) - Number(first?.now)).toBeLessThan(60_000);
  });
});

describe("a data store", () => {
  it("is kept between runs in the file of --state, for its owner alone", async () => {
    expect([all.countOne, all.countTwo].map((called) => runOf(called).return)).toEqual([0, 1]);
    expect(runOf(all.countTwo)).not.toHaveProperty("notes");
    expect((await stat(inFolder("state.json"))).mode & 0o777).toBe(0o600);
  });

  it("without one ends with its run, which is said", () => {
    expect(runOf(all.plain)).toMatchObject({
      return: 0,
      notes: ["the data store data is kept for this run alone: --state FILE keeps it for the next"],
    });
  });

  it("begins with what its prop is given", () => {
    expect(runOf(all.countGiven).return).toBe(7);
  });

  it("of a source is kept from poll to poll and from watch to watch", () => {
    expect(eventsOf(all.pollsOne)).toEqual([{ polls: 1 }, { polls: 2 }]);
    expect(eventsOf(all.pollsTwo)).toEqual([{ polls: 3 }]);
  });

  it("is what --state keeps for a step: without one it has nothing to keep", () => {
    expect(all.noStore).toMatchObject({ code: 2, printed: [] });
    expect(all.noStore.said.join()).toMatch(/slack-step\.mjs has no data store.*leave it out/);
  });
});

it("$.flow.rerun runs a step again, and tells it which run it is", () => {
  expect(runOf(all.again)).toMatchObject({ return: { runs: 3, context: { seen: 2 } } });
});

describe("require", () => {
  it("works in a step that is a module, at its beginning and while it runs", () => {
    expect(runOf(all.requires).return).toEqual(["a/b", "function", "function"]);
  });

  it("beside import is refused, as Pipedream does", () => {
    expect(all.both).toMatchObject({ code: 2, printed: [] });
    expect(all.both.said.join()).toMatch(/it has both import and require/);
  });
});

describe("a source that its app calls", () => {
  it("asks for an event, which nobody here delivers", () => {
    expect(all.noEvent).toMatchObject({ code: 2, printed: [] });
    expect(all.noEvent.said.join())
      .toMatch(/events that its app sends to Pipedream alone: give it one with --event/);
  });

  it("is run with each event in turn, and then ends", () => {
    expect(all.hooked.code).toBe(0);
    expect(eventsOf(all.hooked)).toEqual([
      { uuid: "a", topic: "Standup" }, { uuid: "b", topic: "Retro" },
    ]);
    expect(all.hooked.printed.filter((line) => line.includes("\"tick\""))).toHaveLength(3);
  });

  it("is run with the events again while --ticks wants more", () => {
    expect(eventsOf(all.hookedMore)).toHaveLength(1);
    expect(all.hookedMore.printed.at(-1)).toContain("\"n\":3");
  });
});

it("--event takes the place of a timer's event", () => {
  expect(eventsOf(all.timed)).toEqual([expect.objectContaining({ seconds: 5 })]);
});

describe("describe of a file", () => {
  it("shows its props, and how to ask for more of them", () => {
    const { code, printed } = all.form;
    const text = printed.join("\n").replaceAll(/\s+/g, " ");
    expect(code).toBe(0);
    expect(text).toMatch(/^Add Row \S+form\.mjs action 0\.0\.1 Add a row to a sheet\. Props /);
    expect(text).toContain("sheet string required Where the row goes.");
    expect(text).toMatch(/Its options: `fitbit describe \S+form\.mjs --options sheet`/);
    expect(text).toMatch(/More props may come .* describe \S+form\.mjs --prop kind=…`/);
    expect(text).not.toContain("link string");
  });

  it("shows the props that others bring", () => {
    expect((json(all.linked) as FileFacts).props).toMatchObject([
      { name: "sheet", options: "async", required: true },
      { name: "kind", reloadProps: true },
      { name: "link", label: "Link", options: "async" },
    ]);
  });

  it("shows those that are written where the others cannot be told, and says why", () => {
    expect(all.wrong.code).toBe(0);
    expect(all.wrong.said).toEqual([
      "Its additionalProps failed, so some props may be missing: There is no such kind.",
    ]);
    expect(all.wrong.printed.join()).toContain("sheet  string  required");
  });

  it("lists options that are asked for, those of a prop that another brings too", () => {
    expect(all.sheets.printed.join("\n")).toBe("names 1 pl   names 1 pl\nplaces 1 pl  places 1 pl");
    expect(json(all.links)).toEqual({ options: [{ label: "The first", value: 1 }] });
    expect(all.noOptions).toMatchObject({
      code: 2, said: ["nothing is no prop of this component."],
    });
  });

  it("says how to try a source that its app calls", () => {
    expect(all.hook.printed.join()).toMatch(/watch \S+apphook\.mjs --event @event\.json$/);
  });

  it("refuses what cannot be loaded, and --app", () => {
    expect(all.broken).toMatchObject({ code: 2, printed: [] });
    expect(all.broken.said.join()).toContain("broken.mjs cannot be loaded: it is not valid");
    expect(all.withApp.said.join()).toContain("--app picks the app of a key");
  });
});

describe("an example", () => {
  it("of a step runs as it stands", () => {
    const { code } = all.myStep;
    expect(code).toBe(0);
    expect(runOf(all.myStep)).toMatchObject({
      account: "sandbox",
      exports: { $summary: expect.stringMatching(/^\d+ of 450 minutes asleep$/) as string },
      return: { asleep: expect.any(Number) as number, isEnough: true },
    });
    expect(all.myForm.printed.join()).toContain("goal           integer  default 450");
  });

  it("of a source emits as it stands", () => {
    expect(all.mySource.code).toBe(0);
    const synced = eventsOf(all.mySource) as { name: string; lastSyncTime: string }[];
    const syncs = synced.map(({ name, lastSyncTime }) => `${name} ${lastSyncTime}`);
    expect(new Set(syncs).size).toBe(synced.length);
    expect(synced.length).toBeGreaterThan(1);
  });
});
