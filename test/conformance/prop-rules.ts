import type { ResolvedProp } from "../../local/runtime/props";
import type { Problem, Rules } from "./rules";
import { userProps, type Definition } from "./subject";

/** The props of which the test finds something wrong, and what. */
function problems(subject: Definition, problem: (prop: ResolvedProp) => Problem): string {
  return userProps(subject).flatMap((prop) => {
    const found = problem(prop);
    return found ? [`${prop.name} ${found}`] : [];
  }).join(", ");
}

/** The words that a description sets off as what is written literally. */
const literals = (description: string): string[] =>
  [...description.matchAll(/`([^`]+)`/g)].map(([, word = ""]) => word);

/** How a description lists the only words that a prop may hold. */
const CHOICE = /\bOne of `|`[^`]+` for [^`]+`[^`]+` for /;

/** What every prop that a person or an agent fills keeps. */
export const everyProp: Rules = {
  "it has a label and a description with an example": (subject) =>
    problems(subject, ({ label, description = "" }) =>
      (!label && "has no label")
      || (!/(?:e\.g\.|Example)[^`]*`[^`]+`/.test(description) && "has no example")),

  "its description is no longer than 1,000 characters": (subject) =>
    problems(subject, ({ description = "" }) =>
      description.length > 1000 && `has ${description.length} characters`),

  "it does not speak of what is on a screen": (subject) =>
    problems(subject, ({ description = "" }) =>
      /dropdown|drop-down|select from|click/i.test(description) && `says: ${description}`),

  "what it shows in bold is a tool or a prop": (subject, names) =>
    problems(subject, ({ description = "" }) => {
      const labels = subject.props.map(({ label }) => label);
      return [...description.matchAll(/\*\*(.+?)\*\*/g)].map(([, bold = ""]) => bold)
        .find((bold) => !names.has(bold) && !labels.includes(bold));
    }),

  "when it is an id, it names the tool that gives it": (subject) =>
    problems(subject, ({ name, description = "" }) =>
      /Ids?$/.test(name) && !/\*\*.+?\*\*/.test(description) && "names no **Tool**"),

  "its name is in camel case": (subject) =>
    problems(subject, ({ name }) => !/^[a-z][a-zA-Z0-9]*$/.test(name) && "is not"),

  "with a default it is optional": (subject) =>
    problems(subject, (prop) =>
      prop.default !== undefined && !prop.optional && "is required, and has a default"),

  "it is no object, but with its JSON shown": (subject) =>
    problems(subject, ({ type, description = "" }) =>
      /^(object|any)/.test(type) && !/`[{[].*[}\]]`/.test(description) && `is ${type}`),

  "a fixed choice is a list of options": (subject) =>
    problems(subject, ({ options, hasAsyncOptions, description = "" }) =>
      !options && !hasAsyncOptions && CHOICE.test(description) && "offers words, and no options"),

  "the values of its options are named": (subject) =>
    problems(subject, ({ options = [], description = "" }) => {
      const named = literals(description);
      const isNamed = (value: string) => named.includes(value)
        || value.split(/(?<=\/)/).every((part) => named.includes(part));
      const unnamed = options.map(({ value }) => String(value))
        .filter((value) => !isNamed(value));
      return unnamed.length > 0 && `does not name ${unnamed.join(", ")}`;
    }),
};
