import type { CallToolResult, JsonSchemaValidator } from "@modelcontextprotocol/server";
import { fromJsonSchema, McpServer } from "@modelcontextprotocol/server";
import type { CatalogComponent } from "../catalog/catalog";
import { reportError } from "../runtime";
import type { Fields } from "../runtime/component";
import { isFields } from "../runtime/component";
import { answerOf } from "./answer";
import { inputSchema } from "./input";
import { outputSchema } from "./output";
import type { Player } from "./player";
import { QUESTIONS } from "./prompts";
import { toolName } from "./select";
import { toolWords } from "./text";

/** Who a server says it is. */
export interface Identity {
  name: string;
  title: string;
  version: string;
}

const INSTRUCTIONS = `One person's health data, from their watch and their apps. Begin with get-health-summary where it is there: it takes a range of days and has most answers in one call. Dates are the person's own civil days: YYYY-MM-DD, "today", "yesterday" or "N days ago". What is null or absent was not recorded. \`missing\` names what this connection may not read; \`leftOut\` has the call that gives the rest.`;

/** Advertised as it is, and not checked: what reads the values says better what is wrong. */
const advertised = (schema: object) => fromJsonSchema<Fields>(schema, {
  getValidator: <T>(): JsonSchemaValidator<T> => (input) =>
    ({ valid: true, data: input as T, errorMessage: undefined }),
});

const failed = (text: string): CallToolResult =>
  ({ isError: true, content: [{ type: "text", text }] });

async function answered(
  action: CatalogComponent, given: unknown, { play }: Player,
): Promise<CallToolResult> {
  const args = isFields(given) ? given : {};
  const { run, asOf } = await play(action.component, args);
  if (!run.ok) return failed(run.error.message);
  const props = Object.keys(inputSchema(action.component).properties);
  const call = { tool: toolName(action), arguments: args, props };
  const answer = answerOf(run.return, call, asOf);
  return { content: [{ type: "text", text: JSON.stringify(answer) }], structuredContent: answer };
}

function addTool(
  server: McpServer, action: CatalogComponent, offered: readonly string[], player: Player,
): void {
  const { name = "", description = "", annotations } = action.component;
  server.registerTool(toolName(action), {
    title: name,
    description: toolWords(description, offered),
    inputSchema: advertised(inputSchema(action.component, offered)),
    outputSchema: advertised(outputSchema(action.name)),
    ...annotations ? { annotations } : {},
  }, (args) => answered(action, args, player).catch((error: unknown) =>
    failed(reportError(error).message)));
}

function addPrompts(server: McpServer, tools: readonly string[]): void {
  for (const { name, title, description, text, tools: wanted } of QUESTIONS) {
    if (!wanted.every((tool) => tools.includes(tool))) continue;
    server.registerPrompt(name, { title, description }, () => ({
      messages: [{ role: "user", content: { type: "text", text } }],
    }));
  }
}

/** Makes a server for one client, whose tools are these actions. */
export function serverFactory(
  identity: Identity, actions: readonly CatalogComponent[], player: Player,
): () => McpServer {
  return () => {
    const server = new McpServer(identity, { instructions: INSTRUCTIONS });
    const offered = actions.map(toolName);
    actions.forEach((action) => addTool(server, action, offered, player));
    addPrompts(server, offered);
    return server;
  };
}
