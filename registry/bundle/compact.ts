import ts from "typescript";

/** The longest object or array that stays on one line. */
const WIDTH = 100;

/**
 * JavaScript in fewer bytes that a person can still read: names stay, and so do statements
 * and the items of long lists one a line; comments go, and all space that means nothing.
 */
export function compact(text: string): string {
  const tree = ts.createSourceFile("module.js", text, ts.ScriptTarget.ES2022, true);
  return `${printed(tree, -1).trim()}\n`
    .replace(/^export default\{/m, "export default {")
    .replace(/^import\{(.*)\}from"/gm, "import { $1 } from \"");
}

function printed(node: ts.Node, depth: number): string {
  const children = node.getChildren().filter(({ kind }) => kind !== ts.SyntaxKind.JSDoc);
  if (!children.length) return node.getText();
  const list = listIn(node);
  let out = "";
  for (const child of children) {
    const isList = child.kind === ts.SyntaxKind.SyntaxList;
    if (isList && list?.length && child.pos === list.pos) {
      out += lines(child, depth + 1) + lineAt(depth);
    } else if (isList) {
      for (const item of itemsOf(child)) out = joined(out, printed(item, depth));
    } else out = joined(out, printed(child, depth));
  }
  return out;
}

/** What of a node stands one a line. */
function listIn(node: ts.Node): ts.NodeArray<ts.Node> | undefined {
  if (ts.isSourceFile(node) || ts.isBlock(node) || ts.isCaseOrDefaultClause(node)) {
    return node.statements;
  }
  if (ts.isClassLike(node)) return node.members;
  if (node.getWidth() <= WIDTH) return undefined;
  if (ts.isObjectLiteralExpression(node)) return node.properties;
  return ts.isArrayLiteralExpression(node) ? node.elements : undefined;
}

function lines(list: ts.Node, depth: number): string {
  return itemsOf(list).map((item) => {
    const text = printed(item, depth);
    return item.kind === ts.SyntaxKind.CommaToken ? text : lineAt(depth) + text;
  }).join("");
}

const lineAt = (depth: number): string => `\n${" ".repeat(Math.max(0, depth))}`;

/** The items of a list, and the commas between them. */
function itemsOf(list: ts.Node): readonly ts.Node[] {
  const items = list.getChildren();
  const [before, last] = items.slice(-2);
  const isSpare = last?.kind === ts.SyntaxKind.CommaToken
    && before?.kind !== ts.SyntaxKind.OmittedExpression;
  return isSpare ? items.slice(0, -1) : items;
}

/** Two texts, with a space where they would become something else without it. */
function joined(left: string, right: string): string {
  const ends = left.slice(-1) + right.slice(0, 1);
  return left + (/^(?:[\w$]{2}|\+\+|--|\/[/*])$/.test(ends) ? " " : "") + right;
}
