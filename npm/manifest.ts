import { access, copyFile, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** What package.json says of a checkout alone: the command runs there, with its tools. */
const OF_A_CHECKOUT = ["bin", "devDependencies", "overrides"];

const kept = (packageRoot: string) => join(packageRoot, "dist/package.json");

/** Makes package.json the one that is packed; the checkout's is kept beside the build. */
export async function layAside(packageRoot: string): Promise<void> {
  const file = join(packageRoot, "package.json");
  await copyFile(file, kept(packageRoot));
  const fields = Object.entries(JSON.parse(await readFile(file, "utf8")) as object);
  const packed = Object.fromEntries(fields.filter(([name]) => !OF_A_CHECKOUT.includes(name)));
  await writeFile(file, `${JSON.stringify(packed, null, 2)}\n`);
}

/** Puts the checkout's package.json back, where one was laid aside. */
export async function putBack(packageRoot: string): Promise<void> {
  const isAside = await access(kept(packageRoot)).then(() => true, () => false);
  if (isAside) await rename(kept(packageRoot), join(packageRoot, "package.json"));
}
