import { randomBytes } from "node:crypto";
import type { McpServer } from "@modelcontextprotocol/server";
import { readAccounts } from "../accounts/store";
import type { AppSlug } from "../catalog/apps";
import { APP_NAMES, APPS } from "../catalog/apps";
import type { Selection } from "../mcp/select";
import { onlyConnected } from "./accounts";
import { readWhole } from "./arguments";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import { addTargetFlags } from "./flags";
import { onInterrupt } from "./interrupt";
import { hearStrays } from "./stray";
import type { TargetFlags } from "./target";
import { demandAccount, openTarget } from "./target";
import { refusal } from "./ports";
import { UsageError } from "./usage";
import { versionOf } from "./version";

const MAX_PORT = 65_535;
/** A client's settings may hold a secret that outlasts this process. */
const SECRET = "MCP_BEARER";

export interface McpFlags extends Selection, TargetFlags {
  app?: AppSlug;
  http?: string;
}

/** Names, separated by commas. */
const named = (text: string): string[] =>
  text.split(",").map((name) => name.trim()).filter(Boolean);

async function overHttp(
  factory: () => McpServer, port: number, stopped: AbortSignal, { out, env }: Cli,
): Promise<void> {
  const http = await import("../mcp/http");
  const given = env[SECRET];
  const secret = given ? given : randomBytes(24).toString("base64url");
  const server = await http.overHttp(factory, port, secret).catch((error: unknown) => {
    const reason = refusal(error);
    if (!reason) throw error;
    throw new UsageError(`Port ${port} ${reason}: choose another with --http.`);
  });
  out.say(`The tools are at ${server.url}, for requests with the header`);
  out.say(given
    ? `Authorization: Bearer, and what ${SECRET} says`
    : `Authorization: Bearer ${secret}`);
  await new Promise((done) => stopped.addEventListener("abort", done));
  await server.close();
}

/** Serves the actions as tools until the client goes, or Ctrl-C. */
export async function serve(flags: McpFlags, cli: Cli): Promise<void> {
  const { out, env, packageRoot } = cli;
  const app = flags.app ?? onlyConnected(env, await readAccounts(env)) ?? "fitbit";
  const port = flags.http === undefined
    ? undefined
    : readWhole("--http", flags.http, [0, MAX_PORT]);
  await demandAccount(flags.app ? [flags.app] : APPS, flags, env);
  const [{ selectActions }, { createPlayer }, { serverFactory }] = await Promise.all([
    import("../mcp/select"), import("../mcp/player"), import("../mcp/server"),
  ]);
  const actions = await selectActions(packageRoot, app, flags);
  const player = createPlayer(() => openTarget([app], flags, env), out.say);
  const identity = {
    name: app, title: APP_NAMES[app], version: await versionOf(packageRoot),
  };
  const factory = serverFactory(identity, actions, player);
  const strays = hearStrays(({ message }) => out.say(message));
  const { signal, stop } = onInterrupt();
  try {
    if (port !== undefined) {
      await overHttp(factory, port, signal, cli);
    } else {
      const { overStdio } = await import("../mcp/stdio");
      await overStdio(factory, signal, ({ message }) => out.say(message));
    }
  } finally {
    stop();
    strays.stop();
    await player.close();
  }
}

const NOTES = `
Without --all, --group or --only it offers the dozen that answer most questions. The app is that
of the only connected account, else fitbit. Over HTTP, which listens on this machine alone, each
request carries a bearer: a new one each time, or what the variable ${SECRET} says.`;

export const addMcp: AddCommand = (program, cli) => {
  const command = program.command("mcp")
    .description("offer the actions to an agent, as tools of the Model Context Protocol over stdio")
    .option("--app <app>", "whose actions: fitbit or google_health", readApp)
    .option("--all", "every action")
    .option("--group <groups>", "those of sleep, activity, heart … alone", named)
    .option("--only <keys>", "these alone, separated by commas", named)
    .option("--read-only", "none that writes")
    .option("--http <port>", "over HTTP on this machine; 0 picks a free port");
  addTargetFlags(command)
    .addHelpText("after", examples([
      "fitbit mcp",
      "fitbit mcp --app google_health --read-only",
      "fitbit mcp --group sleep,heart --sandbox",
      "fitbit mcp --http 8765",
    ]))
    .addHelpText("after", NOTES)
    .action((flags: McpFlags) => serve(flags, cli));
};
