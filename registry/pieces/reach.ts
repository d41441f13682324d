import type ts from "typescript";
import type { Mention, Piece, Pieces, Table } from "./cut";
import { declarationOf, DEFAULT } from "./modules";
import { KINDS, type Kind } from "./tables";

/** What of an app is wanted beside what the roots use: everything, or these methods. */
export type Wanted = "everything" | readonly string[];

/**
 * What the default exports of some modules reach: statements, and of an app's tables the
 * members that anything kept uses.
 */
export function reached(
  pieces: Pieces, roots: readonly string[], wanted: Wanted,
): Set<ts.Node> {
  const reach = new Reach(pieces, wanted);
  for (const root of roots) reach.look(root, { name: DEFAULT });
  return reach.kept();
}

class Reach {
  private readonly found = new Set<Piece>();
  /** Statements that are reached as a part of a table alone: kept if anything is in them. */
  private readonly parts = new Set<Piece>();
  private readonly open = new Set<Table>();
  private readonly used: Record<Kind, Set<string>>;

  constructor(private readonly pieces: Pieces, private readonly wanted: Wanted) {
    const methods = new Set(wanted === "everything" ? [] : wanted);
    this.used = { methods, propDefinitions: new Set(), rows: new Set() };
  }

  look(path: string, { name, member }: Mention): void {
    for (const piece of this.statementsOf(path, name)) {
      this.keep(piece);
      if (piece.names.includes(DEFAULT)) continue;
      for (const part of piece.tables.flatMap(({ members }) => members)) {
        if (member === undefined || part.names.includes(member)) this.keep(part);
      }
    }
  }

  /** The statement that declares a name, and those of its module that declare nothing. */
  private statementsOf(from: string, name: string): Piece[] {
    const declared = declarationOf(this.pieces.modules, from, name);
    const all = declared ? this.pieces.statements.get(declared.path) ?? [] : [];
    return all.filter(({ node, names }) => node === declared?.node || names.length === 0);
  }

  private keep(piece: Piece): void {
    if (this.found.has(piece)) return;
    this.found.add(piece);
    for (const table of piece.tables) this.enter(piece.path, table);
    for (const mention of piece.mentions) this.look(piece.path, mention);
    for (const kind of KINDS) for (const name of piece.uses[kind]) this.use(kind, name);
  }

  private enter(path: string, table: Table): void {
    if (this.open.has(table)) return;
    this.open.add(table);
    for (const { name } of table.spreads) {
      for (const part of this.statementsOf(path, name)) {
        this.parts.add(part);
        for (const inner of part.tables) this.enter(part.path, inner);
      }
    }
    for (const member of table.members) {
      if (this.isUsed(table.kind, member)) this.keep(member);
    }
  }

  private isUsed(kind: Kind, { names }: Piece): boolean {
    const isKnown = names.length === 1 && this.wanted !== "everything";
    return !isKnown || names.some((name) => this.used[kind].has(name));
  }

  private use(kind: Kind, name: string): void {
    if (this.used[kind].has(name)) return;
    this.used[kind].add(name);
    for (const table of this.open) {
      if (table.kind !== kind) continue;
      for (const member of table.members) if (member.names.includes(name)) this.keep(member);
    }
  }

  kept(): Set<ts.Node> {
    const nodes = new Set<ts.Node>([...this.found].map(({ node }) => node));
    for (const part of this.parts) {
      if (part.tables.some((table) => this.hasAny(part.path, table))) nodes.add(part.node);
    }
    for (const { path, tables } of [...this.found, ...this.parts]) {
      for (const { spreads } of tables) {
        for (const { node, name } of spreads) {
          const parts = this.statementsOf(path, name);
          if (parts.some((part) => nodes.has(part.node))) nodes.add(node);
        }
      }
    }
    return nodes;
  }

  /** Whether anything of a table is kept. */
  private hasAny(path: string, { members, spreads }: Table): boolean {
    return members.some((member) => this.found.has(member))
      || spreads.some(({ name }) => this.statementsOf(path, name)
        .some((part) => part.tables.some((table) => this.hasAny(part.path, table))));
  }
}
