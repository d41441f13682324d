import { execFile } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { environmentOf, flagsOf } from "../../local/mcp/bundle/settings";
import { ended, packageRoot, start } from "../cli/command";

const run = promisify(execFile);

interface Manifest {
  server: { entry_point: string; mcp_config: { env: Record<string, string> } };
  tools: { name: string; description: string }[];
  user_config: Record<string, { sensitive?: boolean; description: string }>;
}

describe("the bundle", () => {
  let folder = "";
  let archive = 0;
  let manifest: Manifest;

  beforeAll(async () => {
    await run("npm", ["run", "mcpb"], { cwd: packageRoot });
    const packed = await readFile(join(packageRoot, "dist/mcpb/fitbit.mcpb"));
    archive = packed.byteLength;
    folder = await mkdtemp(join(tmpdir(), "fitbit-mcpb-"));
    // Away from the packages of the checkout: it has to bring all that it needs.
    await cp(join(packageRoot, "dist/mcpb/fitbit"), join(folder, "fitbit"), { recursive: true });
    manifest = JSON.parse(await readFile(join(folder, "fitbit/manifest.json"), "utf8")) as Manifest;
  });

  afterAll(() => rm(folder, { recursive: true }));

  it("is small, names its tools in a sentence each, and keeps tokens from sight", () => {
    expect(archive).toBeLessThan(1_500_000);
    expect(manifest.tools).toHaveLength(12);
    const told = manifest.tools.map(({ description }) => description);
    expect(told.filter((text) => !/^[A-Z].{20,300}\.$/.test(text))).toEqual([]);
    const { user_config: settings, server } = manifest;
    expect(Object.values(server.mcp_config.env)).toEqual(Object.keys(settings).map((name) => `\${user_config.${name}}`));
    const hidden = Object.keys(settings).filter((name) => settings[name]?.sensitive);
    expect(hidden).toEqual(["google_health_token", "fitbit_token"]);
  });

  it("runs by itself, with the settings of its form", async () => {
    const { entry_point: entry, mcp_config: { env } } = manifest.server;
    const client = new Client({ name: "test", version: "0.0.0" }, { versionNegotiation: { mode: "auto" } });
    await client.connect(new StdioClientTransport({
      command: process.execPath,
      args: [join(folder, "fitbit", entry)],
      cwd: folder,
      env: { ...env, MCP_APP: "Google Health", MCP_SANDBOX: "true", MCP_READ_ONLY: "true" },
      stderr: "pipe",
    }));
    const { tools } = await client.listTools();
    expect(tools.map(({ annotations }) => annotations?.readOnlyHint)).not.toContain(false);
    const { structuredContent } = await client.callTool({ name: "list-data-points", arguments: { dataType: "steps" } });
    expect(structuredContent).toMatchObject({ recordType: "INTERVAL", freshness: { newest: expect.stringMatching(/^2026-03-20/) as string } });
    await client.close();
  });

  it("says what it lacks, where nobody has filled in the form", async () => {
    const { entry_point: entry, mcp_config: { env } } = manifest.server;
    const child = start([], { program: join(folder, "fitbit", entry), env });
    const { code, stdout, stderr } = await ended(child);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("There is no account of fitbit or google_health");
  });
});

describe("a setting", () => {
  it("that is left empty is none, whatever a client makes of that", () => {
    const env = { MCP_APP: "${user_config.app}", FITBIT_ACCESS_TOKEN: "", MCP_ALL: "false", PATH: "/bin" };
    expect(flagsOf(env)).toEqual({ readOnly: false, all: false, sandbox: false });
    expect(environmentOf(env)).toEqual({ MCP_ALL: "false", PATH: "/bin" });
  });

  it("names an app as people do", () => {
    expect(flagsOf({ MCP_APP: "google-health" }).app).toBe("google_health");
    expect(() => flagsOf({ MCP_APP: "strava" })).toThrow("The apps are fitbit and google_health, not strava.");
  });
});
