import { isDeepStrictEqual } from "node:util";
import { isFields } from "../../local/runtime/component";
import { opener } from "./prose";
import type { Rules } from "./rules";
import { textOf, type Definition } from "./subject";

const WRITES = /^(?:add|create|log|remove|update)-/;
const READS = /^(?:describe|get|list|search)-/;
const HINTS = ["readOnlyHint", "destructiveHint", "openWorldHint"];

/** An action's `run`: the names that it takes, and its body. */
function runOf({ component }: Definition): { takes: string[]; body: string } {
  const [head = "", names = ""] = /\(\{([^}]*)\}[^)]*\)/.exec(String(component.run)) ?? [];
  const takes = names.split(",").map((name) => name.trim());
  return { takes, body: String(component.run).replace(head, "") };
}

/** What every action keeps on each of its apps. */
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

  "it exports a summary": (subject) =>
    !runOf(subject).body.includes("$.export(\"$summary\",") && "no $.export(\"$summary\", …)",

  "it passes $ on": (subject) => {
    const { takes, body } = runOf(subject);
    return (!takes.includes("$") && "run does not take $")
      || (!/[({,]\s*\$\s*[,)}]/.test(body) && "$ goes nowhere");
  },

  "it neither waits nor ends the workflow": (subject) => /\$\.flow\b/.exec(runOf(subject).body)?.[0],
};

const isJson = (value: unknown): boolean =>
  isFields(value) && Object.keys(value).length > 0
  && isDeepStrictEqual(JSON.parse(JSON.stringify(value)), value);

/** What every source keeps on each of its apps. */
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

  "one that polls tells of the past when it is deployed, and at no other time": ({
    component, props,
  }) => {
    const hooks = isFields(component.hooks) ? component.hooks : {};
    const polls = props.some(({ kind }) => kind === "timer");
    return polls && typeof hooks.deploy !== "function" && "no hooks.deploy";
  },
};
