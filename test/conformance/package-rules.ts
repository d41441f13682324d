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

function definitions({ component }: Subject): [string, Fields][] {
  const props = isFields(component.props) ? component.props : {};
  return Object.entries(props)
    .filter((entry): entry is [string, Fields] => isFields(entry[1]));
}

const isInline = (prop: Fields) =>
  prop.propDefinition === undefined && prop.type !== "app"
  && !String(prop.type).startsWith("$.");

/** Names of props that two components write down by themselves. */
export function repeatedProps(subjects: readonly Subject[]): string[] {
  return twice(subjects.flatMap((subject) =>
    definitions(subject).filter(([, prop]) => isInline(prop)).map(([name]) => name)));
}

/** Shared prop definitions of an app that no component takes over. */
export function unusedDefinitions(app: Fields, subjects: readonly Subject[]): string[] {
  const used = new Set(subjects.flatMap((subject) =>
    definitions(subject).map(([, { propDefinition }]) =>
      Array.isArray(propDefinition) ? String(propDefinition[1]) : "")));
  const shared = isFields(app.propDefinitions) ? app.propDefinitions : {};
  return Object.keys(shared).filter((name) => !used.has(name));
}

/** Every name that a description may show in bold. */
export function namesOf(subjects: readonly Subject[]): Set<string> {
  return new Set(subjects.map(({ component }) => textOf(component, "name")));
}
