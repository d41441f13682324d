import type { ComponentType } from "../catalog/files";
import type { ResolvedProp } from "../runtime";
import type { Fields } from "../runtime/component";

const DAYS: Record<string, string> = {
  date: "yesterday",
  startDate: "7 days ago",
  endDate: "yesterday",
};

interface Called {
  type: ComponentType;
  /** As it is written: in full, or without the app. */
  key: string;
  props: readonly ResolvedProp[];
  /** What the component itself gives as one. */
  example?: Fields;
}

const EXAMPLE = /(?:e\.g\.|such as|for example)\s+`([^`]+)`/i;

/** A value of the prop that a person may try. */
function valueOf({ name, description = "", options, default: preset, type }: ResolvedProp): string {
  const stated = DAYS[name] ?? EXAMPLE.exec(description)?.[1] ?? options?.[0]?.value ?? preset;
  if (typeof stated === "string" || typeof stated === "number") return String(stated);
  return type.startsWith("integer") ? "1" : type.startsWith("boolean") ? "true" : "…";
}

/** The component's own example; else what is required, and the days. */
function valuesFor({ props, example }: Called): [string, string][] {
  if (example) return Object.entries(example).map(([prop, value]) => [prop, String(value)]);
  return props
    .filter(({ kind, name, optional, default: preset }) => kind === "user"
      && (name === "date" || name === "startDate" || (!optional && preset === undefined)))
    .map((prop) => [prop.name, valueOf(prop)]);
}

const quoted = (text: string): string =>
  /^[\w.,:=/@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/**
 * A command line that tries a component out; where it needs the id of a record, the one that
 * lists them.
 */
export function exampleOf(called: Called): string {
  const { type, key, props } = called;
  const chosen = props.find(({ hasAsyncOptions, optional }) => hasAsyncOptions && !optional);
  if (chosen) return `npx fitbit describe ${quoted(key)} --options ${chosen.name}`;
  const given = valuesFor(called).map(([prop, value]) => `--prop ${quoted(`${prop}=${value}`)}`);
  const command = type === "source" ? "watch" : "run";
  const event = props.some(({ kind }) => kind === "apphook") ? ["--event @event.json"] : [];
  return ["npx fitbit", command, quoted(key), ...given, ...event].join(" ");
}
