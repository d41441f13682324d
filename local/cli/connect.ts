import { Argument } from "commander";
import type { Account, Client, Place } from "../accounts/account";
import { isAt } from "../accounts/account";
import type { Way, Wish } from "../accounts/connect";
import { SERVERS } from "../accounts/servers";
import { readAccounts } from "../accounts/store";
import type { AppSlug } from "../catalog/apps";
import { APP_NAMES } from "../catalog/apps";
import { tokenVariable } from "./accounts";
import { readWhole } from "./arguments";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import { counted } from "./event-line";
import { sandboxNow, sandboxOrigin } from "./running-sandbox";
import { flow, indent } from "./text";
import { UsageError } from "./usage";

interface Flags {
  clientId?: string;
  clientSecret?: string;
  scope?: string;
  paste?: boolean;
  port: string;
  sandboxUrl?: string;
}

const secretVariable = (app: AppSlug): string =>
  tokenVariable(app).replace("ACCESS_TOKEN", "CLIENT_SECRET");

/** The client that is named, else that of the account which is connected there. */
async function clientOf(
  place: Place,
  { clientId, clientSecret }: Flags,
  { env }: Cli,
): Promise<Client> {
  const known = (await readAccounts(env)).find(isAt(place))?.client;
  const id = clientId?.trim() ?? known?.id ?? "";
  if (id === "") {
    throw new UsageError(`--client-id takes the id of your own OAuth client, from ${SERVERS[place.app].console}.`);
  }
  const given = (clientSecret ?? env[secretVariable(place.app)])?.trim();
  const secret = given ?? (id === known?.id ? known.secret : undefined);
  return { id, ...secret ? { secret } : {} };
}

async function scopesOf(app: AppSlug, { scope }: Flags, cli: Cli): Promise<string[]> {
  const { declaredScopes, namedScopes } = await import("../accounts/scopes");
  if (scope === undefined) {
    const { loadCatalog } = await import("../catalog/catalog");
    return declaredScopes(app, (await loadCatalog(cli.packageRoot)).map(({ entry }) => entry));
  }
  const scopes = namedScopes(app, scope);
  if (scopes.length > 0) return scopes;
  throw new UsageError("--scope is empty: name scopes, or leave it out to ask for all.");
}

/** What is asked for, checked before anything is opened. */
async function wishOf(app: AppSlug, flags: Flags, cli: Cli): Promise<Wish> {
  const { sandboxUrl: url } = flags;
  const place = { app, ...url === undefined ? {} : { sandboxUrl: sandboxOrigin(url) } };
  const client = await clientOf(place, flags, cli);
  const now = place.sandboxUrl ? await sandboxNow(place.sandboxUrl) : Date.now();
  return { place, client, scopes: await scopesOf(app, flags, cli), now };
}

function tellConnected(account: Account, missing: string[], { out }: Cli): void {
  const { app, sandboxUrl, scopes, user } = account;
  const { paint, width } = out;
  const where = sandboxUrl === undefined ? "" : ` of the sandbox at ${sandboxUrl}`;
  const whose = user === undefined ? "" : ` of the user ${user}`;
  const title = `The ${APP_NAMES[app]} account${whose}${where} is connected`;
  const to = sandboxUrl === undefined ? "" : ` --sandbox-url ${sandboxUrl}`;
  out.print([
    `${paint.green("✔")} ${paint.bold(title)}, with ${counted(scopes.length, "scope")}.`,
    ...missing.length === 0
      ? []
      : ["", "Not granted, so that what needs them will fail:", ...indent(flow(missing, width - 2, "  "))],
    "",
    "Now",
    ...indent([
      paint.cyan(`npx fitbit doctor${to}`),
      paint.cyan(`npx fitbit run get-health-summary --app ${app}${to}`),
    ]),
  ].join("\n"));
}

async function connect(app: AppSlug, flags: Flags, cli: Cli): Promise<void> {
  const port = readWhole("--port", flags.port, [flags.paste ? 1 : 0, 65_535]);
  const wish = await wishOf(app, flags, cli);
  const { connectAccount } = await import("../accounts/connect");
  const by = (way: Way): Promise<Account> => {
    if (!wish.place.sandboxUrl) {
      cli.out.say(`The client has to lead back to ${way.address}: it is registered for it at ${SERVERS[app].console}.`);
    }
    return connectAccount(wish, way, cli.env);
  };
  const { byBrowser, byPasting } = await import("./connect-ways");
  const account = await (flags.paste ? byPasting : byBrowser)(port, cli, by);
  const { notGranted } = await import("../accounts/scopes");
  tellConnected(account, notGranted(app, wish.scopes, account.scopes), cli);
}

const NOTES = `
It takes an OAuth client of your own: of Fitbit from https://dev.fitbit.com/apps, of Google from
https://console.cloud.google.com/auth/clients, with http://127.0.0.1:8976/callback as its redirect
address. The secret is read from FITBIT_CLIENT_SECRET or GOOGLE_HEALTH_CLIENT_SECRET, too, where
other users of this machine do not see it.

Tokens are kept in a file that you alone can read, refreshed when they are about to end, and
never printed: \`fitbit accounts\` lists what is connected, \`fitbit doctor\` says what works.`;

export const addConnect: AddCommand = (program, cli) => {
  program.command("connect")
    .description("connect your own account, so that components reach your own data")
    .addArgument(new Argument("<app>", "fitbit or google_health").argParser(readApp))
    .option("--client-id <id>", "the id of your own OAuth client; left out, that of the account now")
    .option("--client-secret <secret>", "its secret, where it has one")
    .option("--scope <scopes>", "what to ask for; left out, all that any component uses")
    .option("--paste", "without a browser on this machine: paste the address it ends at")
    .option("--port <port>", "where the browser is led back to", "8976")
    .option("--sandbox-url <url>", "connect to a running sandbox, to try it")
    .addHelpText("after", examples([
      "fitbit connect google_health --client-id 123.apps.googleusercontent.com",
      "fitbit connect fitbit --client-id 23ABCD --scope \"activity sleep\" --paste",
      "fitbit connect fitbit --client-id try --sandbox-url http://127.0.0.1:8787",
    ]))
    .addHelpText("after", NOTES)
    .action((app: AppSlug, flags: Flags) => connect(app, flags, cli));
};
