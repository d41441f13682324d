import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import googleHealthApp from "../../google_health.app";
import { splitKey } from "../../local/catalog/apps";
import { deriveTwin, described } from "../../local/catalog/twin";
import { asComponent, isFields, type Fields } from "../../local/runtime/component";
import { resolveProps, type ResolvedProp } from "../../local/runtime/props";

export type Kind = "action" | "source";

/** A component on one of the apps, as its users get it. */
export interface Definition {
  kind: Kind;
  /** The name of its folder. */
  name: string;
  component: Fields;
  /** With everything that a `propDefinition` brings. */
  props: ResolvedProp[];
}

/** A component's module, as the rules look at it. */
export interface Subject extends Definition {
  /** Its TypeScript source. */
  text: string;
  /** What it exports, the component too. */
  exports: Fields;
  /** The component on Google Health, when it has a twin there. */
  twin?: Definition;
}

const FOLDERS: Record<Kind, string> = { action: "actions", source: "sources" };

/** Where a component's module stands. */
export interface Place {
  kind: Kind;
  name: string;
  folder: string;
  file: string;
}

/** Every folder of a component under a package root, whatever it holds. */
export function places(root: string): Place[] {
  return (["action", "source"] as const).flatMap((kind) => {
    const directory = join(root, FOLDERS[kind]);
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => {
        const folder = join(directory, name);
        return { kind, name, folder, file: join(folder, `${name}.ts`) };
      });
  });
}

/** The module that stands at a place. */
export async function load({ kind, name, file }: Place): Promise<Subject> {
  const exports = await import(file) as Fields;
  return subjectOf({ kind, name, exports, text: readFileSync(file, "utf8") });
}

/** A module by what it exports and how it is written. */
export function subjectOf(module: Pick<Subject, "kind" | "name" | "exports" | "text">): Subject {
  const { default: exported, googleHealth } = module.exports;
  const component = asComponent(exported);
  const { app = "fitbit" } = splitKey(component.key ?? "");
  const own = described(component, app, module.exports);
  const twin = isFields(googleHealth)
    ? deriveTwin(component, googleHealth, { ...googleHealthApp })
    : undefined;
  return {
    ...module,
    component: { ...own },
    props: resolveProps(own),
    ...twin && { twin: { ...module, component: { ...twin }, props: resolveProps(twin) } },
  };
}

/** A module's component on each of the apps that it is for. */
export function definitionsOf(subject: Subject): Definition[] {
  return subject.twin ? [subject, subject.twin] : [subject];
}

/** The text of a field; empty when it is none. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}

/** The props that a person or an agent fills. */
export function userProps({ props }: Pick<Definition, "props">): ResolvedProp[] {
  return props.filter(({ kind }) => kind === "user");
}
