import ts from "typescript";
import { declarationOf, valueOf, type Module } from "./modules";

/** What the members of an app's tables are: a caller names them, on whatever object. */
export type Kind = "methods" | "propDefinitions";

const KINDS: readonly Kind[] = ["methods", "propDefinitions"];

/**
 * The objects that an app's methods and shared props are put together from. Their members
 * are wanted one by one: a component calls few of them.
 */
export function tablesOf(
  modules: ReadonlyMap<string, Module>,
): Map<ts.ObjectLiteralExpression, Kind> {
  const tables = new Map<ts.ObjectLiteralExpression, Kind>();
  const add = (path: string, object: ts.ObjectLiteralExpression, kind: Kind): void => {
    tables.set(object, kind);
    for (const member of object.properties) {
      const name = spreadName(member);
      const found = name === undefined ? undefined : declarationOf(modules, path, name);
      const spread = found && objectOf(found.node);
      if (spread) add(found.path, spread, kind);
    }
  };
  for (const { path, tree } of modules.values()) {
    const exported = path.endsWith(".app") && tree.statements.find(ts.isExportAssignment);
    for (const member of exported ? objectOf(exported)?.properties ?? [] : []) {
      const kind = KINDS.find((one) => one === member.name?.getText());
      if (!kind || !ts.isPropertyAssignment(member)) continue;
      const { initializer } = member;
      if (ts.isObjectLiteralExpression(initializer)) add(path, initializer, kind);
    }
  }
  return tables;
}

/** The name of the object that a member of another spreads. */
export function spreadName(member: ts.ObjectLiteralElementLike): string | undefined {
  const isNamed = ts.isSpreadAssignment(member) && ts.isIdentifier(member.expression);
  return isNamed ? member.expression.getText() : undefined;
}

/** The object literal that a statement declares. */
function objectOf(node: ts.Statement): ts.ObjectLiteralExpression | undefined {
  const value = ts.isExportAssignment(node) ? node.expression : valueOf(node);
  return value && ts.isObjectLiteralExpression(value) ? value : undefined;
}
