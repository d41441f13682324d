import type { Account } from "../accounts/account";
import { isAt } from "../accounts/account";
import { shortScopes } from "../accounts/scopes";
import { SERVERS } from "../accounts/servers";
import { accountsFile, changeAccounts, readAccounts } from "../accounts/store";
import type { AppSlug } from "../catalog/apps";
import { APP_NAMES, APPS } from "../catalog/apps";
import { tokenVariable } from "./accounts";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import { sandboxOrigin } from "./running-sandbox";
import { flow, indent } from "./text";
import { UsageError } from "./usage";

interface Flags {
  forget?: AppSlug;
  sandboxUrl?: string;
  json?: boolean;
}

/** What is told of an account: no token, no secret. */
function told(account: Account) {
  const { app, sandboxUrl, user, client, scopes, connectedAt, expiresAt, ended } = account;
  return {
    app,
    ...sandboxUrl === undefined ? {} : { sandboxUrl },
    ...user === undefined ? {} : { user },
    clientId: client.id,
    scopes: shortScopes(app, scopes),
    connectedAt,
    expiresAt: new Date(expiresAt).toISOString(),
    isUsable: ended === undefined,
    ...ended === undefined ? {} : { ended },
  };
}

function lines(account: Account, { paint, width }: Cli["out"]): string[] {
  const { app, sandboxUrl, user, client, scopes, connectedAt, ended } = account;
  const title = `${APP_NAMES[app]}${user === undefined ? "" : ` ${user}`}`;
  const where = sandboxUrl === undefined ? "" : `, on the sandbox at ${sandboxUrl}`;
  const mark = ended === undefined ? paint.green("●") : paint.red("●");
  return [
    `${mark} ${paint.bold(title)}${where}`,
    ...indent([
      `Connected on ${connectedAt.slice(0, 10)} with the client ${client.id}`,
      ...ended === undefined ? [] : [paint.red(ended)],
      ...flow(shortScopes(app, scopes), width - 2, "  ").map(paint.dim),
    ]),
    "",
  ];
}

async function list({ json }: Flags, { env, out }: Cli): Promise<void> {
  const accounts = await readAccounts(env);
  if (json) {
    out.json(accounts.map(told));
    return;
  }
  const variables = APPS.map(tokenVariable).filter((name) => env[name])
    .map((name) => `A token in ${name} goes before any account that is connected.`);
  const none = accounts.length > 0
    ? []
    : [
        "No account is connected: `fitbit connect fitbit` or `fitbit connect google_health` does it.",
      ];
  const file = accounts.length > 0 ? [out.paint.dim(`Kept in ${accountsFile(env) ?? ""}`)] : [];
  out.print([...accounts.flatMap((account) => lines(account, out)), ...none, ...variables, ...file].join("\n"));
}

async function forget(app: AppSlug, flags: Flags, { env, out }: Cli): Promise<void> {
  const { sandboxUrl: url, json } = flags;
  const sandboxUrl = url === undefined ? undefined : sandboxOrigin(url);
  const place = { app, ...sandboxUrl === undefined ? {} : { sandboxUrl } };
  const isMeant = isAt(place);
  const where = sandboxUrl === undefined ? "" : ` on the sandbox at ${sandboxUrl}`;
  await changeAccounts(env, (accounts) => {
    if (accounts.some(isMeant)) return accounts.filter((account) => !isMeant(account));
    throw new UsageError(`No ${APP_NAMES[app]} account is connected${where}: \`fitbit accounts\` lists those that are.`);
  });
  if (json) {
    out.json({ forgotten: place });
    return;
  }
  out.print(`The ${APP_NAMES[app]} account${where} is forgotten: its tokens are deleted here.`);
  if (sandboxUrl === undefined) {
    out.print(`${SERVERS[app].name} still counts the client as connected, until you take that back at ${SERVERS[app].permissions}`);
  }
}

export const addAccounts: AddCommand = (program, cli) => {
  program.command("accounts")
    .description("list the accounts that are connected, or forget one")
    .option("--forget <app>", "forget the account of fitbit or google_health", readApp)
    .option("--sandbox-url <url>", "with --forget: the one of this sandbox")
    .option("--json", "as JSON")
    .addHelpText("after", examples([
      "fitbit accounts",
      "fitbit accounts --forget google_health",
    ]))
    .action((flags: Flags) => {
      if (flags.forget) return forget(flags.forget, flags, cli);
      if (flags.sandboxUrl === undefined) return list(flags, cli);
      throw new UsageError("--sandbox-url goes with --forget: without it, the accounts of all sandboxes are listed.");
    });
};
