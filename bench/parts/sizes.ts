import { APPS } from "../../local/catalog/apps";
import { filesOf, inRegistryForm, payloadOf } from "../../registry/build";
import { bundled } from "../../registry/bundle/bundle";
import { chosen } from "../../registry/chosen";
import { catalog } from "../home";
import { kB, median, print } from "../table";

const root = process.cwd();
const BOUND = 64_000;
const rows: (string | number)[][] = [];
for (const app of APPS) {
  const payload = await payloadOf(root, app, catalog);
  const all = chosen(catalog, undefined);
  all.delete("google_health-get-health-summary");
  const bundles = (await bundled(payload, all))
    .map(({ path, text }) => ({ path, size: Buffer.byteLength(text) }))
    .sort((a, b) => b.size - a.size);
  const [largest] = bundles;
  const whole = await inRegistryForm(root, payload, chosen(catalog, undefined));
  const files = [...await filesOf(root, [whole])];
  const bytes = files.reduce((sum, [, text]) => sum + Buffer.byteLength(text), 0);
  rows.push([
    app, files.length, kB(bytes), bundles.length, kB(median(bundles.map(({ size }) => size))),
    `${largest?.path.replace(".mjs", "")} ${kB(largest?.size ?? 0)}`, kB(BOUND),
  ]);
}
print("Size of the payload, and of a component in one file", [
  "", "files", "payload", "bundles", "median bundle", "largest", "bound",
], rows);
