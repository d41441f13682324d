import ts from "typescript";
import { declarationOf, namesOf, valueOf, type Module } from "./modules";

/**
 * What the members of a table are: methods and shared props of an app, named by who uses them
 * on whatever object, or rows that are looked up by a word.
 */
export type Kind = (typeof KINDS)[number];

const OF_APPS = ["methods", "propDefinitions"] as const;

export const KINDS = [...OF_APPS, "rows"] as const;

/** The constant whose rows, however grouped, are looked up by a word. */
const ROWS = "dataTypes";

/**
 * The objects whose members are wanted one by one, since a component uses few of them: those
 * that an app is put together from, and Google's table of data types.
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
    for (const object of tree.statements.flatMap(groupsOfRows)) tables.set(object, "rows");
    const exported = path.endsWith(".app") && tree.statements.find(ts.isExportAssignment);
    for (const member of exported ? objectOf(exported)?.properties ?? [] : []) {
      const kind = OF_APPS.find((one) => one === member.name?.getText());
      if (!kind || !ts.isPropertyAssignment(member)) continue;
      const { initializer } = member;
      if (ts.isObjectLiteralExpression(initializer)) add(path, initializer, kind);
    }
  }
  return tables;
}

/** The objects in `const dataTypes = { ...group("a", { … }), … }`. */
function groupsOfRows(node: ts.Statement): ts.ObjectLiteralExpression[] {
  const table = namesOf(node).includes(ROWS) ? objectOf(node) : undefined;
  return (table?.properties ?? []).flatMap((member) =>
    ts.isSpreadAssignment(member) && ts.isCallExpression(member.expression)
      ? member.expression.arguments.filter(ts.isObjectLiteralExpression)
      : []);
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
