import ts from "typescript";
import type { AppSlug } from "../../local/catalog/apps";
import { Edits, walk } from "../edits";
import { namesOf, valueOf } from "../pieces/modules";

/** What a component's module says in the source, and what the payload says instead. */
export interface Literals {
  key: string;
  name: string;
  description: string;
  version: string;
}

/** The name by which Google Health's app is imported there, and what differs with it. */
const GOOGLE = "googleHealth";

/** What says which props a component has on Google Health alone. */
const FITBIT = "onFitbit";

/** What names the component that takes its place, where that is no twin. */
const SUCCESSOR = "successor";

/** Exports that stand beside a component for our own tools. */
const BESIDE = ["scopes", "example", "polls", "ownClient", SUCCESSOR, GOOGLE, FITBIT];

/** Where a call names what takes a component's place: on Google Health that is itself. */
const SUCCESSOR_AT: Record<string, number> = { callOf: 2, pollCall: 1 };

/**
 * A component's module as the registry takes it, still in TypeScript: one object literal as
 * the default export, on Google Health with what differs there written out.
 */
export function asRegistryModule(text: string, app: AppSlug, literals: Literals): string {
  const edits = Edits.of(asModuleOf(app, text, literals));
  unwrap(definition(edits.tree), edits);
  return app === "fitbit" ? withWholeApp(edits.toString()) : edits.toString();
}

/** The module of the component on one app alone, which is its default export and no other. */
export function asModuleOf(app: AppSlug, text: string, literals: Literals): string {
  const edits = Edits.of(text);
  const changes = changesIn(edits.tree, app === "google_health" ? GOOGLE : FITBIT);
  for (const statement of edits.tree.statements) {
    if (isBeside(statement) || isDefaultName(statement)) edits.cutLines(statement);
  }
  writeSuccessor(edits);
  const { statement, call, object } = definition(edits.tree);
  edits.put(statement.getStart(), (call ?? object).getStart(), "export default ");
  writeLiterals(object, literals, edits);
  const gone = changeProps(object, changes, edits);
  if (app === "fitbit") return withoutReads(edits.toString(), gone);
  return withoutSuccessor(withoutReads(rebound(edits.toString()), gone));
}

interface Component {
  statement: ts.Statement;
  call: ts.CallExpression | undefined;
  object: ts.ObjectLiteralExpression;
}

const DEFINES = /^define(Action|Source|App)$/;

/** Where the object literal of a component or an app stands. */
export function definition(tree: ts.SourceFile): Component {
  for (const statement of tree.statements) {
    const isExport = ts.isExportAssignment(statement);
    const value = isExport ? statement.expression : valueOf(statement);
    if (isExport && value && ts.isObjectLiteralExpression(value)) {
      return { statement, call: undefined, object: value };
    }
    if (!value || !ts.isCallExpression(value)) continue;
    const [object] = DEFINES.test(value.expression.getText()) ? value.arguments : [];
    if (object && ts.isObjectLiteralExpression(object)) {
      return { statement, call: value, object };
    }
  }
  throw new Error(`${tree.fileName} defines no component.`);
}

function isBeside(statement: ts.Statement): boolean {
  return namesOf(statement).some((name) => BESIDE.includes(name));
}

function isDefaultName(statement: ts.Statement): boolean {
  return ts.isExportAssignment(statement) && ts.isIdentifier(statement.expression);
}

/** `const action = defineAction({…});` is `export default {…};`. */
export function unwrap({ statement, call, object }: Component, edits: Edits): void {
  edits.put(statement.getStart(), object.getStart(), "export default ");
  if (call) edits.cut(object.end, call.end);
}

function property(
  object: ts.ObjectLiteralExpression, name: string,
): ts.ObjectLiteralElementLike | undefined {
  return object.properties.find((member) => member.name?.getText() === name);
}

function valueAt(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const member = property(object, name);
  return member && ts.isPropertyAssignment(member) ? member.initializer : undefined;
}

function writeLiterals(
  object: ts.ObjectLiteralExpression, literals: Literals, edits: Edits,
): void {
  for (const [name, text] of Object.entries(literals)) {
    const value = valueAt(object, name);
    if (value) edits.put(value.getStart(), value.end, JSON.stringify(text));
  }
}

/** What takes a component's place stands where it is named. */
function writeSuccessor(edits: Edits): void {
  const beside = edits.tree.statements.find((node) => namesOf(node).includes(SUCCESSOR));
  const value = beside && valueOf(beside);
  if (!value) return;
  walk(edits.tree, (node) => {
    const isNamed = ts.isIdentifier(node) && node.text === SUCCESSOR;
    if (isNamed && ts.isCallExpression(node.parent)) {
      edits.put(node.getStart(), node.end, value.getText());
    }
    return node === beside;
  });
}

type Change = ts.ObjectLiteralExpression | null;

/** What stands beside of a component's props: their changes, or null for one that is gone. */
function changesIn(tree: ts.SourceFile, name: string): Record<string, Change> {
  const beside = tree.statements.find((statement) => namesOf(statement).includes(name));
  const value = beside && valueOf(beside);
  const object = value && ts.isSatisfiesExpression(value) ? value.expression : value;
  if (!object || !ts.isObjectLiteralExpression(object)) return {};
  const props = valueAt(object, "props");
  if (!props || !ts.isObjectLiteralExpression(props)) return {};
  return Object.fromEntries(props.properties.flatMap((member) => {
    if (!ts.isPropertyAssignment(member)) return [];
    const { initializer } = member;
    const change = ts.isObjectLiteralExpression(initializer) ? initializer : null;
    return [[member.name.getText(), change]];
  }));
}

/** Writes the changes into the props; gives the names of those that are gone. */
function changeProps(
  object: ts.ObjectLiteralExpression, changes: Record<string, Change>, edits: Edits,
): string[] {
  const props = valueAt(object, "props");
  if (!props || !ts.isObjectLiteralExpression(props)) return [];
  for (const [name, change] of Object.entries(changes)) {
    const member = property(props, name);
    if (!member) continue;
    if (change === null) edits.cutLines(member);
    else if (ts.isPropertyAssignment(member)) layOver(member.initializer, change, edits);
  }
  return Object.keys(changes).filter((name) => changes[name] === null);
}

/** Lays the fields of a change over those of a prop. */
function layOver(prop: ts.Expression, change: ts.ObjectLiteralExpression, edits: Edits): void {
  if (!ts.isObjectLiteralExpression(prop)) return;
  for (const field of change.properties) {
    if (!ts.isPropertyAssignment(field)) continue;
    const [name, value] = [field.name.getText(), field.initializer.getText()];
    const there = property(prop, name);
    if (name === "optional" && there && !property(prop, "propDefinition")) {
      edits.cutLines(there);
    } else if (there && ts.isPropertyAssignment(there)) {
      edits.put(there.initializer.getStart(), there.initializer.end, value);
    } else {
      edits.insert(prop.end - 1, `  ${name}: ${value},\n    `);
    }
  }
}

/** Here the whole of an app is its default export. */
function withWholeApp(text: string): string {
  const edits = Edits.of(text);
  const clause = fitbitImport(edits.tree)?.importClause;
  const named = clause?.namedBindings;
  const [whole] = named && ts.isNamedImports(named) ? named.elements : [];
  if (clause && whole) edits.put(clause.getStart(), clause.end, whole.name.text);
  return edits.toString();
}

function fitbitImport(tree: ts.SourceFile): ts.ImportDeclaration | undefined {
  return tree.statements.filter(ts.isImportDeclaration)
    .find(({ moduleSpecifier }) => /\/fitbit\.app"$/.test(moduleSpecifier.getText()));
}

/** The app of the other door in the Fitbit app's place; `this.fitbit` keeps its name. */
function rebound(text: string): string {
  const edits = Edits.of(text);
  const declaration = fitbitImport(edits.tree);
  if (!declaration) return text;
  const { importClause, moduleSpecifier } = declaration;
  const other = moduleSpecifier.getText().replace("fitbit.app", "google_health.app");
  edits.put(moduleSpecifier.getStart(), moduleSpecifier.end, other);
  const name = importClause?.name;
  if (name) edits.put(name.getStart(), name.end, GOOGLE);
  walk(edits.tree, (node) => {
    if (ts.isImportDeclaration(node)) return true;
    if (ts.isShorthandPropertyAssignment(node) && node.name.text === name?.text) {
      edits.insert(node.end, `: ${GOOGLE}`);
      return true;
    }
    const isApp = ts.isIdentifier(node) && node.text === name?.text;
    if (isApp && ts.isArrayLiteralExpression(node.parent)) {
      edits.put(node.getStart(), node.end, GOOGLE);
    }
    return undefined;
  });
  return edits.toString();
}

function withoutSuccessor(text: string): string {
  const edits = Edits.of(text);
  walk(edits.tree, (node) => {
    if (!ts.isCallExpression(node)) return undefined;
    const successor = node.arguments[SUCCESSOR_AT[node.expression.getText()] ?? Infinity];
    if (successor) edits.cutItem(successor, node.arguments);
    return undefined;
  });
  return edits.toString();
}

/**
 * Without what is read of a prop that is gone: a last argument, or a field of an object.
 * Throws where it is read otherwise.
 */
function withoutReads(text: string, gone: readonly string[]): string {
  const edits = Edits.of(text);
  walk(edits.tree, (node) => {
    if (!ts.isPropertyAccessExpression(node)) return undefined;
    const isOwn = node.expression.kind === ts.SyntaxKind.ThisKeyword;
    if (!isOwn || !gone.includes(node.name.text)) return undefined;
    const { parent } = node;
    if (ts.isCallExpression(parent) && parent.arguments.at(-1) === node) {
      edits.cutItem(node, parent.arguments);
    } else if (ts.isPropertyAssignment(parent)) edits.cutLines(parent);
    else throw new Error(`${node.getText()} is read, but gone on this app.`);
    return true;
  });
  return edits.toString();
}
