import { loadCatalog, type CatalogComponent } from "../local/catalog/catalog";
import { carryRequests, runAction, type ActionRun } from "../local/runtime";
import type { Fields } from "../local/runtime/component";
import { startSandbox } from "../local/sandbox";

export const catalog = await loadCatalog(process.cwd());

export function componentOf(key: string): CatalogComponent {
  const found = catalog.find(({ entry }) => entry.key === key);
  if (!found) throw new Error(`There is no ${key}.`);
  return found;
}

/** A person's sandbox, with the way to it. */
export async function openHome() {
  const sandbox = await startSandbox({ rateLimit: false });
  const carrier = carryRequests({ sandboxUrl: sandbox.url });
  const platform = {
    accounts: () => ({ oauth_access_token: "sandbox" }),
    clock: () => Promise.resolve(sandbox.person.now),
    log: () => undefined,
  };
  return {
    sandbox,
    carrier,
    platform,
    /** Runs an action; gives what came of it, and how many requests that took. */
    async run(key: string, props: Fields): Promise<{ run: ActionRun; requests: number }> {
      const before = carrier.requests.length;
      const run = await runAction(componentOf(key).component, { props, ...platform });
      return { run, requests: carrier.requests.length - before };
    },
    async control(name: string, body: object) {
      await fetch(`${sandbox.url}/_sandbox/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json", "connection": "close" },
        body: JSON.stringify(body),
      });
    },
    async close() {
      carrier.stop();
      await sandbox.close();
    },
  };
}
