import ts from "typescript";
import { Edits, walk } from "./edits";

/** The longest line that the registry takes. */
const WIDTH = 100;

/** Mends what taking out leaves: lists broken for types, blank lines within braces. */
export function tidy(text: string): string {
  const edits = Edits.of(text.replace(/^\s*\n/, ""));
  walk(edits.tree, (node) => {
    if (ts.isFunctionLike(node)) joinParameters(node, edits);
    const inside = insideOf(node);
    if (inside) trim(node.end, inside, edits);
    return undefined;
  });
  return edits.toString().trimEnd() + "\n";
}

/** What stands within the braces of a node. */
function insideOf(node: ts.Node): ts.NodeArray<ts.Node> | undefined {
  if (ts.isBlock(node)) return node.statements;
  if (ts.isObjectLiteralExpression(node)) return node.properties;
  return ts.isClassLike(node) ? node.members : undefined;
}

/** Takes blank lines away behind the opening brace and before the closing one. */
function trim(end: number, { pos, end: last }: ts.NodeArray<ts.Node>, edits: Edits): void {
  const [opening = "", above = ""] = /^[ \t]*\n(\s*\n)?/.exec(edits.text.slice(pos, end)) ?? [];
  edits.cut(pos + opening.length - above.length, pos + opening.length);
  const rest = edits.text.slice(last, end - 1);
  const [, below = ""] = /^[,\s]*?\n(\s*\n)[ \t]*$/.exec(rest) ?? [];
  const from = last + rest.lastIndexOf(below);
  edits.cut(from, from + below.length);
}

/** Puts parameters on one line where they fit. */
function joinParameters({ parameters }: ts.SignatureDeclaration, edits: Edits): void {
  const [first, last] = [parameters[0], parameters.at(-1)];
  if (!first || !last) return;
  const { text } = edits;
  const close = text.indexOf(")", last.end);
  const list = text.slice(parameters.pos, close);
  if (!/^\s*\n/.test(list) || parameters.some((node) => node.getText().includes("\n"))) return;
  const joined = parameters.map((node) => node.getText()).join(", ");
  const before = text.slice(text.lastIndexOf("\n", parameters.pos) + 1, parameters.pos);
  const after = text.slice(close, text.indexOf("\n", close));
  const isAsWide = before.length + joined.length + after.length > WIDTH;
  if (isAsWide || /\/\/|\/\*/.test(list) || parameters.some(isBroken)) return;
  edits.put(parameters.pos, close, joined);
}

/** The registry breaks a pattern of two names or more. */
function isBroken({ name }: ts.ParameterDeclaration): boolean {
  return ts.isObjectBindingPattern(name) && name.elements.length > 1;
}
