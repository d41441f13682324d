import { choose, chooseAndLand } from "../support/consent";
import { commandsOf, pageAt } from "../support/pages";
import type { Called } from "./call";
import { called as callHere, calledInOrder } from "./call";
import { ended, runSandbox, start } from "./command";
import { usePerson } from "./person";

const KEY = "google_health-get-sleep-log";

const commands = commandsOf("npx fitbit")
  .map((words) => words.map((word) => word === "KEY" ? KEY : word));
const named = (name: string) => commands.filter(([first]) => first === name);
/** What is about an account: see below. */
const ofAccount = (words: string[]) =>
  ["connect", "accounts", "doctor"].includes(words[0] ?? "") || words.includes("--sandbox-url");
const isServer = ([name = ""]: string[]) => ["sandbox", "mcp"].includes(name);

const PING = `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`;

/** What a page has a person type; a source's polls come one right after the other. */
const args = (words: string[]) => words[0] === "watch" ? [...words, "--every", "0.001"] : words;

describe("what the pages say of the command", () => {
  const ending = commands.filter((words) => !isServer(words) && !ofAccount(words));
  let called: Record<string, Called>;

  beforeAll(async () => {
    called = await calledInOrder(Object.fromEntries(
      ending.map((words) => [words.join(" "), { args: args(words) }]),
    ));
  });

  it("is said", () => {
    expect(ending.length).toBeGreaterThan(6);
  });

  it.each(ending.map((words) => words.join(" ")))("works: npx fitbit %s", (command) => {
    const { code, said, printed } = called[command] ?? { code: NaN, said: [], printed: [] };
    const problems = said.filter((line) => !line.includes("is connected: the sandbox answers"));
    expect({ code, problems }).toEqual({ code: 0, problems: [] });
    expect(printed.join("")).not.toBe("");
  });

  it.each(named("mcp").map((words) => words.join(" ")))(
    "serves an agent until it goes: npx fitbit %s",
    async (command) => {
      const child = start(command.split(" ").map((word) => word === "8765" ? "0" : word));
      const isHttp = command.includes("--http");
      child.stdin.end(isHttp ? "" : PING);
      if (isHttp) child.stderr.once("data", () => child.kill("SIGINT"));
      const { code, stdout, stderr } = await ended(child);
      const said = isHttp ? stderr : stdout;
      expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(isHttp ? "/mcp" : '"result":{}') as string });
    },
  );

  it.each(named("sandbox").map((words) => words.join(" ")))(
    "works until Ctrl-C: npx fitbit %s",
    async (command) => {
      const { url, interrupt } = await runSandbox(command.split(" ").slice(1));
      expect(url).not.toBe("");
      expect(await interrupt()).toBe(0);
    },
  );
});

describe("what the pages say of accounts", () => {
  const person = usePerson();

  /** The same on the sandbox of the test. */
  function words(command: string[]): string[] {
    const at = command.indexOf("--sandbox-url");
    const rest = at < 0 ? command : [...command.slice(0, at), ...command.slice(at + 2)];
    const port = command[0] === "connect" && !command.includes("--paste") ? ["--port", "0"] : [];
    return command[0] === "accounts" && rest.length === 1
      ? rest
      : [...rest, ...port, "--sandbox-url", person.url];
  }

  it("works, in the order in which it stands", async () => {
    const ofAccounts = commands.filter(ofAccount);
    expect(ofAccounts.length).toBeGreaterThan(5);
    for (const command of ofAccounts) {
      const said: string[] = [];
      const outcome = await callHere(words(command), person.env, {
        openBrowser: (url) => void chooseAndLand(url),
        readLine: async () => (await choose(/http:\S+authorize\S+/.exec(said.join("\n"))?.[0] ?? "")).href,
      }, said);
      expect({ command, code: outcome.code }).toEqual({ command, code: 0 });
      expect(outcome.printed.join("")).not.toBe("");
    }
  });

  it("runs as a service: what both systems are told to start is watched", async () => {
    const page = pageAt("docs/local.md");
    const [, unit = ""] = /^ExecStart=\/usr\/bin\/env node bin\/fitbit\.js (.+)$/m.exec(page) ?? [];
    const agent = [...page.matchAll(/^ {4}<string>(.+)<\/string>$/gm)].map(([, word = ""]) => word);
    const started = [unit.split(" "), agent.slice(2)].map((args) =>
      args.map((word) => word.endsWith(".json") ? `${person.file}.state` : word));
    expect(started[0]).toEqual(started[1]);
    expect(agent[1]).toBe("bin/fitbit.js");
    await person.connect("google_health");
    const { code } = await person.on(...started[0] ?? [], "--ticks", "1");
    expect(code).toBe(0);
  });
});
