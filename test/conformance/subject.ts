import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isFields, type Fields } from "../../local/runtime/component";
import { resolveProps, type ResolvedProp } from "../../local/runtime/props";

export type Kind = "action" | "source";

/** A component as the rules look at it. */
export interface Subject {
  kind: Kind;
  /** The name of its folder. */
  name: string;
  /** Its TypeScript source. */
  text: string;
  component: Fields;
  /** What its module exports beside it. */
  exports: Fields;
  /** With everything that a `propDefinition` brings. */
  props: ResolvedProp[];
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

export async function load({ kind, name, file }: Place): Promise<Subject> {
  const exports = await import(file) as Fields;
  const component = isFields(exports.default) ? exports.default : {};
  const text = readFileSync(file, "utf8");
  return { kind, name, text, component, exports, props: resolveProps(component) };
}

/** The text of a field; empty when it is none. */
export function textOf(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === "string" ? value : "";
}

/** The props that a person or an agent fills. */
export function userProps({ props }: Pick<Subject, "props">): ResolvedProp[] {
  return props.filter(({ kind }) => kind === "user");
}
