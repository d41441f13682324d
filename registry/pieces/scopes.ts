import ts from "typescript";
import { namesOf } from "./modules";

const declared = new WeakMap<ts.Node, ReadonlySet<string>>();

/** Whether an identifier means something declared within its own top-level statement. */
export function isLocal(identifier: ts.Identifier): boolean {
  for (let scope = identifier.parent; !ts.isSourceFile(scope); scope = scope.parent) {
    if (namesIn(scope).has(identifier.text)) return true;
  }
  return false;
}

function namesIn(scope: ts.Node): ReadonlySet<string> {
  const known = declared.get(scope);
  if (known) return known;
  const names = new Set(declarationsOf(scope));
  declared.set(scope, names);
  return names;
}

function declarationsOf(scope: ts.Node): string[] {
  if (ts.isFunctionLike(scope)) return scope.parameters.flatMap(({ name }) => boundBy(name));
  if (ts.isBlock(scope) || ts.isCaseOrDefaultClause(scope)) {
    return scope.statements.flatMap((node) => ts.isVariableStatement(node)
      ? listed(node.declarationList)
      : namesOf(node));
  }
  if (ts.isForStatement(scope) || ts.isForOfStatement(scope) || ts.isForInStatement(scope)) {
    const { initializer } = scope;
    return initializer && ts.isVariableDeclarationList(initializer) ? listed(initializer) : [];
  }
  const isCatch = ts.isCatchClause(scope) && scope.variableDeclaration;
  return isCatch ? boundBy(isCatch.name) : [];
}

const listed = ({ declarations }: ts.VariableDeclarationList): string[] =>
  declarations.flatMap(({ name }) => boundBy(name));

/** The names that a parameter or a variable binds. */
function boundBy(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) =>
    ts.isBindingElement(element) ? boundBy(element.name) : []);
}
