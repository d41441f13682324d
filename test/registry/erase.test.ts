import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { erase } from "../../registry/source/erase";
import { compiled, treeOf, words } from "./words";

const ROOT = process.cwd();

const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((file) => /^(?:(?:actions|common|sources)\/.*|\w+\.app)\.ts$/.test(file));

/** The words of a module, its imports apart: which of them are needed is not told by types. */
function wordsOf(text: string): string {
  return treeOf(text).statements
    .filter((node) => !ts.isImportDeclaration(node) && node.getText() !== "export {};")
    .map(words)
    .join("\n");
}

describe("erasing types", () => {
  it("leaves of every module that ships what the compiler leaves", () => {
    expect(files.length).toBeGreaterThan(50);
    for (const file of files) {
      const text = readFileSync(join(ROOT, file), "utf8");
      const [ours, theirs] = [wordsOf(erase(text)), wordsOf(compiled(text))];
      expect({ file, text: ours }).toEqual({ file, text: theirs });
    }
  });

  it.each([
    ["an annotation", "const a: Map<string, number[]> = b;", "const a = b;"],
    ["an assertion", "const a = (b as string).trim() satisfies string;", "const a = (b).trim();"],
    ["a promise that it is there", "const a = b!.c!;", "const a = b.c;"],
    ["type parameters", "const a = f<string>(<T>(x: T) => x);", "const a = f((x) => x);"],
    ["this", "function f(this: App, a?: string) {}", "function f(a) {}"],
    ["a result", "function f(): a is string {\n}", "function f() {\n}"],
    ["an import of a type", "import { a, type B } from \"c\";\n", "import { a } from \"c\";\n"],
    ["an interface with its comment", "/** It. */\ninterface A {}\n\nconst b = 1;\n", "\nconst b = 1;\n"],
    ["a function's other forms, but not their comment",
      "/** It. */\nfunction f(a: string): void;\nfunction f(a: unknown): void {}\n",
      "/** It. */\nfunction f(a) {}\n"],
  ])("takes out %s", (_, typed, plain) => {
    expect(erase(typed)).toBe(plain);
  });

  it("leaves a comment that is not the type's", () => {
    const text = "/** Of the file. */\n\n/** Of the type. */\ntype A = string;\n\nconst b = 1;\n";
    expect(erase(text)).toBe("/** Of the file. */\n\nconst b = 1;\n");
  });

  it.each([
    "enum A { B }",
    "namespace A { export const b = 1; }",
    "class A { constructor(private b: string) {} }",
  ])("refuses what is more than a type: %s", (text) => {
    expect(() => erase(text)).toThrow("It is no mere type");
  });
});
