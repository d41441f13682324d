import type { Account } from "../accounts/account";
import { AccountError } from "../accounts/account";
import type { Way } from "../accounts/connect";
import type { Arrival, Ending } from "../accounts/landing";
import { landingAddress, openLanding } from "../accounts/landing";
import type { Cli } from "./cli";
import { onInterrupt } from "./interrupt";
import { refusal } from "./ports";
import { wrap } from "./text";
import { UsageError } from "./usage";

/** Connects an account in a way; fails when it does not come about. */
type Connect = (way: Way) => Promise<Account>;

/** The person carries the address over by hand. */
export function byPasting(port: number, cli: Cli, connect: Connect): Promise<Account> {
  const address = landingAddress(port);
  const { say, width } = cli.out;
  const paste = async (): Promise<URL> => {
    const line = await cli.readLine?.("The address: ");
    if (line === undefined) throw new AccountError("No address was pasted, so nothing is connected.");
    const text = line.trim().replace(/^["']|["']$/g, "");
    // Of what was pasted the answer alone counts: it is for the address that was registered.
    const { search = "" } = URL.canParse(text) ? new URL(text) : {};
    if (search) return new URL(search, address);
    say(`That is not the whole address: it begins with ${address}?`);
    return paste();
  };
  return connect({
    address,
    go: (url) => {
      say(["Open this address in a browser, on any machine:", "", url, ""].join("\n"));
      say(wrap(
        `After your choice the browser cannot open a page of ${new URL(address).host}: that is as it `
        + "should be. Copy its whole address, and paste it here.", width,
      ).join("\n"));
      return paste();
    },
  });
}

/** Whoever does not come back within that has closed the page. */
const PATIENCE_MINUTES = 15;

const LATE = `No answer came within ${PATIENCE_MINUTES} minutes, so nothing is connected: the page was closed, or it said what is wrong.`;

const DONE: Ending = {
  isGood: true, text: "You can close this page: the terminal says what can be done now.",
};

const notDone = (error: unknown): Ending => ({
  isGood: false,
  text: error instanceof AccountError ? error.message : "The terminal says why.",
});

async function land(port: number) {
  return openLanding(port).catch((error: unknown) => {
    const problem = refusal(error);
    if (!problem) throw error;
    throw new UsageError(`Port ${port} ${problem}: choose another with --port, and register its address for the client, or use --paste.`);
  });
}

/** The browser on this machine comes back by itself. */
export async function byBrowser(port: number, cli: Cli, connect: Connect): Promise<Account> {
  const landing = await land(port);
  const interrupt = onInterrupt();
  const late = AbortSignal.timeout(PATIENCE_MINUTES * 60_000);
  const signal = AbortSignal.any([interrupt.signal, late]);
  let arrival: Arrival | undefined;
  const go = async (url: string): Promise<URL> => {
    cli.out.say(["Choose in your browser what to share:", "", url, ""].join("\n"));
    cli.out.say("Waiting for your choice; Ctrl-C gives up.");
    const arriving = landing.arrival(signal);
    cli.openBrowser?.(url);
    arrival = await arriving.catch(() => {
      throw new AccountError(late.aborted ? LATE : "Given up: nothing is connected.");
    });
    return arrival.back;
  };
  try {
    const account = await connect({ address: landing.address, go });
    await arrival?.end(DONE);
    return account;
  } catch (error) {
    await arrival?.end(notDone(error));
    throw error;
  } finally {
    interrupt.stop();
    await landing.close();
  }
}
