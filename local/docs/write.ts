import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pages } from "./pages";
import { picture } from "./picture";

const packageRoot = process.cwd();

const files = { ...await pages(packageRoot), "docs/run.svg": await picture(packageRoot) };
for (const [path, text] of Object.entries(files)) {
  await writeFile(join(packageRoot, path), text);
  console.log(path);
}
