import ts from "typescript";
import type { AppSlug } from "../../local/catalog/apps";
import { Edits } from "../edits";
import { namesOf, valueOf } from "../pieces/modules";
import { definition, unwrap } from "./component";

/** An app as the registry takes it: the whole of it as the default export. */
export function asApp(text: string): string {
  const edits = Edits.of(text);
  const app = definition(edits.tree);
  for (const statement of edits.tree.statements) {
    const isOther = statement !== app.statement && !ts.isImportDeclaration(statement);
    if (isOther) edits.cutLines(statement);
  }
  unwrap(app, edits);
  for (const member of app.object.properties) {
    if (member.name?.getText() !== "propDefinitions" || !ts.isPropertyAssignment(member)) continue;
    ts.forEachChild(member.initializer, (prop) => labelled(prop, edits));
  }
  return edits.toString();
}

/** The registry's plugin looks for a label itself, and into no spread. */
function labelled(prop: ts.Node, edits: Edits): void {
  if (!ts.isPropertyAssignment(prop)) return;
  const { initializer: definition } = prop;
  if (!ts.isObjectLiteralExpression(definition)) return;
  const [first] = definition.properties;
  if (!first || !ts.isSpreadAssignment(first)) return;
  const named = definition.properties.map(({ name }) => name?.getText());
  for (const field of ["label", "description"].filter((name) => !named.includes(name))) {
    edits.insert(first.end, `,\n${field}: ${first.expression.getText()}.${field}`);
  }
}

/** What the sample is called that differs on Google Health. */
const OTHER = "onGoogleHealth";

/** A source's sample event as one of the apps tells of it, as the default export. */
export function asSample(text: string, app: AppSlug): string {
  const edits = Edits.of(text);
  const { statements } = edits.tree;
  const other = statements.find((node) => namesOf(node).includes(OTHER));
  const value = other && valueOf(other);
  if (app === "fitbit" || !other || !value) return text;
  for (const statement of statements.filter(ts.isExportAssignment)) edits.cutLines(statement);
  edits.put(other.getStart(), value.getStart(), "export default ");
  return edits.toString();
}
