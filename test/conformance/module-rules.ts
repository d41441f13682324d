import { pollsOf } from "../../local/catalog/description";
import { isFields } from "../../local/runtime/component";
import type { Rules } from "./rules";
import { textOf, type Subject } from "./subject";

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

/** What makes any request needs the scopes of that, which nobody can name. */
const isOfAnyScope = (name: string) => name.startsWith("make-");

function scopeProblem(name: string, scopes: unknown, known: string[]): string | undefined {
  if (!Array.isArray(scopes)) return "no list of scopes";
  if ((scopes.length === 0) !== isOfAnyScope(name)) return `${scopes.length} scopes`;
  return scopes.map(String).find((scope) => !known.includes(scope));
}

const DIFFERS = [
  "description", "docs", "records", "example", "version", "scopes", "props", "sampleEmit",
  "polls",
];

const isGoogleOnly = (key: string) => key.startsWith("google_health-");

/** What a component's module says beside the component. */
export const everyModule: Rules<Subject> = {
  "it names the scopes it needs": ({ name, component, exports }) => {
    const known = isGoogleOnly(textOf(component, "key")) ? GOOGLE_SCOPES : FITBIT_SCOPES;
    return scopeProblem(name, exports.scopes, known);
  },

  "it has a twin on Google Health, or says what takes its place": ({ component, exports }) => {
    const { googleHealth, successor } = exports;
    if (isGoogleOnly(textOf(component, "key"))) return undefined;
    if (isFields(googleHealth)) return successor !== undefined && "it has a twin and a successor";
    return successor !== null && !/^google_health-[a-z0-9-]+$/.test(textOf(exports, "successor"))
      && "no googleHealth, and no successor (null where there is none)";
  },

  "its twin has a version and scopes of its own": ({ name, exports: { googleHealth } }) =>
    isFields(googleHealth)
    && ((!textOf(googleHealth, "version") && "its version")
      || scopeProblem(name, googleHealth.scopes, GOOGLE_SCOPES)),

  "a source that polls says what that costs, on each of its apps": (subject) => {
    const { exports: { polls, googleHealth }, props } = subject;
    if (!props.some(({ kind }) => kind === "timer")) return polls !== undefined && "polls";
    return (!pollsOf(polls) && "no polls")
      || (isFields(googleHealth) && !pollsOf(googleHealth.polls) && "no polls in googleHealth");
  },

  "its twin says only what differs": ({ exports: { googleHealth } }) =>
    isFields(googleHealth)
    && Object.keys(googleHealth).find((field) => !DIFFERS.includes(field)),

  "its twin leaves out or changes only props that are there": (subject) => {
    const { googleHealth } = subject.exports;
    const { props: changes } = isFields(googleHealth) ? googleHealth : {};
    const known = subject.props.map(({ name }) => name);
    return Object.keys(isFields(changes) ? changes : {}).find((name) => !known.includes(name));
  },
};
