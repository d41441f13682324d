import { commandsOf } from "../support/pages";
import type { Called } from "./call";
import { calledInOrder } from "./call";
import { runSandbox } from "./command";

const KEY = "google_health-get-sleep-log";

const commands = commandsOf("npx fitbit")
  .map((words) => words.map((word) => word === "KEY" ? KEY : word));
const isServer = ([name]: string[]) => name === "sandbox";

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

  it.each(commands.filter(isServer).map((words) => words.join(" ")))(
    "works until Ctrl-C: npx fitbit %s",
    async (command) => {
      const { url, interrupt } = await runSandbox(command.split(" ").slice(1));
      expect(url).not.toBe("");
      expect(await interrupt()).toBe(0);
    },
  );
});
