import ts from "typescript";
import { Edits, walk } from "../edits";

/** How the helper that reads a component's props calls it. */
const COMPONENT = "component";

/**
 * A helper that makes an object of a component's props, without what it would read of props
 * that the component does not have.
 */
export function withoutUnread(text: string, props: readonly string[]): string {
  const edits = Edits.of(text);
  walk(edits.tree, (node) => {
    const read = ts.isPropertyAssignment(node) ? propRead(node.initializer) : undefined;
    if (read !== undefined && !props.includes(read)) edits.cutLines(node);
    return undefined;
  });
  return edits.toString();
}

/** The prop in `read(component.prop)`. */
function propRead(value: ts.Expression): string | undefined {
  const [given] = ts.isCallExpression(value) ? value.arguments : [];
  if (!given || !ts.isPropertyAccessExpression(given)) return undefined;
  return given.expression.getText() === COMPONENT ? given.name.text : undefined;
}
