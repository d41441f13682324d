import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { resultsFile, resultsText } from "./generate";

const packageRoot = process.cwd();

await writeFile(join(packageRoot, resultsFile), await resultsText(packageRoot));
console.log(resultsFile);
