import MagicString from "magic-string";
import ts from "typescript";

/** A source text, its syntax tree, and the edits made to it so far. */
export class Edits {
  readonly text: string;
  private readonly edited: MagicString;

  constructor(readonly tree: ts.SourceFile) {
    this.text = tree.text;
    this.edited = new MagicString(tree.text);
  }

  static of(text: string): Edits {
    return new Edits(ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022, true));
  }

  /** Takes a stretch out. */
  cut(from: number, to: number): void {
    if (to > from) this.edited.remove(from, to);
  }

  put(from: number, to: number, text: string): void {
    this.edited.update(from, to, text);
  }

  insert(at: number, text: string): void {
    this.edited.appendLeft(at, text);
  }

  /** Takes whole lines out: a statement or a member, with the comment on it. */
  cutLines(node: ts.Node): void {
    const start = this.startOf(node);
    const from = this.text.lastIndexOf("\n", start - 1) + 1;
    const end = this.text.indexOf("\n", node.end);
    const isWhole = this.text.slice(from, start).trim() === "";
    const to = end === -1 ? this.text.length : end + 1;
    this.cut(isWhole ? this.withBlankAbove(from, to) : start, isWhole ? to : node.end);
  }

  /** Where a node's own comment starts: one with a blank line below is of something else. */
  private startOf(node: ts.Node): number {
    const comments = ts.getLeadingCommentRanges(this.text, node.getFullStart()) ?? [];
    return comments.reduceRight((start, { pos, end }) =>
      this.text.slice(end, start).includes("\n\n") ? start : pos, node.getStart());
  }

  /** Takes an item of a list out, with its comma. */
  cutItem(node: ts.Node, list: ts.NodeArray<ts.Node>): void {
    const i = list.indexOf(node);
    const [before, next] = [list[i - 1], list[i + 1]];
    if (next) this.cut(node.getStart(), next.getStart());
    else this.cut(before?.end ?? node.getStart(), node.end);
  }

  /** Of a list on one line, takes out what is not wanted. */
  keepItems(list: ts.NodeArray<ts.Node>, isWanted: (node: ts.Node) => boolean): void {
    const wanted = list.filter(isWanted);
    if (wanted.length === list.length) return;
    const items = wanted.map((node) => node.getText()).join(", ");
    this.put(list.pos, list.end, wanted.length ? ` ${items}` : "");
  }

  /** What was cut out shall not leave two blank lines where there was one on either side. */
  private withBlankAbove(from: number, to: number): number {
    const isBlank = (at: number) => this.text.slice(at, this.text.indexOf("\n", at)).trim() === "";
    const above = this.text.lastIndexOf("\n", from - 2) + 1;
    const isBetween = from > 0 && isBlank(above) && (to >= this.text.length || isBlank(to));
    return isBetween ? above : from;
  }

  toString(): string {
    return this.edited.toString();
  }
}

/** Visits a node and all below it; where `visit` gives true, it goes no deeper. */
export function walk(node: ts.Node, visit: (node: ts.Node) => boolean | undefined): void {
  if (visit(node)) return;
  ts.forEachChild(node, (child) => walk(child, visit));
}
