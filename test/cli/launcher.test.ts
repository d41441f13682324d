import {
  cp, copyFile, mkdir, mkdtemp, readdir, rename, rm, stat, symlink, utimes, writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { bin, fitbit, folderWith, packageRoot } from "./command";
import type { Outcome } from "./command";

/** A command that says what it is made of, and which modules it finds. */
const MAIN = `import { readdirSync } from "node:fs";
import { word } from "../../common/word";
interface Start { packageRoot: string; loadTypeScript?: () => Promise<void> }
export async function main([first]: string[], { packageRoot, loadTypeScript }: Start) {
  if (first === "fail") throw new Error(word);
  const actions = readdirSync(packageRoot + "/actions/get-word");
  const way = loadTypeScript ? "compiled" : "typescript";
  console.log(JSON.stringify({ word, way, actions }));
}
`;

const FILES = {
  "package.json": "{\"type\": \"module\"}",
  "tsconfig.json": "{}",
  "local/cli/main.ts": MAIN,
  "common/word.ts": "export const word: string = \"one\";",
  "actions/get-word/get-word.ts": "export { word } from \"../../common/word\";",
  "sources/new-word/new-word.ts": "export { word } from \"../../common/word\";",
};

let root = "";

const at = (file: string): string => join(root, file);

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(at(file)), { recursive: true });
  await writeFile(at(file), text);
}

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "fitbit-checkout-"));
  for (const [file, text] of Object.entries(FILES)) await write(file, text);
  await cp(dirname(bin), at("bin"), { recursive: true });
  await symlink(join(packageRoot, "node_modules"), at("node_modules"));
});
afterEach(() => rm(root, { recursive: true }));

const started = (...args: string[]): Promise<Outcome> =>
  fitbit(args, { program: at("bin/fitbit.js"), cwd: root });

async function said(): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await started();
  expect(stderr).toBe("");
  return JSON.parse(stdout) as Record<string, unknown>;
}

const builds = (): Promise<string[]> => readdir(at("dist/command"));

describe("the command", () => {
  it("starts from JavaScript that is built once", async () => {
    const compiled = { word: "one", way: "compiled", actions: ["get-word.js"] };
    expect(await said()).toEqual(compiled);
    const first = await builds();
    expect(await said()).toEqual(compiled);
    expect(first).toHaveLength(1);
    expect(await builds()).toEqual(first);
  });

  it("is all compiled, in this package as it is", async () => {
    const program = at("compile.mjs");
    await write("compile.mjs", `import { compiled } from ${JSON.stringify(join(dirname(bin), "compile.js"))};
console.log(await compiled(${JSON.stringify(packageRoot)}));`);
    const { stdout, stderr } = await fitbit([], { program });
    expect(stderr).toBe("");
    expect(await readdir(stdout.trim())).toEqual(expect.arrayContaining([
      "actions", "fitbit.app.js", "google_health.app.js", "local", "sources",
    ]));
  });

  it("is never older than a file, though that has the size and the time of before", async () => {
    await said();
    const { atime, mtime } = await stat(at("common/word.ts"));
    await write("common/word.ts", FILES["common/word.ts"].replace("one", "two"));
    await utimes(at("common/word.ts"), atime, mtime);
    expect(await said()).toMatchObject({ word: "two" });
  });

  it("knows a file that came and one that went", async () => {
    await said();
    await write("common/word/index.ts", "export const word = \"folder\";");
    await rename(at("common/word.ts"), at("common/other.ts"));
    await rename(at("actions/get-word/get-word.ts"), at("actions/get-word/other.ts"));
    await write("actions/get-word/get-word.ts", "export const scopes = [];");
    expect(await said()).toMatchObject({ word: "folder" });
    await rename(at("common/other.ts"), at("common/word.ts"));
    await rm(at("common/word"), { recursive: true });
    expect(await said()).toMatchObject({ word: "one" });
  });

  it("may be started many times at once, on a fresh checkout", async () => {
    const all = await Promise.all(Array.from({ length: 6 }, said));
    expect(new Set(all.map(({ way }) => way))).toEqual(new Set(["compiled"]));
    expect(await builds()).toHaveLength(1);
  });

  it("takes away what nobody has started for a day", async () => {
    await said();
    const [old = ""] = await builds();
    const before = new Date(Date.now() - 25 * 3_600_000);
    await utimes(at(`dist/command/${old}`), before, before);
    await write("common/word.ts", "export const word = \"new\";");
    await said();
    const left = await builds();
    expect(left).toHaveLength(1);
    expect(left).not.toContain(old);
  });

  it("says of an error where it stands in the source", async () => {
    const { code, stderr } = await started("fail");
    expect(code).toBe(1);
    expect(stderr).toMatch(/^Error: one$/m);
    expect(stderr).toContain(`${at("local/cli/main.ts")}:5:`);
  });
});

describe("without a build the command runs TypeScript as it stands", () => {
  const typescript = { word: "one", way: "typescript", actions: ["get-word.ts"] };

  it("where nothing can be written", async () => {
    await write("dist", "no folder");
    expect(await said()).toEqual(typescript);
  });

  it("where a module is imported of which a change would not be seen", async () => {
    await write("elsewhere/word.ts", "export const word: string = \"one\";");
    await write("common/word.ts", "export { word } from \"../elsewhere/word\";");
    expect(await said()).toEqual(typescript);
  });

  it("while a component does not compile, which stops no other", async () => {
    await write("sources/new-word/new-word.ts", "export default {");
    expect(await said()).toEqual(typescript);
    expect(await builds()).toEqual([]);
  });
});

describe("without its packages", () => {
  const folder = folderWith({ "package.json": "{\"type\": \"module\"}" });

  it("the command says where it runs", async () => {
    const program = join(folder.path(), "fitbit.js");
    await copyFile(bin, program);
    const { code, stdout, stderr } = await fitbit(["list"], { program, cwd: folder.path() });
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain("runs in a checkout of its repository");
  });
});
