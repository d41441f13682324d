import { execFileSync } from "node:child_process";
import {
  copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";

const ROOT = process.cwd();

/** What stays where it is: it is made, or too large to copy. */
const NOT_COPIED = ["node_modules", "dist", "coverage", ".git"];

/** A copy of the checkout where `npm pack` is run, and a project that uses what it gives. */
export class Consumer {
  private readonly home = mkdtempSync(join(tmpdir(), "fitbit-package-"));
  readonly checkout = join(this.home, "checkout");
  readonly folder = join(this.home, "project");
  readonly installed = join(this.folder, "node_modules/@pipedream/fitbit");

  constructor() {
    mkdirSync(this.checkout);
    for (const name of readdirSync(ROOT).filter((one) => !NOT_COPIED.includes(one))) {
      cpSync(join(ROOT, name), join(this.checkout, name), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(this.checkout, "node_modules"), "junction");
    mkdirSync(this.installed, { recursive: true });
    symlinkSync(
      join(ROOT, "node_modules/@pipedream/platform"),
      join(this.installed, "../platform"),
      "junction",
    );
    writeFileSync(join(this.folder, "package.json"), "{\"type\": \"module\"}");
    this.install();
  }

  /** Packs as anybody does, and unpacks as npm does. */
  private install(): void {
    const args = ["pack", "--pack-destination", this.home];
    const said = execFileSync("npm", args, { cwd: this.checkout, encoding: "utf8", stdio: "pipe" });
    const tarball = join(this.home, said.trim().split("\n").at(-1) ?? "");
    execFileSync("tar", ["xzf", tarball, "-C", this.installed, "--strip-components", "1"]);
  }

  /** What a module prints in plain Node.js, with a module of ours beside it. */
  printedBy(module: string, beside: string): string {
    copyFileSync(join(ROOT, beside), join(this.folder, "beside.mjs"));
    writeFileSync(join(this.folder, "index.mjs"), module);
    return execFileSync(process.execPath, ["index.mjs"], { cwd: this.folder, encoding: "utf8" });
  }

  /** What the compiler says of a module, at its strictest. */
  complaints(module: string, how: ts.CompilerOptions): string[] {
    const file = join(this.folder, "index.ts");
    writeFileSync(file, module);
    const program = ts.createProgram([file], {
      target: ts.ScriptTarget.ES2022,
      lib: ["lib.es2022.d.ts"],
      types: [],
      strict: true,
      skipLibCheck: false,
      skipDefaultLibCheck: true,
      noEmit: true,
      ...how,
    });
    return ts.getPreEmitDiagnostics(program).map(({ messageText, file: where }) =>
      `${where?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`);
  }

  /** The files of the package. */
  files(): string[] {
    return readdirSync(this.installed, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(this.installed.length + 1));
  }

  manifest(folder: string): Record<string, unknown> {
    return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Record<string, unknown>;
  }

  leave(): void {
    rmSync(this.home, { recursive: true, force: true });
  }
}
