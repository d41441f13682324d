import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pages } from "./pages";

const packageRoot = process.cwd();

for (const [path, text] of Object.entries(await pages(packageRoot))) {
  await writeFile(join(packageRoot, path), text);
  console.log(path);
}
