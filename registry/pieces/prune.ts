import ts from "typescript";
import { Edits } from "../edits";
import type { Piece, Pieces } from "./cut";
import { bindings, DEFAULT, resolved, specifierOf, wayTo, type Module, type Modules } from "./modules";
import { reached, type Wanted } from "./reach";

/**
 * A payload's modules with what the roots reach alone: without the rest, and without imports
 * that nothing uses.
 */
export function pruned(pieces: Pieces, roots: readonly string[], wanted: Wanted): Modules {
  const kept = reached(pieces, roots, wanted);
  const rest = [...pieces.modules.values()].flatMap((module): [string, string][] => {
    const own = pieces.statements.get(module.path) ?? [];
    const isAny = own.some(({ node }) => kept.has(node));
    return isAny ? [[module.path, rewritten(module, own, kept)]] : [];
  });
  return new Map(rest);
}

function rewritten(
  module: Module, own: readonly Piece[], kept: ReadonlySet<ts.Node>,
): string {
  const edits = new Edits(module.tree);
  const used = new Set(own.flatMap((piece) => namesUsed(piece, kept)));
  for (const piece of own) cutUnkept(piece, kept, edits);
  for (const node of module.tree.statements.filter(ts.isImportDeclaration)) {
    const wanted = bindings(node).filter(([local]) => used.has(local));
    if (!wanted.length) edits.cutLines(node);
    else edits.put(node.getStart(), node.end, importOf(wanted, sourceOf(module, node)));
  }
  return edits.toString();
}

/** The names that are mentioned in what is kept of a piece. */
function namesUsed(piece: Piece, kept: ReadonlySet<ts.Node>): string[] {
  if (!kept.has(piece.node)) return [];
  return [
    ...piece.mentions.map(({ name }) => name),
    ...piece.tables.flatMap(({ members, spreads }) => [
      ...members.flatMap((member) => namesUsed(member, kept)),
      ...spreads.filter(({ node }) => kept.has(node)).map(({ name }) => name),
    ]),
  ];
}

function cutUnkept(piece: Piece, kept: ReadonlySet<ts.Node>, edits: Edits): void {
  if (!kept.has(piece.node)) {
    edits.cutLines(piece.node);
    return;
  }
  for (const { object, members, spreads } of piece.tables) {
    const group = object.parent.parent;
    if (ts.isSpreadAssignment(group) && !members.some(({ node }) => kept.has(node))) {
      edits.cutLines(group);
      continue;
    }
    if (!object.getText().includes("\n")) {
      edits.keepItems(object.properties, (node) => kept.has(node));
      continue;
    }
    for (const member of members) cutUnkept(member, kept, edits);
    for (const { node } of spreads) if (!kept.has(node)) edits.cutLines(node);
  }
}

function sourceOf({ path }: Module, node: ts.ImportDeclaration): string {
  const specifier = specifierOf(node);
  if (!specifier.startsWith(".")) return specifier;
  return `${wayTo(path, resolved(path, specifier))}.mjs`;
}

/** An import as the registry wants it: of two or more names one a line. */
function importOf(wanted: readonly [string, string][], from: string): string {
  const [first] = wanted.filter(([, name]) => name === DEFAULT).map(([local]) => local);
  const named = wanted.filter(([, name]) => name !== DEFAULT)
    .map(([local, name]) => local === name ? local : `${name} as ${local}`);
  const list = named.length > 1
    ? `{\n${named.map((name) => `  ${name},\n`).join("")}}`
    : named.length ? `{ ${named.join("")} }` : undefined;
  const clause = [first, list].filter((part) => part !== undefined).join(", ");
  return `import ${clause} from "${from}";`;
}
