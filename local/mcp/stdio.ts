import { once } from "node:events";
import type { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";

/**
 * Serves one client over stdin and stdout, until it closes them or `stopped` is aborted.
 * @param onError told of what is wrong on the wire
 */
export async function overStdio(
  factory: () => McpServer, stopped: AbortSignal, onError: (error: Error) => void,
): Promise<void> {
  const { stdin } = process;
  const ended = new AbortController();
  const end = (): void => ended.abort();
  stdin.once("end", end).once("close", end);
  stopped.addEventListener("abort", end);
  const handle = serveStdio(factory, { onerror: onError });
  if (!ended.signal.aborted) await once(ended.signal, "abort");
  await handle.close();
}
