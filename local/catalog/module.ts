import { basename } from "node:path";
import type { Component, Fields } from "../runtime/component";
import { asComponent, isFields } from "../runtime/component";
import type { AppSlug } from "./apps";
import { splitKey } from "./apps";

/** A module that does not keep to the form; the message names the file and what is wrong. */
export class CatalogError extends Error {
  override name = "CatalogError";
}

export interface ComponentModule {
  component: Component;
  key: string;
  app: AppSlug;
  scopes: string[];
  /** The literals that differ on Google Health, when there is a twin. */
  googleHealth?: Fields;
  /** The key of what takes its place on Google Health, null when nothing does. */
  successor?: string | null;
  /** All that the module exports. */
  exports: Fields;
}

/** `import()` reads a path as an address: these characters would end or change it. */
const specifier = (file: string): string => file.replace(/[%#?]/g, encodeURIComponent);

/** The exports of a module of this package. */
export async function importModule(file: string): Promise<Fields> {
  try {
    return await import(specifier(file)) as Fields;
  } catch (error) {
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error);
    throw new CatalogError(`${file} cannot be loaded: ${reason}`, { cause: error });
  }
}

/** A list of scopes. */
export function scopesOf(value: unknown, where: string): string[] {
  if (Array.isArray(value) && value.every((scope) => typeof scope === "string")) return value;
  throw new CatalogError(`${where} has no list of scopes: write \`scopes = ["sleep"]\`.`);
}

function successorOf({ successor }: Fields, where: string): Pick<ComponentModule, "successor"> {
  if (successor === undefined) return {};
  if (successor === null || typeof successor === "string") return { successor };
  throw new CatalogError(`${where} names no successor: write a component's key, or null.`);
}

/**
 * A component's module: the component and what is exported beside it.
 * @throws CatalogError when it does not load or lacks a key or scopes.
 */
export async function readModule(file: string): Promise<ComponentModule> {
  const where = basename(file);
  const exports = await importModule(file);
  const component = asComponent(exports.default);
  const { key = "" } = component;
  const { app } = splitKey(key);
  if (!app) throw new CatalogError(`${where} has no key that starts with fitbit- or google_health-.`);
  return {
    component,
    key,
    app,
    exports,
    scopes: scopesOf(exports.scopes, where),
    ...(isFields(exports.googleHealth) ? { googleHealth: exports.googleHealth } : {}),
    ...successorOf(exports, where),
  };
}
