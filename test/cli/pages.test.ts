import { commandsOf } from "../support/pages";
import type { Called } from "./call";
import { calledInOrder } from "./call";
import { ended, runSandbox, start } from "./command";

const KEY = "google_health-get-sleep-log";

const commands = commandsOf("npx fitbit")
  .map((words) => words.map((word) => word === "KEY" ? KEY : word));
const named = (name: string) => commands.filter(([first]) => first === name);
const isServer = ([name = ""]: string[]) => ["sandbox", "mcp"].includes(name);

const PING = `${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "ping" })}\n`;

/** What a page has a person type; a source's polls come one right after the other. */
const args = (words: string[]) => words[0] === "watch" ? [...words, "--every", "0.001"] : words;

describe("what the pages say of the command", () => {
  const ending = commands.filter((words) => !isServer(words));
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
