import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { resultsFile, resultsText } from "../../local/mcp/results/generate";
import { Teller } from "../../local/mcp/results/schema";
import { outputSchema } from "../../local/mcp/output";
import { packageRoot } from "../cli/command";

it("the schemas are as the types say: `npm run schemas` writes them anew", async () => {
  expect(readFileSync(join(packageRoot, resultsFile), "utf8")).toBe(await resultsText(packageRoot));
});

const list = (items: object) => ({ type: "array", items });
const object = (properties: object, ...required: string[]) =>
  ({ type: "object", properties, ...required.length > 0 ? { required } : {} });
const NUMBER = { type: "number" };

const TYPES: [type: string, schema: object][] = [
  ["string", { type: "string" }],
  ["\"a\" | \"b\"", { type: "string" }],
  ["number | null", { type: ["null", "number"] }],
  ["unknown", {}],
  ["boolean | undefined", { type: "boolean" }],
  ["string[] | readonly number[]", list({ type: ["string", "number"] })],
  ["{ a: 1 } | string", { ...object({ a: NUMBER }, "a"), type: ["string", "object"] }],
  ["{ a: 1 } | number[]", {}],
  ["Record<string, number>", { type: "object" }],
  ["Record<`days-${string}`, 1> & { n: 1 }", object({ n: NUMBER }, "n")],
  // What is always there alone is required, of each kind that it may be.
  ["{ a: 1; b?: 1; c: 1 | undefined; d: unknown } | { a: 1; e: 1 }",
    object({ a: NUMBER, b: NUMBER, c: NUMBER, d: {}, e: NUMBER }, "a")],
  // Two objects deep.
  ["{ a: { b: { c: { d: 1 } }[] }[] }", object({ a: list(object({ b: list({ type: "object" }) })) }, "a")],
];

/** What is told of some types. */
function told(types: readonly string[]): object[] {
  const file = "types.ts";
  const text = types.map((type, index) => `export type T${index} = ${type};`).join("\n");
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022);
  const host = ts.createCompilerHost({});
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...more) =>
    name === file ? source : getSourceFile(name, ...more);
  const checker = ts.createProgram([file], { strict: true, types: [] }, host).getTypeChecker();
  const symbol = checker.getSymbolAtLocation(source);
  const teller = new Teller(checker, source);
  return (symbol ? checker.getExportsOfModule(symbol) : [])
    .map((found) => teller.tell([checker.getDeclaredTypeOfSymbol(found)]));
}

it("a type is told with what is true of all its values", () => {
  const schemas = told(TYPES.map(([type]) => type));
  expect(TYPES.map(([type], index) => [type, schemas[index]])).toEqual(TYPES);
});

it("an answer always has its freshness and what is missing, whatever the action gives", () => {
  expect(outputSchema("list-sleep-logs").required)
    .toEqual(["count", "truncated", "sleep", "freshness", "missing"]);
  expect(outputSchema("no-such-action")).toMatchObject({ type: "object", required: ["freshness", "missing"] });
});
