import { Client as Client2 } from "@modelcontextprotocol/client";
import { StdioClientTransport as Stdio2 } from "@modelcontextprotocol/client/stdio";
import { Client as Client1 } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as Stdio1 } from "@modelcontextprotocol/sdk/client/stdio.js";
import { bin, ended, fitbit, packageRoot, start } from "../cli/command";

const ME = { name: "test", version: "0.0.0" };

const server = (...args: string[]) =>
  ({ command: process.execPath, args: [bin, "mcp", ...args], cwd: packageRoot, stderr: "pipe" as const });

/** A client of the generation before. */
async function of1(...args: string[]) {
  const client = new Client1(ME);
  await client.connect(new Stdio1(server(...args)));
  return client;
}

async function of2(mode: "auto" | "legacy", ...args: string[]) {
  const client = new Client2(ME, { versionNegotiation: { mode } });
  await client.connect(new Stdio2(server(...args)));
  return client;
}

describe.each([
  ["1.x", of1, undefined],
  ["2.x", (...args: string[]) => of2("legacy", ...args), "2025-11-25"],
  ["2.x that negotiates", (...args: string[]) => of2("auto", ...args), "2026-07-28"],
])("an official client %s", (_name, connect, version) => {
  it("lists tools and questions, calls, several at once too, and is refused in words", async () => {
    const client = await connect("--sandbox", "--app", "google_health");
    if (client instanceof Client2) expect(client.getNegotiatedProtocolVersion()).toBe(version);
    const { tools } = await client.listTools();
    expect(tools).toHaveLength(12);
    expect(JSON.stringify(tools)).not.toContain("draft-07");
    expect((await client.listPrompts()).prompts).toHaveLength(2);
    const dates = ["today", "yesterday", "2 days ago", "3 days ago", "4 days ago"];
    const answers = await Promise.all(dates.map((date) =>
      client.callTool({ name: "get-sleep-log", arguments: { date } })));
    const days = answers.map(({ structuredContent }) =>
      (structuredContent as { date: string } | undefined)?.date);
    expect(days).toEqual(["2026-03-20", "2026-03-19", "2026-03-18", "2026-03-17", "2026-03-16"]);
    const wrong = await client.callTool({ name: "get-sleep-log", arguments: { date: "soon" } });
    expect(wrong).toMatchObject({ isError: true, content: [{ text: expect.stringContaining("is not a day") as string }] });
    await client.close();
  });
});

describe("fitbit mcp", () => {
  it("refuses in a sentence, before it listens, where there is no account", async () => {
    const { code, stdout, stderr } = await fitbit(["mcp"]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toMatch(/^There is no account of fitbit or google_health: connect yours/);
    const named = await fitbit(["mcp", "--app", "google_health"]);
    expect(named.stderr).toContain("There is no account of google_health: connect yours with");
  });

  it("takes the app of the only account, and begins with no request", async () => {
    const child = start(["mcp"], { env: { GOOGLE_HEALTH_ACCESS_TOKEN: "none-that-works" } });
    child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { protocolVersion: "2024-11-05", capabilities: {}, clientInfo: ME } })}\n`);
    child.stdin.end();
    const { code, stdout, stderr } = await ended(child);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      result: { protocolVersion: "2024-11-05", serverInfo: { name: "google_health" } },
    });
  });
});
