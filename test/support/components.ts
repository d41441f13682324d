import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import googleHealth from "../../google_health.app";
import { splitKey, type AppSlug } from "../../local/catalog/apps";
import { deriveTwin, own as ownOf } from "../../local/catalog/twin";
import { asComponent, isFields, type Component } from "../../local/runtime/component";

/** A component's module. */
export interface Module { default: unknown; googleHealth?: unknown; onFitbit?: unknown }

/** One component on one app. */
export interface Listed {
  /** Its key without the app. */
  name: string;
  app: AppSlug;
  component: Component;
}

/** The component of a module on Google Health. */
export function twin(module: Module): Component {
  const literals = isFields(module.googleHealth) ? module.googleHealth : {};
  return deriveTwin(asComponent(module.default), literals, { ...googleHealth });
}

/** Every component of a folder on its apps, at once: a table of tests cannot wait for them. */
export function listed(folder: "actions" | "sources"): Listed[] {
  const root = join(process.cwd(), folder);
  const file = (name: string) => join(root, name, `${name}.ts`);
  return readdirSync(root).filter((name) => existsSync(file(name))).flatMap((name) => {
    const module = jest.requireActual<Module>(file(name));
    const own = ownOf(asComponent(module.default), { ...module });
    return [own, ...module.googleHealth ? [twin(module)] : []].map((component) => (
      { name, app: splitKey(component.key ?? "").app ?? "fitbit", component }
    ));
  });
}

/** The sources that poll, and do not wait for others to call. */
export const polling = (): Listed[] =>
  listed("sources").filter(({ component: { props = {} } }) => "timer" in props);
