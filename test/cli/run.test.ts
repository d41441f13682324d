import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { called, calledInOrder, calledJson } from "./call";
import type { Outcome, RunJson, RunningSandbox } from "./command";
import {
  bin, ended, fitbit, fitbitJson, folderWith, packageRoot, runSandbox, start, step,
} from "./command";

/** As Pipedream's page for Fitbit shows it. */
const PROFILE = `import { axios } from "@pipedream/platform"
export default defineComponent({
  props: {
    fitbit: {
      type: "app",
      app: "fitbit",
    }
  },
  async run({steps, $}) {
    return await axios($, {
      url: \`https://api.fitbit.com/1/user/-/profile.json\`,
      headers: {
        Authorization: \`Bearer \${this.fitbit.$auth.oauth_access_token}\`,
      },
    })
  },
})
`;

/** JavaScript that goes on in TypeScript, beside it and of this package. */
const MIXED = `import fitbit from "${packageRoot}/fitbit.app.ts";
import { word } from "./word";
export default {
  props: { fitbit },
  run: ({ $ }) => ({ word, app: fitbit.app, exports: typeof $.export }),
};
`;

const NOW = "2026-05-11T18:30:00Z";

const folder = folderWith({
  "profile.mjs": PROFILE,
  "mixed.mjs": MIXED,
  "word.ts": "export const word: string = \"typed\";",
  "broken.mjs": "export default { run( };",
  "steps.json": "{\"get_profile\": {\"$return_value\": {\"id\": 9007199254740993}}}",
});

let sandbox: RunningSandbox;

/** What needs no process of its own: in one, a call after the other. */
function playAll() {
  const run = (file: string) => ({ args: ["run", file, "--json", ...there()] });
  return calledInOrder({
    profile: { args: ["run", join(folder.path(), "profile.mjs"), "--json"] },
    exits: run(step("exits.mjs")),
    refuses: run(step("refuses.mjs")),
    stray: run(step("stray.mjs")),
    quits: run(step("quits.mjs")),
    quitsLate: run(step("quits-late.mjs")),
    broken: run(join(folder.path(), "broken.mjs")),
    nothing: run(step("nothing.mjs")),
  });
}

let played: Awaited<ReturnType<typeof playAll>>;

beforeAll(async () => {
  sandbox = await runSandbox(["--now", NOW, "--seed", "2"]);
  played = await playAll();
});
afterAll(() => sandbox.interrupt());

const there = (): string[] => ["--sandbox-url", sandbox.url];

describe("a code step in a file", () => {
  it.concurrent("runs as Pipedream shows it, on the embedded sandbox, which is said on stderr", async () => {
    const inFolder = { cwd: folder.path() };
    const { code, stdout, stderr } = await fitbit(["run", "profile.mjs"], inFolder);
    expect(code).toBe(0);
    expect(stdout).toContain("\"displayName\":");
    expect(stdout).toContain("GET  200  https://api.fitbit.com/1/user/-/profile.json");
    expect(stderr).toContain("No Fitbit account is connected: the sandbox answers");
  });

  it("gives its return value as JSON", () => {
    const { code, printed } = played.profile;
    const result = JSON.parse(printed.join("")) as RunJson;
    expect(code).toBe(0);
    expect(Object.keys(result)).toEqual(["return", "exports", "requests", "ms", "account"]);
    expect(result).toMatchObject({
      return: { user: { encodedId: expect.any(String) as string } },
      requests: [
        { method: "GET", url: "https://api.fitbit.com/1/user/-/profile.json", status: 200 },
      ],
      ms: expect.any(Number) as number,
      account: "sandbox",
    });
  });

  it.concurrent("may import TypeScript, and what this package is made of", async () => {
    const { return: result } = await fitbitJson<RunJson>(
      ["run", "mixed.mjs", ...there()], { cwd: folder.path() },
    );
    expect(result).toEqual({ word: "typed", app: "fitbit", exports: "function" });
  });

  it.concurrent("runs from any folder, through a link to the command", async () => {
    const link = join(folder.path(), "linked");
    await symlink(bin, link);
    const args = ["run", "profile.mjs", ...there()];
    const surroundings = { cwd: folder.path(), program: link };
    const { return: profile } = await fitbitJson<RunJson>(args, surroundings);
    expect(profile).toMatchObject({ user: { encodedId: expect.any(String) as string } });
  });

  describe("in TypeScript", () => {
    let printed: Outcome;
    const given = () =>
      (JSON.parse(printed.stdout) as RunJson).return as Record<string, unknown>;

    beforeAll(async () => {
      printed = await fitbit([
        "run", step("echo.ts"), "--json", ...there(),
        "--props", "{\"text\": \"replaced\", \"number\": 7}",
        "--prop", "text=a=b",
        "--prop", "list=one",
        "--prop", "list=two",
        "--steps", `@${join(folder.path(), "steps.json")}`,
        "--event", "{\"body\": [1]}",
      ], { env: { FITBIT_ACCESS_TOKEN: "sandbox:sleep", SLACK_BOT_TOKEN: "xoxb" } });
    });

    it("is read, and what it prints kept away from the JSON", () => {
      expect(JSON.parse(printed.stdout)).toMatchObject({ exports: { seen: true } });
      const lines = ["printed while loading", "printed by console.log", "printed to stdout"];
      for (const line of lines) expect(printed.stderr).toContain(line);
    });

    it("sees the sandbox's clock, and the token variable as its bearer", () => {
      const { now, fitbit: account, slack } = given();
      const late = Date.parse(String(now)) - Date.parse(NOW);
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThan(1000);
      expect(account).toEqual({ $auth: { oauth_access_token: "sandbox:sleep" } });
      expect(slack).toEqual({ $auth: { bot_token: "xoxb" } });
    });

    it("gets props, earlier steps and the event; large ids stay exact", () => {
      expect(given()).toMatchObject({
        text: "a=b",
        number: 7,
        list: ["one", "two"],
        steps: {
          get_profile: { $return_value: { id: "9007199254740993" } },
          trigger: { event: { body: [1] } },
        },
        event: { body: [1] },
      });
    });
  });

  it.concurrent("gets what --props holds as an expression would pass it, and --prop as a form", async () => {
    const raw = "{\"text\": 9007199254740993, \"number\": \"x\", \"list\": null}";
    const args = ["run", step("echo.ts"), ...there(), "--props", raw, "--prop", "number=7"];
    const env = { SLACK_BOT_TOKEN: "xoxb" };
    const { return: given } = await fitbitJson<RunJson>(args, { env });
    expect(given).toMatchObject({ text: 9_007_199_254_740_992, number: 7, list: null });
  });

  it.concurrent("means the real API when there is a token", async () => {
    const env = { FITBIT_ACCESS_TOKEN: "real" };
    const { account } = await fitbitJson<RunJson>(["run", step("exits.mjs")], { env });
    expect(account).toBe("environment");
  });

  it("shows what it sent, answered and lost", () => {
    expect(JSON.parse(played.exits.printed.join(""))).toMatchObject({
      notes: [expect.stringContaining("return.late is a BigInt") as string],
      exit: "nothing new",
      responses: [{ status: 200, body: "thanks" }],
      sent: [{ to: "http", payload: { method: "GET", url: "https://example.com" } }],
    });
  });
});

it.concurrent("what a step leaves running may fail without taking the result along", async () => {
  const { code, stdout } = await fitbit(["run", step("leaves.mjs"), "--json", "--sandbox"]);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ return: "done" });
});

describe("a component that fails", () => {
  it("ends with 1, its sentence on stderr, and what it exported until then", () => {
    const { code, printed, said } = played.refuses;
    expect(code).toBe(1);
    expect(said).toEqual(["ConfigurationError: Give a better date."]);
    expect(JSON.parse(printed.join(""))).toMatchObject({
      return: null,
      exports: { half: "done" },
      error: { name: "ConfigurationError", message: "Give a better date." },
    });
  });

  it("is reported when it throws in a timer", () => {
    const { code, printed } = played.stray;
    expect(code).toBe(1);
    expect(JSON.parse(printed.join(""))).toMatchObject({ error: { name: "TypeError", message: "thrown late" } });
  });

  it.concurrent("is reported when it waits for what never comes", async () => {
    const { code, stderr } = await fitbit(["run", step("endless.mjs"), ...there()]);
    expect(code).toBe(1);
    expect(stderr).toContain("It waits for something that never comes");
  });

  it.concurrent("is reported at once on the embedded sandbox too, whatever it asked before", async () => {
    const { code, stderr } = await fitbit(["run", step("endless-after.mjs"), "--sandbox"]);
    expect(code).toBe(1);
    expect(stderr).toContain("It waits for something that never comes");
  });

  it.each([
    ["quits", { half: "done" }],
    ["quitsLate", {}],
  ] as const)("is reported when it calls process.exit: %s", (name, exports) => {
    const { code, printed } = played[name];
    expect(code).toBe(1);
    expect(JSON.parse(printed.join(""))).toMatchObject({
      return: null,
      exports,
      error: { message: expect.stringContaining("It called process.exit(0)") as string },
    });
  });

  it("ends with 1 when the API refuses, without its token anywhere", async () => {
    const env = { FITBIT_ACCESS_TOKEN: "sandbox:activity" };
    const args = ["run", "get-sleep-log", "--json", ...there()];
    const { code, printed, said } = await called(args, env);
    expect(code).toBe(1);
    expect(JSON.parse(printed.join(""))).toHaveProperty("error");
    expect([...printed, ...said].join()).not.toContain("sandbox:activity");
  });
});

describe("an action of the catalogue", () => {
  it.concurrent("runs by its key, summary first, plain when piped, in CI too", async () => {
    const env = { CI: "true", FORCE_COLOR: "1" };
    const args = ["run", "fitbit-get-sleep-log", "--prop", "date=yesterday", "--sandbox"];
    const { code, stdout, stderr } = await fitbit(args, { env });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^✔ .*asleep on 2026-03-19/);
    expect(stdout + stderr).not.toContain("\u001B");
  });

  it.concurrent("gives all of a large result to a reader who takes his time", async () => {
    const child = start([
      "run", "list-sleep-logs", "--prop", "startDate=200 days ago", "--prop", "detail=full",
      "--json", "--sandbox",
    ]);
    await new Promise((done) => setTimeout(done, 1500));
    const { stdout } = await ended(child);
    expect(stdout.length).toBeGreaterThan(500_000);
    expect(JSON.parse(stdout)).toHaveProperty("return.truncated", false);
  });

  it.concurrent("runs by its file as it does by its key", async () => {
    const [byKey, byFile] = await Promise.all(
      ["get-profile", "actions/get-profile/get-profile.ts"].map((name) =>
        fitbitJson<RunJson>(["run", name, ...there()])),
    );
    expect(byKey?.return).toHaveProperty("user.encodedId");
    expect(byFile?.return).toEqual(byKey?.return);
  });

  it("writes to a running sandbox what the next run reads", async () => {
    const logged = await calledJson<RunJson>([
      "run", "log-activity", ...there(),
      "--props", "{\"activityName\": \"Yoga\", \"startTime\": \"07:30\", \"durationMinutes\": 45}",
    ]);
    const listed = await calledJson<RunJson>([
      "run", "list-activity-logs", "--prop", "limit=3", ...there(),
    ]);
    const { activityLog } = logged.return as { activityLog: { logId: string } };
    const { activities } = listed.return as { activities: { logId: string }[] };
    expect(activities.map(({ logId }) => logId)).toContain(activityLog.logId);
  });
});

describe("a file that is no component ends with 2 and a sentence", () => {
  it.each([
    ["broken", "broken.mjs cannot be loaded: it is not valid JavaScript"],
    ["nothing", "nothing.mjs: This is no Pipedream component"],
  ] as const)("%s", (name, message) => {
    expect(played[name]).toMatchObject({ code: 2, printed: [] });
    expect(played[name].said.join()).toContain(message);
  });
});
