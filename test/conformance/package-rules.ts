import { existsSync, readdirSync } from "node:fs";
import { isFields, type Fields } from "../../local/runtime/component";
import { textOf, type Place, type Subject } from "./subject";

/** The values that stand there twice or more. */
export function twice(values: readonly string[]): string[] {
  return [...new Set(values.filter((value, i) => values.indexOf(value) !== i))];
}

/** Component folders without their module, or with a file that the registry would publish. */
export function strayFolders(places: readonly Place[]): string[] {
  return places.filter(({ file, folder, name }) => {
    const files = existsSync(file) ? readdirSync(folder) : [];
    return !files.length || files.some((entry) => ![`${name}.ts`, "test-event.ts"].includes(entry));
  }).map(({ name }) => name);
}

/** The definitions under a name that are objects. */
function definitions(props: unknown): [string, Fields][] {
  return Object.entries(isFields(props) ? props : {})
    .filter((entry): entry is [string, Fields] => isFields(entry[1]));
}

/** What the platform fills, a person never sees. */
const isInline = (prop: Fields) =>
  prop.propDefinition === undefined && !["app", "dir"].includes(String(prop.type))
  && !String(prop.type).startsWith("$.");

/** A definition as text: the same for two that say the same in another order. */
function written(prop: Fields): string {
  const fields = Object.entries(prop).sort(([one], [other]) => one < other ? -1 : 1);
  return JSON.stringify(fields, (_, value: unknown) =>
    typeof value === "function" ? String(value) : value);
}

/**
 * Props that are written down twice, by components or by one and its app, under whatever
 * names. One definition that is in use in two places is written down once.
 */
export function repeatedProps(app: Fields, subjects: readonly Subject[]): string[] {
  const inline = subjects.flatMap(({ component }) =>
    definitions(component.props).filter(([, prop]) => isInline(prop))
      .map(([name, prop]) => ({ name: `${textOf(component, "key")} ${name}`, prop })));
  const shared = definitions(app.propDefinitions)
    .map(([name, prop]) => ({ name: `the app's ${name}`, prop }));
  const all = [...shared, ...inline].map((one) => ({ ...one, text: written(one.prop) }));
  return all.flatMap(({ name, prop, text }) => {
    const first = all.find((one) => one.text === text);
    return first && first.prop !== prop ? [`${name} is ${first.name}`] : [];
  });
}

/** Shared prop definitions of an app that no component takes over. */
export function unusedDefinitions(app: Fields, subjects: readonly Subject[]): string[] {
  const used = new Set(subjects.flatMap(({ component }) =>
    definitions(component.props).map(([, { propDefinition }]) =>
      Array.isArray(propDefinition) ? String(propDefinition[1]) : "")));
  return definitions(app.propDefinitions).map(([name]) => name)
    .filter((name) => !used.has(name));
}

/** Every name that a description may show in bold. */
export function namesOf(subjects: readonly Subject[]): Set<string> {
  return new Set(subjects.map(({ component }) => textOf(component, "name")));
}
