import ts from "typescript";
import { walk } from "../edits";
import { namesOf, parsed, type Module, type Modules } from "./modules";
import { isLocal } from "./scopes";
import { spreadName, tablesOf, type Kind } from "./tables";

/** What is kept or dropped whole: a statement of a module, or a member of a table. */
export interface Piece {
  path: string;
  node: ts.Node;
  /** The names that it declares; none where a statement only does something. */
  names: readonly string[];
  mentions: readonly Mention[];
  /** The names of members of tables that it may use. */
  uses: Record<Kind, ReadonlySet<string>>;
  tables: readonly Table[];
}

/** A name of its module that a piece mentions, and which member of it, where it says so. */
export interface Mention {
  name: string;
  member?: string;
}

export interface Table {
  kind: Kind;
  object: ts.ObjectLiteralExpression;
  members: readonly Piece[];
  /** Other tables whose members are its own. */
  spreads: readonly { node: ts.Node; name: string }[];
}

export interface Pieces {
  modules: ReadonlyMap<string, Module>;
  /** The statements of each module, imports apart. */
  statements: ReadonlyMap<string, readonly Piece[]>;
}

type Tables = ReadonlyMap<ts.ObjectLiteralExpression, Kind>;

/** Cuts the modules of a payload into pieces: once, since many parts are taken from one. */
export function cutUp(texts: Modules): Pieces {
  const pieces = cut.get(texts) ?? piecesOf(texts);
  cut.set(texts, pieces);
  return pieces;
}

const cut = new WeakMap<Modules, Pieces>();

function piecesOf(texts: Modules): Pieces {
  const modules = new Map([...texts].map(([path, text]) => [path, parsed(path, text)]));
  const tables = tablesOf(modules);
  const statements = new Map([...modules.values()].map((module) =>
    [module.path, statementsOf(module, tables)]));
  return { modules, statements };
}

/** The pieces where one module, which has no tables, says something else. */
export function recut({ modules, statements }: Pieces, path: string, text: string): Pieces {
  const module = parsed(path, text);
  return {
    modules: new Map([...modules, [path, module]]),
    statements: new Map([...statements, [path, statementsOf(module, new Map())]]),
  };
}

function statementsOf({ path, tree }: Module, tables: Tables): Piece[] {
  return tree.statements.filter((node) => !ts.isImportDeclaration(node))
    .map((node) => pieceOf(path, node, namesOf(node), tables));
}

function pieceOf(
  path: string, node: ts.Node, names: readonly string[], tables: Tables,
): Piece {
  const mentions: Mention[] = [];
  const uses: Record<Kind, Set<string>> = {
    methods: new Set(), propDefinitions: new Set(), rows: new Set(),
  };
  const within: Table[] = [];
  walk(node, (inner) => {
    const kind = ts.isObjectLiteralExpression(inner) ? tables.get(inner) : undefined;
    if (kind && ts.isObjectLiteralExpression(inner)) {
      within.push(tableOf(path, inner, kind, tables));
      return true;
    }
    if (ts.isIdentifier(inner) && !isName(inner) && !isLocal(inner)) {
      mentions.push(mentionAt(inner));
    }
    for (const name of methodsAt(inner)) uses.methods.add(name);
    for (const name of propsAt(inner)) uses.propDefinitions.add(name);
    for (const word of wordsAt(inner)) uses.rows.add(word);
    return undefined;
  });
  return { path, node, names, mentions, uses, tables: within };
}

function tableOf(
  path: string, object: ts.ObjectLiteralExpression, kind: Kind, tables: Tables,
): Table {
  const spreads = object.properties.flatMap((node) => {
    const name = spreadName(node);
    return name === undefined ? [] : [{ node, name }];
  });
  const members = object.properties
    .filter((node) => spreadName(node) === undefined)
    .map((node) => pieceOf(path, node, node.name ? [wordOf(node.name)] : [], tables));
  return { kind, object, members, spreads };
}

/** Whether an identifier is a property's name, and means nothing of its module. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.name === node;
  if (ts.isBindingElement(parent)) return parent.propertyName === node;
  const isNaming = ts.isPropertyAssignment(parent) || ts.isMethodDeclaration(parent)
    || ts.isVariableDeclaration(parent) || ts.isFunctionDeclaration(parent);
  return isNaming && parent.name === node;
}

function mentionAt(node: ts.Identifier): Mention {
  const { parent, text: name } = node;
  if (ts.isPropertyAccessExpression(parent)) return { name, member: parent.name.text };
  // Whoever looks a word up says the word somewhere.
  const isLookUp = ts.isElementAccessExpression(parent) && parent.expression === node;
  return isLookUp ? { name, member: "" } : { name };
}

/** The names that a node reads of an object: `x.name`, `x["name"]`, `{ name } = x`. */
function methodsAt(node: ts.Node): string[] {
  if (ts.isPropertyAccessExpression(node)) return [node.name.text];
  if (ts.isElementAccessExpression(node) && ts.isStringLiteral(node.argumentExpression)) {
    return [node.argumentExpression.text];
  }
  return ts.isBindingElement(node) ? [(node.propertyName ?? node.name).getText()] : [];
}

/** The name in `propDefinition: [app, "name"]`. */
function propsAt(node: ts.Node): string[] {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== "propDefinition") return [];
  if (!ts.isArrayLiteralExpression(node.initializer)) return [];
  const name = node.initializer.elements[1];
  return name && ts.isStringLiteral(name) ? [name.text] : [];
}

/** The words that a node says: texts, and the keys of objects. */
function wordsAt(node: ts.Node): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  return ts.isPropertyAssignment(node) ? [wordOf(node.name)] : [];
}

const wordOf = (name: ts.PropertyName): string =>
  ts.isStringLiteral(name) ? name.text : name.getText();
