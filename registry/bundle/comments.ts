import ts from "typescript";
import { Edits } from "../edits";

/** JavaScript without its comments, and without the lines that they alone stood on. */
export function withoutComments(text: string): string {
  const edits = Edits.of(text);
  for (const [from, to] of commentsIn(edits.tree)) {
    const line = text.lastIndexOf("\n", from) + 1;
    const isWhole = !text.slice(line, from).trim() && text[to] === "\n";
    const before = /[ \t]*$/.exec(text.slice(line, from))?.[0].length ?? 0;
    edits.cut(isWhole ? line : from - before, isWhole ? to + 1 : to);
  }
  return edits.toString();
}

/** Where each comment begins and ends. */
function commentsIn(tree: ts.SourceFile): Map<number, number> {
  const found = new Map<number, number>();
  const visit = (node: ts.Node): void => {
    if (node.getChildCount() > 0) node.getChildren().forEach(visit);
    const ranges = [
      ...ts.getLeadingCommentRanges(tree.text, node.getFullStart()) ?? [],
      ...ts.getTrailingCommentRanges(tree.text, node.end) ?? [],
    ];
    for (const { pos, end } of ranges) found.set(pos, end);
  };
  visit(tree);
  return found;
}
