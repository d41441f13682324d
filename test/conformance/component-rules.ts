import { descriptionProblem, isTitle } from "./prose";
import type { Rules } from "./rules";
import { textOf, type Definition } from "./subject";

const SLUGS = ["fitbit", "google_health"];

/** What Pipedream's registry has already; a twin of one of these is new. */
const TAKEN_OVER = new Set([
  "fitbit-get-activity-summary",
  "fitbit-get-body-weight",
  "fitbit-get-daily-steps",
  "fitbit-get-heart-rate",
  "fitbit-get-nutrition-water",
  "fitbit-get-sleep-data",
  "google_health-get-identity",
  "google_health-list-data-points",
]);

/** The slug of the app that a component belongs to. */
function appOf({ props: [first] }: Definition): string {
  return first?.kind === "app" ? first.app ?? "" : "";
}

/** What every component keeps on each of its apps. */
export const everyComponent: Rules = {
  "its key, name, description, version and type are texts of its own": ({ component }) =>
    ["key", "name", "description", "version", "type"]
      .find((field) => !Object.hasOwn(component, field) || !textOf(component, field)),

  "it is made for agents": ({ component }) => component.ai !== "optimized" && "no ai: \"optimized\"",

  "its key is the app and its folder": (subject) => {
    const key = textOf(subject.component, "key");
    const isKey = /^[a-z_]+-[a-z0-9]+(-[a-z0-9]+)*$/.test(key);
    return (!isKey || key !== `${appOf(subject)}-${subject.name}`) && key;
  },

  // None of ours is published yet: from then on a version only grows.
  "its version is the first one: 0.0.1, or 0.1.0 where the registry has the key": ({ component }) => {
    const first = TAKEN_OVER.has(textOf(component, "key")) ? "0.1.0" : "0.0.1";
    return component.version !== first && `${textOf(component, "version")} is not ${first}`;
  },

  "its name is a title without article or app": ({ component }) =>
    !isTitle(textOf(component, "name")) && textOf(component, "name"),

  "its description ends with a link and names only what exists": ({ component }, names) =>
    descriptionProblem(textOf(component, "description"), names),

  "its description is no longer than 1,000 characters": ({ component }) => {
    const { length } = textOf(component, "description");
    return length > 1000 && `${length} characters`;
  },

  "its first prop is the app": (subject) => {
    const [first] = subject.props;
    return !SLUGS.includes(appOf(subject)) && (first?.name ?? "it has none");
  },

  "required props come before optional ones": ({ props }) => {
    const asked = props.filter(({ kind }) => kind === "user");
    const optional = asked.findIndex((prop) => prop.optional);
    const late = asked.find((prop, i) => !prop.optional && optional >= 0 && i > optional);
    return late && `${late.name} comes after ${asked[optional]?.name ?? ""}`;
  },

  "none of its props changes the others": ({ component, props }) =>
    (component.additionalProps !== undefined && "it has additionalProps")
    || props.find(({ reloadProps }) => reloadProps)?.name,
};
