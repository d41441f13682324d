import { createHash } from "node:crypto";
import {
  copyFileSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";

const FOLDERS = ["local", "common", "actions", "sources"];
/** What else has a say in what comes out. */
const BESIDE = [
  "package.json",
  "package-lock.json",
  "tsconfig.json",
  "bin/compile.js",
  "node_modules/esbuild/package.json",
];
const ENTRY = /^(local\/cli\/main|\w+\.app|(actions|sources)\/([^/]+)\/\3)\.ts$/;
const COPIED = /^package\.json$|\.mjs$/;
const DAY_MS = 86_400_000;

/** Everything a build is made of, relative to the package. */
function inputsOf(packageRoot) {
  const apps = readdirSync(packageRoot).filter(name => name.endsWith(".app.ts"));
  const modules = FOLDERS.flatMap(folder =>
    readdirSync(join(packageRoot, folder), { recursive: true })
      .map(name => join(folder, name).replaceAll("\\", "/"))
      .filter(file => /\.(m?[jt]s|json)$/.test(file)));
  return [...BESIDE, ...apps, ...modules].sort();
}

/** Another one for any change: of a file, of their number, of their place. */
function stampOf(packageRoot, inputs) {
  const states = inputs.map((file) => {
    const path = join(packageRoot, file);
    const state = statSync(path, { bigint: true, throwIfNoEntry: false });
    // The time of a change tells of those, too, that keep the time of what was written.
    return `${file} ${state?.size} ${state?.mtimeNs} ${state?.ctimeNs}`;
  });
  return createHash("sha256").update([packageRoot, ...states].join("\n")).digest("hex").slice(0, 20);
}

/** Whether a build is there; notes that it is in use. */
function isThere(build) {
  try {
    utimesSync(build, new Date(), new Date());
    return true;
  }
  catch ({ code }) {
    return code !== "ENOENT" && code !== "ENOTDIR";
  }
}

async function fill(folder, packageRoot, inputs) {
  const { build, stop } = await import("esbuild");
  const { metafile } = await build({
    absWorkingDir: packageRoot,
    entryPoints: inputs.filter(file => ENTRY.test(file)),
    outbase: packageRoot,
    outdir: folder,
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    packages: "external",
    format: "esm",
    platform: "node",
    target: "node20",
    keepNames: true,
    sourcemap: "inline",
    sourcesContent: false,
    metafile: true,
    logLevel: "silent",
  });
  await stop();
  const unwatched = Object.keys(metafile.inputs).filter(file => !inputs.includes(file));
  if (unwatched.length > 0) throw new Error(`It would not be seen to change: ${unwatched.join()}`);
  for (const file of inputs.filter(name => COPIED.test(name))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(packageRoot, file), join(folder, file));
  }
}

/** Takes the builds away that nobody has started for a day. */
function sweep(home) {
  for (const name of readdirSync(home)) {
    const path = join(home, name);
    const used = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - used > DAY_MS) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * The command and all components as JavaScript, laid out as in the package: in an ignored
 * folder that is named by the state of every file it was made of, so that it is never stale.
 * @param {string} packageRoot
 * @returns {Promise<string>} the folder
 * @throws where nothing can be written, or a file cannot be compiled
 */
export async function compiled(packageRoot) {
  const inputs = inputsOf(packageRoot);
  const home = join(packageRoot, "dist/command");
  const folder = join(home, stampOf(packageRoot, inputs));
  if (isThere(folder)) return folder;
  mkdirSync(home, { recursive: true });
  const draft = mkdtempSync(join(home, "draft-"));
  try {
    await fill(draft, packageRoot, inputs);
    renameSync(draft, folder);
  }
  catch (error) {
    rmSync(draft, { recursive: true, force: true });
    // Another process may have been faster.
    if (!isThere(folder)) throw error;
  }
  sweep(home);
  return folder;
}
