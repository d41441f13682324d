import { Client } from "@modelcontextprotocol/client";
import type { CallToolResult } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import type { AppSlug } from "../../local/catalog/apps";
import { embeddedSandbox } from "../../local/cli/target";
import type { ToolAnswer } from "../../local/mcp/answer";
import { createPlayer } from "../../local/mcp/player";
import type { Selection } from "../../local/mcp/select";
import { selectActions } from "../../local/mcp/select";
import { serverFactory } from "../../local/mcp/server";
import type { Fields } from "../../local/runtime/component";
import { packageRoot } from "../cli/command";

/** What a client got. */
export interface Told {
  isError: boolean;
  text: string;
  /** Checked by the client against the schema that was advertised. */
  answer: ToolAnswer;
}

export interface Connected {
  client: Client;
  call: (tool: string, args?: Fields) => Promise<Told>;
  close: () => Promise<void>;
}

export function toldBy({ isError = false, content, structuredContent }: CallToolResult): Told {
  const [first] = content;
  const text = first?.type === "text" ? first.text : "";
  return { isError, text, answer: structuredContent as ToolAnswer };
}

/** What makes servers in this process, on a sandbox of their own. */
export async function servers(app: AppSlug, selection: Selection = {}) {
  const player = createPlayer(() => embeddedSandbox({}), () => undefined);
  const actions = await selectActions(packageRoot, app, selection);
  const identity = { name: app, title: app, version: "0.0.0" };
  return { factory: serverFactory(identity, actions, player), player };
}

/** A client of today and such a server. */
export async function connected(app: AppSlug, selection: Selection = {}): Promise<Connected> {
  const { factory, player } = await servers(app, selection);
  const server = factory();
  const [near, far] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "0.0.0" });
  await Promise.all([server.connect(far), client.connect(near)]);
  // From here on it holds each answer against its schema.
  await client.listTools();
  return {
    client,
    call: async (name, args = {}) => toldBy(await client.callTool({ name, arguments: args })),
    close: async () => {
      await client.close();
      await player.close();
    },
  };
}
