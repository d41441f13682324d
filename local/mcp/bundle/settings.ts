import type { AppSlug } from "../../catalog/apps";
import { APPS, APP_NAMES } from "../../catalog/apps";
import type { McpFlags } from "../../cli/mcp";
import { tokenVariable } from "../../cli/accounts";
import { UsageError } from "../../cli/usage";

/** A question of the form that a desktop client shows before it starts the server. */
interface Setting {
  /** The variable of the environment that the server reads it from. */
  variable: string;
  type: "string" | "boolean";
  title: string;
  description: string;
  sensitive?: boolean;
  default?: boolean;
}

const token = (app: AppSlug): Setting => ({
  variable: tokenVariable(app),
  type: "string",
  title: `Access token of ${APP_NAMES[app]}`,
  description: `Left empty where \`fitbit connect ${app}\` connected it, or it is not used.`,
  sensitive: true,
});

const flag = (variable: string, title: string, description: string): Setting =>
  ({ variable, type: "boolean", title, description, default: false });

export const SETTINGS = {
  app: {
    variable: "MCP_APP",
    type: "string",
    title: "App",
    description: `${APPS.join(" or ")}. Left empty, the one that has an account.`,
  },
  google_health_token: token("google_health"),
  fitbit_token: token("fitbit"),
  read_only: flag("MCP_READ_ONLY", "Read only", "Offer no tool that writes."),
  all: flag("MCP_ALL", "Every action", "Offer every action, not only the dozen that answer most questions."),
  sandbox: flag("MCP_SANDBOX", "Sandbox", "Answer with the data of an invented person, without an account."),
} satisfies Record<string, Setting>;

/** What the form says; what it leaves empty comes as nothing, or as its own placeholder. */
function told(env: NodeJS.ProcessEnv, { variable }: Setting): string | undefined {
  const text = env[variable]?.trim() ?? "";
  return text === "" || text.startsWith("${") ? undefined : text;
}

function readApp(text: string | undefined): Pick<McpFlags, "app"> {
  if (text === undefined) return {};
  const app = APPS.find((slug) => slug === text.toLowerCase().replace(/\W/g, "_"));
  if (!app) throw new UsageError(`The apps are ${APPS.join(" and ")}, not ${text}.`);
  return { app };
}

/** The flags of the command that the settings come to. */
export function flagsOf(env: NodeJS.ProcessEnv): McpFlags {
  const isOn = (setting: Setting): boolean => told(env, setting) === "true";
  return {
    ...readApp(told(env, SETTINGS.app)),
    readOnly: isOn(SETTINGS.read_only),
    all: isOn(SETTINGS.all),
    sandbox: isOn(SETTINGS.sandbox),
  };
}

/** The environment without what a form left empty. */
export function environmentOf(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const left = Object.values<Setting>(SETTINGS)
    .filter((setting) => told(env, setting) === undefined)
    .map(({ variable }) => variable);
  return Object.fromEntries(Object.entries(env).filter(([name]) => !left.includes(name)));
}
