import ts from "typescript";

export function treeOf(text: string): ts.SourceFile {
  return ts.createSourceFile("module.js", text, ts.ScriptTarget.ES2022, true);
}

/**
 * What JavaScript is made of, in order: without comments, space, and what style alone decides
 * (a comma that nothing follows, the quotes of a text, parentheses round one parameter).
 */
export function words(node: ts.Node): string {
  const found: string[] = [];
  const visit = (inner: ts.Node): void => {
    if (ts.isJSDoc(inner)) return;
    if (ts.isStringLiteralLike(inner)) found.push(JSON.stringify(inner.text));
    else if (inner.getChildCount()) inner.getChildren().forEach(visit);
    else if (inner.getText()) found.push(inner.getText());
  };
  visit(node);
  return found.map((word) => word.replace(/^"([\w$]+)"$/, "$1"))
    .join("\n")
    .replace(/,\n(?=[)\]}])/g, "");
}

/** JavaScript as TypeScript's own compiler makes it. */
export function compiled(text: string): string {
  return ts.transpileModule(text, {
    compilerOptions: {
      module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: true,
    },
  }).outputText;
}
