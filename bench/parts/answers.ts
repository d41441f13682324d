import type { Fields } from "../../local/runtime/component";
import { catalog, openHome } from "../home";
import { print } from "../table";

/** Bytes that a record of a list may have, unless all of it is asked for. */
const BOUND = 450;

const home = await openHome();
const rows: (string | number)[][] = [];
for (const { entry: { key }, component } of catalog) {
  if (!/-list-.*-logs$/.test(key)) continue;
  const { props = {} } = component;
  const days = "startDate" in props ? { startDate: "30 days ago" } : {};
  const { run } = await home.run(key, days);
  const result = run.ok ? run.return as Fields : {};
  const records = Object.values(result).find((value) => Array.isArray(value)) ?? [];
  const sizes = (records as unknown[]).map((one) => JSON.stringify(one).length);
  if (sizes.length) rows.push([key, sizes.length, Math.max(...sizes), BOUND]);
}
await home.close();
print("Bytes of a record in a list's default answer", ["", "records", "largest", "bound"], rows);
