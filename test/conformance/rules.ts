import { isDeepStrictEqual } from "node:util";
import { isFields } from "../../local/runtime/component";
import { descriptionProblem, isTitle, opener } from "./prose";
import { textOf, userProps, type Subject } from "./subject";

/** Gives what is wrong, in words; nothing when the rule is kept. */
type Problem = string | false | undefined;
export type Rule = (subject: Subject, names: ReadonlySet<string>) => Problem;
export type Rules = Record<string, Rule>;

const FIRST_LITERALS = [/\bkey:\s*(.*)/, /\bversion:\s*(.*)/];
const IMPORT = /^(?:import|export)\b[^;]*?from\s+"([^"]+)";|\bimport\(\s*"([^"]+)"/gm;
const SHIPPED = [
  /^\.\.\/\.\.\/(?:common\/[\w/-]+|fitbit\.app|google_health\.app)$/,
  /^\.\/[\w-]+$/,
  /^@pipedream\/platform$/,
];
const SLUGS = ["fitbit", "google_health"];

/** The slug of the app that a component belongs to. */
function appOf({ props: [first] }: Subject): string {
  return first?.kind === "app" ? first.app ?? "" : "";
}

/** The first prop of which the test finds something wrong, and what. */
function firstProblem<T extends { name: string }>(
  props: readonly T[],
  problem: (prop: T) => Problem,
): string | undefined {
  for (const prop of props) {
    const found = problem(prop);
    if (found) return `${prop.name} ${found}`;
  }
  return undefined;
}

export const everyComponent: Rules = {
  "its key, name, description, version and type are texts of its own": ({ component }) =>
    ["key", "name", "description", "version", "type"]
      .find((field) => !Object.hasOwn(component, field) || !textOf(component, field)),

  "its first key and version are double-quoted literals": ({ text, component }) =>
    FIRST_LITERALS
      .map((pattern) => pattern.exec(text)?.[1] ?? "nothing")
      .find((found) => !["key", "version"].some((field) => found === `"${textOf(component, field)}",`)),

  "it is made for agents": ({ component }) => component.ai !== "optimized" && "no ai: \"optimized\"",

  "its key is the app and its folder": (subject) => {
    const key = textOf(subject.component, "key");
    const isKey = /^[a-z_]+-[a-z0-9]+(-[a-z0-9]+)*$/.test(key);
    return (!isKey || key !== `${appOf(subject)}-${subject.name}`) && key;
  },

  "its version is three numbers": ({ component }) =>
    !/^\d+\.\d+\.\d+$/.test(textOf(component, "version")) && textOf(component, "version"),

  "its name is a title without article or app": ({ component }) =>
    !isTitle(textOf(component, "name")) && textOf(component, "name"),

  "its description ends with a link and names only what exists": ({ component }, names) =>
    descriptionProblem(textOf(component, "description"), names),

  "its first prop is the app": (subject) => {
    const [first] = subject.props;
    return !SLUGS.includes(appOf(subject)) && (first?.name ?? "it has none");
  },

  "every prop has a label and a description with an example": (subject) =>
    firstProblem(userProps(subject), ({ label, description = "" }) =>
      (!label && "has no label")
      || (!/(?:e\.g\.|Example)[^`]*`[^`]+`/.test(description) && "has no example")),

  "no prop speaks of what is on a screen": (subject) =>
    firstProblem(userProps(subject), ({ description = "" }) =>
      /dropdown|drop-down|select from|click/i.test(description) && `says: ${description}`),

  "what a prop shows in bold is a tool or a prop": (subject, names) =>
    firstProblem(userProps(subject), ({ description = "" }) => {
      const labels = subject.props.map(({ label }) => label);
      return [...description.matchAll(/\*\*(.+?)\*\*/g)].map(([, bold = ""]) => bold)
        .find((bold) => !names.has(bold) && !labels.includes(bold));
    }),

  "a prop that is an id names the tool that gives it": (subject) =>
    firstProblem(userProps(subject), ({ name, description = "" }) =>
      /Ids?$/.test(name) && !/\*\*.+?\*\*/.test(description) && "names no **Tool**"),

  "props are in camel case": ({ props }) =>
    firstProblem(props, ({ name, kind }) =>
      kind !== "app" && !/^[a-z][a-zA-Z0-9]*$/.test(name) && "is not"),

  "a prop with a default is optional": (subject) =>
    firstProblem(userProps(subject), (prop) =>
      prop.default !== undefined && !prop.optional && "is required, and has a default"),

  "no prop is an object, but with its JSON shown": (subject) =>
    firstProblem(userProps(subject), ({ type, description = "" }) =>
      /^(object|any)/.test(type) && !/`[{[].*[}\]]`/.test(description) && `is ${type}`),

  "no prop changes the others": ({ component, props }) =>
    (component.additionalProps !== undefined && "it has additionalProps")
    || firstProblem(props, ({ reloadProps }) => reloadProps && "reloads props"),

  "it imports the platform, its app, common and its own folder alone": ({ text }) =>
    [...text.matchAll(IMPORT)].map(([, from, dynamic]) => from ?? dynamic ?? "")
      .find((from) => !SHIPPED.some((pattern) => pattern.test(from))),

  "it says nothing to a console and reads no environment": ({ text }) =>
    /\b(?:console|process)\./.exec(text)?.[0],
};

const WRITES = /^(?:add|create|log|remove|update)-/;
const READS = /^(?:describe|get|list|search)-/;
const HINTS = ["readOnlyHint", "destructiveHint", "openWorldHint"];

export const everyAction: Rules = {
  "it is an action": ({ component }) => component.type !== "action" && String(component.type),

  "it says what it does to data": ({ name, component }) => {
    const hints = isFields(component.annotations) ? component.annotations : {};
    const missing = HINTS.find((hint) => typeof hints[hint] !== "boolean");
    if (missing) return `${missing} is no boolean`;
    const { readOnlyHint, destructiveHint, openWorldHint } = hints;
    return (!openWorldHint && "it asks an API: openWorldHint")
      || (READS.test(name) && !readOnlyHint && "it reads: readOnlyHint")
      || (readOnlyHint === true && destructiveHint === true && "it cannot be both")
      || (WRITES.test(name) && readOnlyHint === true && "it writes: readOnlyHint")
      || (/^delete-/.test(name) && (readOnlyHint === true || destructiveHint !== true)
        && "it deletes: destructiveHint");
  },

  "its name starts with a verb": ({ name }) =>
    !READS.test(name) && !WRITES.test(name) && !/^(?:delete|make)-/.test(name) && name,

  "it exports a summary": ({ text }) =>
    !text.includes("$.export(\"$summary\",") && "no $.export(\"$summary\", …)",

  "it passes $ on": ({ text }) =>
    (!/\brun\(\{ \$[ ,]/.test(text) && "run does not take $")
    || (!/\{\s*\$\s*[,}]/.test(text.replace(/\brun\(\{[^}]*\}/, "")) && "$ goes nowhere"),

  "it neither waits nor ends the workflow": ({ text }) => /\$\.flow\b/.exec(text)?.[0],
};

const isJson = (value: unknown): boolean =>
  isFields(value) && Object.keys(value).length > 0
  && isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);

export const everySource: Rules = {
  "it is a source": ({ component }) => component.type !== "source" && String(component.type),

  "it has no annotations": ({ component }) =>
    component.annotations !== undefined && "annotations are for actions",

  "it says how events are told apart": ({ component }) =>
    !["unique", "greatest", "last"].includes(textOf(component, "dedupe")) && "no dedupe",

  "it shows a sample event that is JSON": ({ component }) =>
    !isJson(component.sampleEmit) && "no sampleEmit, or one that JSON does not keep",

  "its name and description say what is new": ({ component }) =>
    (!textOf(component, "name").startsWith("New ") && textOf(component, "name"))
    || (!textOf(component, "description").startsWith("Emit new ")
      && opener(textOf(component, "description"))),

  "it is woken by a timer with a default, or by a request, and has a store": ({ props }) => {
    const named = (name: string) => props.find((prop) => prop.name === name);
    const timer = named("timer");
    return (named("db")?.type !== "$.service.db" && "no db")
      || (named("http")?.kind !== "http" && timer?.kind !== "timer" && "no timer")
      || (timer?.kind === "timer" && !isFields(timer.default) && "its timer has no default");
  },

  "it leaves its store to the helpers": ({ text }) => /\bthis\.db\b/.exec(text)?.[0],

  "it tells of the past when it is deployed, and at no other time": ({ component }) => {
    const hooks = isFields(component.hooks) ? component.hooks : {};
    return typeof hooks.deploy !== "function" && "no hooks.deploy";
  },
};
