import type { ComponentType } from "../catalog/files";
import type { ResolvedProp } from "../runtime";

/** Where what is required alone does not make a call that works, or tells too little. */
const CHOSEN: Record<string, Record<string, string>> = {
  "list-activity-logs": { startDate: "7 days ago" },
  "list-sleep-logs": { startDate: "7 days ago" },
  "log-sleep": { date: "yesterday", startTime: "14:00", durationMinutes: "25" },
  "log-activity": { activityName: "Yoga", startTime: "07:30", durationMinutes: "45" },
  "update-profile": { aboutMe: "Runs at dawn" },
  "google_health-update-profile": { height: "178.5", unitSystem: "metric" },
};

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
}

const EXAMPLE = /(?:e\.g\.|such as|for example)\s+`([^`]+)`/i;

/** A value of the prop that a person may try. */
function valueOf({ name, description = "", options, default: preset, type }: ResolvedProp): string {
  const stated = DAYS[name] ?? EXAMPLE.exec(description)?.[1] ?? options?.[0]?.value ?? preset;
  if (typeof stated === "string" || typeof stated === "number") return String(stated);
  return type.startsWith("integer") ? "1" : type.startsWith("boolean") ? "true" : "…";
}

function valuesFor(name: string, { key, props }: Called): [string, string][] {
  const chosen = CHOSEN[key] ?? CHOSEN[name];
  if (chosen) {
    return Object.entries(chosen).filter(([prop]) => props.some((own) => own.name === prop));
  }
  return props
    .filter((prop) => prop.kind === "user" && (prop.name === "date"
      || (!prop.optional && prop.default === undefined)))
    .map((prop) => [prop.name, valueOf(prop)]);
}

const quoted = (text: string): string =>
  /^[\w.,:=/@+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;

/**
 * A command line that tries a component out; where it needs the id of a record, the one that
 * lists them.
 * @param name the key, or its part after the app
 */
export function exampleOf(name: string, called: Called): string {
  const { type, key, props } = called;
  const chosen = props.find(({ hasAsyncOptions, optional }) => hasAsyncOptions && !optional);
  if (chosen) return `npx fitbit describe ${key} --options ${chosen.name}`;
  const given = valuesFor(name, called).map(([prop, value]) => `--prop ${quoted(`${prop}=${value}`)}`);
  const command = type === "source" ? "watch" : "run";
  return ["npx fitbit", command, key, ...given].join(" ");
}
