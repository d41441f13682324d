import ts from "typescript";
import { walk } from "../edits";
import { namesOf, parsed } from "../pieces/modules";
import { isLocal } from "../pieces/scopes";
import { modulesIn, type Check } from "./check";

/** What Node.js has under these names since 19, 20 or 22: the registry's CI runs 18. */
const LATER = {
  globals: [
    "crypto", "CustomEvent", "File", "Iterator", "localStorage", "navigator",
    "sessionStorage", "WebSocket",
  ],
  members: [
    "findPackageJSON", "fromAsync", "fromBase64", "getBuiltinModule", "groupBy",
    "isSubsetOf", "isWellFormed", "styleText", "symmetricDifference", "toReversed",
    "toSorted", "toSpliced", "toWellFormed", "waitAsync", "withResolvers",
  ],
  qualified: [
    "AbortSignal.any", "import.meta.dirname", "import.meta.filename", "Intl.DurationFormat",
    "Promise.try", "RegExp.escape",
  ],
};

/** Nothing is called that Node.js 18 does not have. */
export const library: Check = (files) => {
  const modules = modulesIn(files);
  return {
    looked: modules.length,
    problems: modules.flatMap(([path, text]) => laterNames(path, text)
      .map((name) => `${path}: ${name} is not in Node.js 18`)),
  };
};

function laterNames(path: string, text: string): string[] {
  const found = new Set<string>();
  const { tree, imports } = parsed(path, text);
  const own = new Set([...imports.keys(), ...tree.statements.flatMap(namesOf)]);
  walk(tree, (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      const { name, expression } = node;
      const qualified = `${expression.getText()}.${name.text}`;
      if (LATER.qualified.includes(qualified)) found.add(qualified);
      if (LATER.members.includes(name.text)) found.add(name.text);
    }
    if (isFree(node) && LATER.globals.includes(node.text) && !own.has(node.text)) {
      found.add(node.text);
    }
    return undefined;
  });
  return [...found];
}

/** Whether an identifier stands for a value that no scope of its statement declares. */
function isFree(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node) || isLocal(node)) return false;
  const { parent } = node;
  const isKey = ts.isPropertyAssignment(parent) && parent.name === node;
  return !isKey && !(ts.isPropertyAccessExpression(parent) && parent.name === node);
}
