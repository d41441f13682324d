import { Argument } from "commander";
import type { Account, Client } from "../accounts/account";
import { AccountError } from "../accounts/account";
import type { Way, Wish } from "../accounts/connect";
import type { AppSlug } from "../catalog/apps";
import { APP_NAMES } from "../catalog/apps";
import { tokenVariable } from "./accounts";
import { readWhole } from "./arguments";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import { onInterrupt } from "./interrupt";
import { sandboxNow, sandboxOrigin } from "./running-sandbox";
import { flow, indent, wrap } from "./text";
import { UsageError } from "./usage";

interface Flags {
  clientId: string;
  clientSecret?: string;
  scope?: string;
  paste?: boolean;
  port: string;
  sandboxUrl?: string;
}

/** Whoever does not come back within that has closed the page. */
const PATIENCE_MINUTES = 15;

const secretVariable = (app: AppSlug): string =>
  tokenVariable(app).replace("ACCESS_TOKEN", "CLIENT_SECRET");

function clientOf(app: AppSlug, { clientId, clientSecret }: Flags, { env }: Cli): Client {
  const id = clientId.trim();
  if (id === "") throw new UsageError("--client-id is empty: it takes the id of your own OAuth client.");
  const secret = (clientSecret ?? env[secretVariable(app)])?.trim();
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
  throw new UsageError("--scope is empty: name scopes, or leave it out to ask for all that there are.");
}

/** What is asked for, checked before anything is opened. */
async function wishOf(app: AppSlug, flags: Flags, cli: Cli): Promise<Wish> {
  const client = clientOf(app, flags, cli);
  const sandboxUrl = flags.sandboxUrl === undefined ? undefined : sandboxOrigin(flags.sandboxUrl);
  const now = sandboxUrl === undefined ? Date.now() : await sandboxNow(sandboxUrl);
  const place = { app, ...sandboxUrl === undefined ? {} : { sandboxUrl } };
  return { place, client, scopes: await scopesOf(app, flags, cli), now };
}

const BAD_PORTS: Record<string, string> = {
  EADDRINUSE: "is in use",
  EACCES: "needs more rights than this process has",
};

function registering(address: string): string {
  return `The client has to have ${address} as a redirect address: register it where the client is.`;
}

/** The person carries the address over by hand. */
async function pasting(port: number, cli: Cli): Promise<Way> {
  const { landingAddress } = await import("../accounts/landing");
  const address = landingAddress(port);
  const { say } = cli.out;
  const paste = async (): Promise<URL> => {
    const line = await cli.readLine?.("The address: ");
    if (line === undefined) throw new AccountError("No address was pasted, so nothing is connected.");
    const text = line.trim().replace(/^["']|["']$/g, "");
    // Of what was pasted the answer alone counts: it is for the address that was registered.
    if (URL.canParse(text) && new URL(text).search) return new URL(new URL(text).search, address);
    say(`That is not the whole address: it begins with ${address}?`);
    return paste();
  };
  return {
    address,
    go: (url) => {
      say(["Open this address in a browser, on any machine:", "", url, ""].join("\n"));
      say(wrap(
        `After your choice the browser cannot open a page of ${new URL(address).host}: that is as it should be. `
        + "Copy its whole address, and paste it here.", cli.out.width,
      ).join("\n"));
      return paste();
    },
  };
}

const LATE = `No answer came within ${PATIENCE_MINUTES} minutes, so nothing is connected: the page was closed, or it said what is wrong.`;

/** Connects by a browser on this machine. */
async function byBrowser(
  port: number,
  cli: Cli,
  connect: (way: Way) => Promise<Account>,
): Promise<Account> {
  const { openLanding } = await import("../accounts/landing");
  const landing = await openLanding(port).catch((error: unknown) => {
    const problem = BAD_PORTS[String((error as NodeJS.ErrnoException).code)];
    if (!problem) throw error;
    throw new UsageError(`Port ${port} ${problem}: choose another with --port, and register its address for the client, or use --paste.`);
  });
  const { say } = cli.out;
  const interrupt = onInterrupt();
  const late = AbortSignal.timeout(PATIENCE_MINUTES * 60_000);
  const signal = AbortSignal.any([interrupt.signal, late]);
  let end: Awaited<ReturnType<typeof landing.arrival>>["end"] | undefined;
  try {
    const account = await connect({
      address: landing.address,
      go: async (url) => {
        say(["Choose in your browser what to share:", "", url, ""].join("\n"));
        say(`Waiting for your choice; Ctrl-C gives up.`);
        const arriving = landing.arrival(signal);
        cli.openBrowser?.(url);
        const arrival = await arriving.catch(() => {
          throw new AccountError(late.aborted ? LATE : "Given up: nothing is connected.");
        });
        end = arrival.end;
        return arrival.back;
      },
    });
    await end?.({ isGood: true, text: "You can close this page: the terminal says what can be done now." });
    return account;
  } catch (error) {
    await end?.({ isGood: false, text: error instanceof AccountError ? error.message : "The terminal says why." });
    throw error;
  } finally {
    interrupt.stop();
    await landing.close();
  }
}

function tellConnected(account: Account, missing: string[], { print, paint, width }: Cli["out"]): void {
  const { app, sandboxUrl, scopes, user } = account;
  const where = sandboxUrl === undefined ? "" : ` of the sandbox at ${sandboxUrl}`;
  const whose = user === undefined ? "" : ` of the user ${user}`;
  const to = sandboxUrl === undefined ? "" : ` --sandbox-url ${sandboxUrl}`;
  print([
    `${paint.green("✔")} ${paint.bold(`The ${APP_NAMES[app]} account${whose}${where} is connected`)}, with ${scopes.length} scope${scopes.length === 1 ? "" : "s"}.`,
    ...missing.length === 0 ? [] : [
      "",
      "Not granted, so that what needs them will fail:",
      ...indent(flow(missing, width - 2, "  ")),
    ],
    "",
    "Now",
    ...indent([
      paint.cyan(`npx fitbit doctor${to}`),
      paint.cyan(`npx fitbit run get-health-summary --app ${app}${to}`),
    ]),
  ].join("\n"));
}

async function connect(app: AppSlug, flags: Flags, cli: Cli): Promise<void> {
  const port = readWhole("--port", flags.port, [0, 65_535]);
  const wish = await wishOf(app, flags, cli);
  const { connectAccount } = await import("../accounts/connect");
  const by = (way: Way): Promise<Account> => {
    if (wish.place.sandboxUrl === undefined) cli.out.say(registering(way.address));
    return connectAccount(wish, way, cli.env);
  };
  const account = flags.paste
    ? await by(await pasting(port, cli))
    : await byBrowser(port, cli, by);
  const { notGranted } = await import("../accounts/scopes");
  tellConnected(account, notGranted(app, wish.scopes, account.scopes), cli.out);
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
    .requiredOption("--client-id <id>", "the id of your own OAuth client")
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

