import { isFields } from "../../local/runtime/component";
import { descriptionProblem } from "./prose";
import type { Rules } from "./rules";
import { textOf } from "./subject";

const FITBIT_SCOPES = [
  "activity", "blood_glucose", "cardio_fitness", "electrocardiogram", "heartrate",
  "irregular_rhythm_notifications", "location", "nutrition", "oxygen_saturation", "profile",
  "respiratory_rate", "settings", "sleep", "social", "temperature", "weight",
];

const BOTH_WAYS = [
  "activity_and_fitness", "health_metrics_and_measurements", "nutrition", "profile", "settings",
  "sleep",
];

const GOOGLE_SCOPES = [
  ...BOTH_WAYS.flatMap((scope) => [`${scope}.readonly`, `${scope}.writeonly`]),
  "ecg.readonly", "irn.readonly", "location.readonly",
];

function scopeProblem(scopes: unknown, known: string[]): string | undefined {
  if (!Array.isArray(scopes) || scopes.length === 0) return "no list of scopes";
  return scopes.map(String).find((scope) => !known.includes(scope));
}

const DIFFERS = ["description", "version", "scopes", "props", "name", "sampleEmit"];

const isGoogleOnly = (key: string) => key.startsWith("google_health-");

/** What a component's module says beside the component. */
export const everyModule: Rules = {
  "it names the scopes it needs": ({ component, exports }) => {
    const known = isGoogleOnly(textOf(component, "key")) ? GOOGLE_SCOPES : FITBIT_SCOPES;
    return scopeProblem(exports.scopes, known);
  },

  "it has a twin on Google Health, or says what takes its place": ({ component, exports }) => {
    const { googleHealth, successor } = exports;
    if (isGoogleOnly(textOf(component, "key"))) return undefined;
    if (isFields(googleHealth)) return successor !== undefined && "it has a twin and a successor";
    return successor !== null && !/^[a-z0-9-]+$/.test(textOf(exports, "successor"))
      && "no googleHealth, and no successor (null where there is none)";
  },

  "its twin is described as well as itself": ({ component, exports: { googleHealth } }, names) => {
    if (!isFields(googleHealth)) return undefined;
    const description = textOf(googleHealth, "description");
    const isEmit = component.type !== "source" || description.startsWith("Emit new ");
    return (!/^\d+\.\d+\.\d+$/.test(textOf(googleHealth, "version")) && "its version")
      || (!isEmit && "it does not start with Emit new")
      || descriptionProblem(description, names)
      || scopeProblem(googleHealth.scopes, GOOGLE_SCOPES);
  },

  "its twin says only what differs": ({ exports: { googleHealth } }) =>
    isFields(googleHealth)
    && Object.keys(googleHealth).find((field) => !DIFFERS.includes(field)),

  "its twin leaves out or changes only props that are there": (subject) => {
    const { googleHealth } = subject.exports;
    const { props: given } = isFields(googleHealth) ? googleHealth : {};
    const changes = isFields(given) ? given : {};
    const known = subject.props.map(({ name }) => name);
    return Object.keys(changes)
      .find((name) => changes[name] === null && !known.includes(name));
  },

  "a failure names its own twin, or its successor": ({ name, component, text, exports }) => {
    if (isGoogleOnly(textOf(component, "key"))) return undefined;
    const named = /\bsuccessor: (?:"([^"]*)"|null)/.exec(text);
    const other = isFields(exports.googleHealth) ? name : exports.successor;
    const expected = typeof other === "string" ? `google_health-${other}` : undefined;
    return (!named || named[1] !== expected) && `successor: ${named?.[1] ?? "none"}`;
  },
};
