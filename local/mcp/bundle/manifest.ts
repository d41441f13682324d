import type { CatalogComponent } from "../../catalog/catalog";
import { partsOf } from "../../catalog/description";
import { QUESTIONS } from "../prompts";
import { toolName } from "../select";
import { SETTINGS } from "./settings";

/** What of package.json a bundle says too. */
export interface Package {
  version: string;
  description: string;
  license: string;
  keywords: string[];
  engines: { node: string };
}

/** Where a bundle's server stands. */
export const ENTRY = "server/index.js";

/** Sentences up to the first full stop: what a person reads in a list of tools. */
const firstSentence = (text: string): string => /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;

function tool(action: CatalogComponent): object {
  const { said } = partsOf(action.component.description ?? "");
  return { name: toolName(action), description: firstSentence(said) };
}

/**
 * What a desktop client is told of the bundle.
 * https://github.com/modelcontextprotocol/mcpb/blob/main/MANIFEST.md
 */
export function manifest(
  { version, description, license, keywords, engines: { node } }: Package,
  actions: readonly CatalogComponent[],
): object {
  const settings = Object.entries(SETTINGS);
  return {
    manifest_version: "0.3",
    name: "fitbit",
    display_name: "Fitbit and Google Health",
    version,
    description,
    author: { name: "Pipedream" },
    license,
    keywords,
    server: {
      type: "node",
      entry_point: ENTRY,
      mcp_config: {
        command: "node",
        args: [`\${__dirname}/${ENTRY}`],
        env: Object.fromEntries(settings.map(([name, { variable }]) =>
          [variable, `\${user_config.${name}}`])),
      },
    },
    tools: actions.map(tool),
    // The settings say which of them there are.
    tools_generated: true,
    prompts: QUESTIONS.map((question) => (
      { name: question.name, description: question.description, text: question.text }
    )),
    compatibility: { runtimes: { node } },
    user_config: Object.fromEntries(settings.map(([name, { variable: _, ...asked }]) =>
      [name, { ...asked, required: false }])),
  };
}
