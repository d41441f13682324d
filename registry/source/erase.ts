import ts from "typescript";
import { Edits, walk } from "../edits";

/**
 * The JavaScript of a TypeScript module, in which comments and blank lines stay: a reader
 * shall take it for written by hand. Only types are taken out, nothing is translated.
 */
export function erase(text: string): string {
  const edits = Edits.of(text);
  walk(edits.tree, (node) => eraseAt(node, edits));
  return edits.toString();
}

/** Whether a statement is only there for the compiler. */
function isOfTypes(node: ts.Node): boolean {
  if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return true;
  if (ts.isImportDeclaration(node)) return isTypeImport(node);
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  if (ts.isPropertyDeclaration(node) || ts.isVariableStatement(node)) {
    return has(node, ts.SyntaxKind.DeclareKeyword);
  }
  return false;
}

/** Whether nothing is left of an import in JavaScript. */
export function isTypeImport({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  const { name, namedBindings: named, phaseModifier } = importClause;
  if (phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  if (name || !named || !ts.isNamedImports(named)) return false;
  return named.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function has(node: ts.HasModifiers, kind: ts.SyntaxKind): boolean {
  return node.modifiers?.some((modifier) => modifier.kind === kind) ?? false;
}

const COMPILERS_OWN = [
  ts.SyntaxKind.ReadonlyKeyword, ts.SyntaxKind.PrivateKeyword, ts.SyntaxKind.PublicKeyword,
  ts.SyntaxKind.ProtectedKeyword, ts.SyntaxKind.OverrideKeyword, ts.SyntaxKind.AbstractKeyword,
];

/** Takes types out at a node; true where nothing below it is left to look at. */
function eraseAt(node: ts.Node, edits: Edits): boolean | undefined {
  if (isOfTypes(node)) return gone(node, edits);
  if (isOverload(node)) return gone(node, edits, true);
  if (ts.isImportSpecifier(node) && node.isTypeOnly) {
    edits.cutItem(node, node.parent.elements);
    return true;
  }
  if (ts.isAsExpression(node) || ts.isSatisfiesExpression(node)) {
    edits.cut(node.expression.end, node.end);
    walk(node.expression, (below) => eraseAt(below, edits));
    return true;
  }
  if (ts.isNonNullExpression(node)) edits.cut(node.expression.end, node.end);
  if (ts.isParameter(node) && node.name.getText() === "this") {
    edits.cutItem(node, node.parent.parameters);
    return true;
  }
  if (isMoreThanType(node)) throw new Error(`It is no mere type: ${node.getText()}`);
  if (ts.canHaveModifiers(node)) {
    for (const modifier of ts.getModifiers(node) ?? []) {
      if (!COMPILERS_OWN.includes(modifier.kind)) continue;
      edits.cut(modifier.getStart(), modifier.end + 1);
    }
  }
  eraseAnnotations(node, edits);
  return undefined;
}

/** What JavaScript does not have under any name, and would have to be translated. */
function isMoreThanType(node: ts.Node): boolean {
  return ts.isEnumDeclaration(node) || ts.isModuleDeclaration(node)
    || (ts.isParameter(node) && (node.modifiers?.length ?? 0) > 0);
}

function isOverload(node: ts.Node): boolean {
  return ts.isFunctionLike(node) && "body" in node && !node.body;
}

/** An overload is gone, but its comment is that of the function, which comes after it. */
function gone(node: ts.Node, edits: Edits, isFollowed = false): true {
  if (isFollowed) edits.cut(node.getStart(), edits.text.indexOf("\n", node.end) + 1);
  else edits.cutLines(node);
  return true;
}

interface Typed {
  type?: ts.TypeNode;
  typeParameters?: ts.NodeArray<ts.TypeParameterDeclaration>;
  typeArguments?: ts.NodeArray<ts.TypeNode>;
  questionToken?: ts.Node;
  exclamationToken?: ts.Node;
}

/** What a declaration, a function or a call says of types. */
function eraseAnnotations(node: ts.Node, edits: Edits): void {
  if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
  const { type, questionToken, exclamationToken, ...lists } = node as Typed;
  if (type) edits.cut(colonBefore(type, edits.text), type.end);
  for (const list of [lists.typeParameters, lists.typeArguments]) {
    if (list) edits.cut(list.pos - 1, edits.text.indexOf(">", list.end) + 1);
  }
  const isOfType = ts.isParameter(node) || ts.isPropertyDeclaration(node);
  if (isOfType && questionToken) edits.cut(questionToken.getStart(), questionToken.end);
  if (exclamationToken) edits.cut(exclamationToken.getStart(), exclamationToken.end);
}

/** Where the colon before a type stands, or the space before it. */
function colonBefore(type: ts.Node, text: string): number {
  return text.lastIndexOf(":", type.getStart());
}
