import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Server, ServerResponse } from "node:http";

/** What the person reads in the browser at the end. */
export interface Ending {
  isGood: boolean;
  text: string;
}

export interface Arrival {
  /** The address that the browser ended at. */
  back: URL;
  /** Tells the person what came of it. */
  end: (ending: Ending) => Promise<void>;
}

/** The place on this machine that a browser is led back to. */
export interface Landing {
  /** The address that is to be registered for the client. */
  address: string;
  /**
   * Waits for the browser.
   * @throws when `signal` is aborted
   */
  arrival: (signal: AbortSignal) => Promise<Arrival>;
  close: () => Promise<void>;
}

const HOST = "127.0.0.1";
const PATH = "/callback";

export const landingAddress = (port: number): string => `http://${HOST}:${port}${PATH}`;

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const page = ({ isGood, text }: Ending): string => `<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>fitbit connect</title>
<body style="font: 16px/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto; padding: 0 1rem">
<h1>${isGood ? "Connected" : "Not connected"}</h1>
<p>${escaped(text)}</p>
`;

function send(response: ServerResponse, ending: Ending): Promise<void> {
  return new Promise((done) => {
    response.writeHead(ending.isGood ? 200 : 400, {
      "content-type": "text/html; charset=utf-8",
      // The address holds the code: it is for nobody else.
      "referrer-policy": "no-referrer",
      "cache-control": "no-store",
      "connection": "close",
    }).end(page(ending), () => done());
  });
}

async function listen(port: number): Promise<Server> {
  const server = createServer();
  server.listen(port, HOST);
  await once(server, "listening");
  return server;
}

/**
 * Listens for the browser, on this machine alone.
 * @param port 0 picks a free one
 * @throws as `listen` does where the port cannot be had
 */
export async function openLanding(port: number): Promise<Landing> {
  const server = await listen(port);
  const address = landingAddress((server.address() as AddressInfo).port);
  return {
    address,
    arrival: (signal) => new Promise((done, fail) => {
      signal.addEventListener("abort", () => fail(signal.reason as Error), { once: true });
      let hasArrived = false;
      server.on("request", (request, response) => {
        const back = new URL(request.url ?? "/", address);
        if (hasArrived || back.pathname !== PATH) {
          response.writeHead(404).end();
          return;
        }
        hasArrived = true;
        done({ back, end: (ending) => send(response, ending) });
      });
    }),
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
