import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fitbit, folderWith } from "./command";
import { eventsOf, sourceFile, startWatch, story, ticksOf, watched } from "./watch-command";

const folder = folderWith({});

/** Starts a source that is called; gives its address too. */
async function startCalled(args: string[]) {
  const watching = startWatch([sourceFile("webhook.mjs"), ...args]);
  const printed = await watching.until("\"deploy\"");
  const [, endpoint = ""] = /"endpoint":"(http:\/\/127\.0\.0\.1:\d+)"/.exec(printed) ?? [];
  return { watching, endpoint };
}

describe("a source in a file", () => {
  it.concurrent("without a key is known by its path, however that is written", async () => {
    const file = join(folder.path(), "plain.mjs");
    await writeFile(file, "export default { type: \"source\", run() { this.$emit({ a: 1 }); } };");
    const args = ["--ticks", "1", "--every", "0.01", "--json", "--state", "plain.json"];
    const surroundings = { cwd: folder.path() };
    const first = await fitbit(["watch", "plain.mjs", ...args], surroundings);
    const second = await fitbit(["watch", "./plain.mjs", ...args], surroundings);
    expect([first.code, second.code, second.stderr]).toEqual([0, 0, ""]);
    expect(second.stdout).toContain("{\"type\":\"tick\",\"n\":2,\"emitted\":1,\"requests\":0}");
  });

  it.concurrent("with a schedule is polled at an interval, which is said", async () => {
    const timer = { timer: { cron: "0 9 * * *" } };
    const done = await watched([
      sourceFile("counter.mjs"), "--ticks", "1", "--every", "5", "--props", JSON.stringify(timer),
    ]);
    expect(done.code).toBe(0);
    expect(done.stderr).toContain(
      "Its timer has the schedule \"0 9 * * *\", which is not kept here: it is polled every 5 s.",
    );
  });

  it.concurrent("that is called is served on loopback, a tick a request", async () => {
    const { watching, endpoint } = await startCalled(["--ticks", "3"]);
    const post = (path: string, body: unknown): Promise<Response> => fetch(endpoint + path, {
      method: "POST", body: JSON.stringify(body), headers: { "content-type": "application/json" },
    });
    const answer = await post("/", { ok: 1 });
    expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 201, text: "thanks" });
    await post("/wrong", {});
    await fetch(endpoint);
    const done = await watching.ended;
    expect(done.code).toBe(0);
    expect(done.stderr).toContain(`Listening at ${endpoint}`);
    expect(story(done).filter((what) => what.startsWith("tick"))).toEqual(["tick 1", "tick 2", "tick 3"]);
    expect(ticksOf(done).map(({ emitted }) => emitted)).toEqual([1, 0, 1]);
    expect(ticksOf(done)[1]?.error?.message).toBe("No such path.");
    expect(eventsOf(done).slice(1).map((line) => line.event)).toEqual([
      { method: "POST", body: { ok: 1 } }, { method: "GET" },
    ]);
  });

  it.concurrent("that is called finishes what it was called for before it ends", async () => {
    const { watching, endpoint } = await startCalled([]);
    const answer = await fetch(`${endpoint}/slow`);
    await watching.until("slow begins");
    watching.kill("SIGINT");
    const done = await watching.ended;
    expect([answer.status, done.code]).toEqual([201, 0]);
    expect(story(done).slice(-2)).toEqual(["event undefined", "tick 1"]);
  });
});
