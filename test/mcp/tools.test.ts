import type { Tool } from "@modelcontextprotocol/client";
import { countTokens } from "gpt-tokenizer/encoding/o200k_base";
import { APPS } from "../../local/catalog/apps";
import { loadCatalog } from "../../local/catalog/catalog";
import { GROUPS, groupsOf, selectActions } from "../../local/mcp/select";
import { MOST_BYTES } from "../../local/mcp/answer";
import { packageRoot } from "../cli/command";
import type { Connected, Told } from "./server";
import { connected } from "./server";

const MONTH = { startDate: "29 days ago", endDate: "today" };

/** A call of each tool that is offered by default, over a month where it takes one. */
const CALLS: Record<string, object> = {
  "get-sleep-log": {},
  "get-intraday-heart-rate": MONTH,
  "log-weight": { weight: "72.5", unit: "kg" },
  "log-activity": { startTime: "07:00", durationMinutes: 30, activityName: "Yoga" },
  "log-food": { foodName: "Porridge", calories: 310 },
  "log-water": { amount: "250", unit: "ml" },
  "list-data-points": { dataType: "heart-rate", ...MONTH },
};

describe.each(APPS)("the tools of %s by default", (app) => {
  let server: Connected;
  let tools: Tool[];
  const month = new Map<string, Told>();

  beforeAll(async () => {
    server = await connected(app);
    ({ tools } = await server.client.listTools());
    for (const { name } of tools) {
      month.set(name, await server.call(name, { ...CALLS[name] ?? MONTH }));
    }
  });

  afterAll(() => server.close());

  it("are twelve, in at most 8,000 tokens with all their schemas", () => {
    expect(tools).toHaveLength(12);
    expect(countTokens(JSON.stringify(tools))).toBeLessThanOrEqual(8000);
  });

  it("have a title, annotations, schemas of no older draft, and names that fit every client", () => {
    for (const { name, title, annotations, inputSchema, outputSchema } of tools) {
      expect({ name, title: typeof title, hint: typeof annotations?.readOnlyHint })
        .toEqual({ name, title: "string", hint: "boolean" });
      expect(name.length).toBeLessThanOrEqual(64);
      expect(inputSchema.type).toBe("object");
      expect(outputSchema?.type).toBe("object");
      expect(JSON.stringify([inputSchema, outputSchema]))
        .not.toMatch(/\$schema|additionalProperties|"format"/);
    }
  });

  it("mention no tool that is not there", () => {
    const offered = tools.map(({ name }) => name);
    const mentioned = JSON.stringify(tools).match(/\b(?:get|list|log|update)-[a-z-]+[a-z]\b/g);
    expect(mentioned?.filter((name) => !offered.includes(name))).toEqual([]);
  });

  it("ask for what a form asks for, with its choices", () => {
    const { inputSchema } = tools.find(({ name }) => name === "log-weight") as Tool;
    expect(inputSchema.required).toEqual(["weight", "unit"]);
    expect(inputSchema.properties).toMatchObject({
      weight: { type: "string" }, unit: { enum: ["kg", "lb", "stone"] }, skipIfLogged: { type: "boolean" },
    });
    expect(Object.keys(inputSchema.properties ?? {})).not.toContain("fitbit");
  });

  it("answer a month in at most 10 kB, the same as text and as an object", () => {
    expect(month.size).toBe(12);
    for (const [name, { isError, text, answer }] of month) {
      expect({ name, isError, text: isError ? text : "" }).toEqual({ name, isError: false, text: "" });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MOST_BYTES);
      expect(text).toBe(JSON.stringify(answer));
      expect(answer).toMatchObject({
        freshness: { asOf: "2026-03-20T09:00:00.000Z" }, missing: [],
      });
    }
  });

  it("give all of a list by the calls that they name for what was left out", async () => {
    const ids: string[] = [];
    let args: object | undefined = MONTH;
    while (args) {
      const { answer } = await server.call("list-sleep-logs", { ...args });
      const sleep = answer.sleep as { logId: string; dateOfSleep: string }[];
      expect(answer.count).toBe(sleep.length);
      ids.push(...sleep.map(({ logId }) => logId));
      const { leftOut } = answer;
      if (leftOut) expect(leftOut.call?.tool).toBe("list-sleep-logs");
      args = leftOut?.call?.arguments;
    }
    const newest = await server.call("list-sleep-logs", { limit: 5 });
    const first = (newest.answer.sleep as { logId: string }[]).map(({ logId }) => logId);
    expect(ids.slice(0, 5)).toEqual(first);
    expect(new Set(ids).size).toBeGreaterThan(28);
  });

  it("keep the newest rows of days, and say where the older are", async () => {
    const { answer } = month.get("get-health-summary") as Told;
    const days = answer.days as { date: string }[];
    expect(days.at(-1)?.date).toBe("2026-03-20");
    expect(answer.leftOut?.counts).toEqual({ days: 30 - days.length });
    const next = { startDate: "2026-02-19", endDate: expect.stringMatching(/^2026-03-/) as string };
    expect(answer.leftOut?.call).toEqual({ tool: "get-health-summary", arguments: next });
    const older = await server.call("get-health-summary", { ...answer.leftOut?.call?.arguments });
    const before = (older.answer.days as { date: string }[]).at(-1)?.date ?? "";
    expect(Date.parse(days[0]?.date ?? "") - Date.parse(before)).toBe(86_400_000);
  });

  it("say in words what is wrong with a call", async () => {
    const wrong = await server.call("get-sleep-log", { date: "soon" });
    expect(wrong).toMatchObject({ isError: true });
    expect(wrong.text).toMatch(/^Date: "soon" is not a day/);
    expect((await server.call("get-sleep-log", { dat: "today" })).text).toContain("did you mean date?");
    expect((await server.call("log-water", {})).text).toContain("amount is required");
    expect((await server.call("log-water", { amount: "1", unit: "bucket" })).text).toContain("must be one of");
    await expect(server.call("get-everything")).rejects.toThrow("get-everything");
  });

  it("take what agents write: null for what is left out, digits for a number", async () => {
    const { answer } = await server.call("list-sleep-logs", { limit: "3", startDate: null });
    expect(answer.count).toBe(3);
  });

  it("answer many calls at once as one after the other", async () => {
    const days = ["today", "yesterday", "2 days ago", "3 days ago", "4 days ago"];
    const together = await Promise.all(days.map((date) => server.call("get-sleep-log", { date })));
    for (const [index, date] of days.entries()) {
      expect(together[index]?.answer).toEqual((await server.call("get-sleep-log", { date })).answer);
    }
  });

  it("write once: the same call again gives what is there", async () => {
    const args = { startTime: "06:00", durationMinutes: 20, activityName: "Yoga", date: "yesterday" };
    const first = await server.call("log-activity", args);
    const again = await server.call("log-activity", args);
    const { activityLog } = first.answer;
    expect(again.answer).toMatchObject({ activityLog, alreadyLogged: true });
  });

  it("come with two questions that name them", async () => {
    const { prompts } = await server.client.listPrompts();
    expect(prompts.map(({ name }) => name)).toEqual(["daily-check-in", "weekly-review"]);
    for (const { name } of prompts) {
      const { messages } = await server.client.getPrompt({ name });
      expect(JSON.stringify(messages)).toContain("get-health-summary");
    }
  });
});

describe("a selection", () => {
  const names = async (selection: object, app: "fitbit" | "google_health" = "fitbit") =>
    (await selectActions(packageRoot, app, selection)).map(({ name }) => name);

  it("of all is every action of the app, read-only what writes nothing", async () => {
    const catalog = await loadCatalog(packageRoot);
    for (const app of APPS) {
      const own = catalog
        .filter(({ entry }) => entry.app === app && entry.type === "action")
        .map(({ name }) => name);
      expect((await names({ all: true }, app)).sort()).toEqual(own.sort());
    }
    const reading = await selectActions(packageRoot, "fitbit", { all: true, readOnly: true });
    expect(reading.length).toBeGreaterThan(30);
    expect(reading.every(({ component }) => component.annotations?.readOnlyHint)).toBe(true);
  });

  it("by group has every action in one", async () => {
    const all = [...await names({ all: true }), ...await names({ all: true }, "google_health")];
    expect(all.filter((name) => groupsOf(name).length === 0)).toEqual([]);
    expect(await names({ group: ["sleep"] }))
      .toEqual(["delete-sleep-log", "get-sleep-data", "get-sleep-log", "list-sleep-logs", "log-sleep"]);
    for (const group of Object.keys(GROUPS)) {
      expect((await names({ group: [group] }, "google_health")).length).toBeGreaterThan(0);
    }
  });

  it("by key takes full keys and the parts after the app", async () => {
    expect(await names({ only: ["fitbit-get-sleep-log", "log-water"] })).toEqual(["get-sleep-log", "log-water"]);
  });

  it.each([
    [{ group: ["slep"] }, "the groups are summary, sleep"],
    [{ only: ["get-slep-log"] }, "did you mean"],
    [{ only: ["google_health-get-sleep-log"] }, "--app asks for fitbit"],
    [{ only: ["new-sleep-log"] }, "is a source"],
    [{ only: ["log-water"], readOnly: true }, "No tool is left"],
  ])("%j is refused", async (selection, words) => {
    await expect(names(selection)).rejects.toThrow(words);
  });

  it("without the tools that a question takes has no such question", async () => {
    const server = await connected("fitbit", { group: ["nutrition"] });
    expect((await server.client.listTools()).tools.length).toBeGreaterThan(5);
    expect(server.client.getServerCapabilities()).not.toHaveProperty("prompts");
    await server.close();
  });
});
