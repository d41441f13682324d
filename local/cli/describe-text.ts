import { APP_NAMES } from "../catalog/apps";
import type { Differences, FieldDifference, PropFacts } from "./differences";
import type { Facts } from "./facts";
import type { Output, Paint } from "./output";
import { shown } from "./report";
import { columns, indent, readable, wrap } from "./text";

export type Shown = Pick<Output, "paint" | "width">;

const MAX_OPTIONS = 12;
/** Columns of the labels of what differs. */
const LABEL = 13;
const LINK = /\]\(([^)]+)\)\s*$/;

function optionsLine({ options, name, description = "" }: PropFacts, key: string): string {
  if (options === undefined) return "";
  if (options === "async") return `Its options: \`fitbit describe ${key} --options ${name}\`.`;
  const isTold = options.every(({ label, value }) =>
    label === String(value) && description.includes(label));
  if (isTold) return "";
  const values = options.slice(0, MAX_OPTIONS).map(({ label, value }) =>
    label === String(value) ? label : `${String(value)}: ${label}`);
  const more = options.length - values.length;
  return `Options: ${values.join("; ")}${more > 0 ? `; and ${more} more` : ""}.`;
}

const INTERFACE = "$.interface.";

function rule(prop: PropFacts, paint: Paint): string {
  if (prop.type === "app") return paint.dim("the account");
  if (prop.type.startsWith(INTERFACE)) return paint.dim("what starts it");
  if (prop.required) return paint.yellow("required");
  return paint.dim(prop.default === undefined ? "optional" : `default ${JSON.stringify(prop.default)}`);
}

function reloadLine({ reloadProps, name }: PropFacts, key: string): string {
  if (!reloadProps) return "";
  return `More props may come with it: \`fitbit describe ${key} --prop ${name}=…\` shows them.`;
}

function propLines(prop: PropFacts, key: string, { paint, width }: Shown): string[] {
  const said = readable(prop.description ?? prop.label ?? "", paint);
  const texts = [said, optionsLine(prop, key), reloadLine(prop, key)];
  return texts.filter(Boolean).flatMap((text) => wrap(text, width - 6));
}

/** What is told of props, as they are set where a component is called by this key. */
export function propsSection(
  { props, key }: { props: readonly PropFacts[]; key: string },
  out: Shown,
): string[] {
  const { paint } = out;
  const rows = props.map((prop) => [
    paint.cyan(prop.name), prop.type.replace(INTERFACE, ""), rule(prop, paint),
  ]);
  const heads = columns(rows);
  return heads.flatMap((head, index) => {
    const prop = props[index];
    return [head, ...prop && prop.type !== "app" ? indent(propLines(prop, key, out), 4) : []];
  });
}

const scopeList = (scopes: readonly string[]): string =>
  scopes.join(", ") || "those of what is called";

function accountLine(managed: boolean, paint: Paint): string {
  return managed
    ? `${paint.green("●")} The account that Pipedream manages can run it.`
    : `${paint.yellow("○")} It needs an OAuth client of your own: the account that Pipedream`
      + " manages lacks a scope.";
}

function propChanges({ props: { here, there, changed, reworded } }: Differences): string[] {
  return [
    ...here.length > 0 ? [`without ${here.join(", ")}`] : [],
    ...there.length > 0 ? [`with ${there.join(", ")}`] : [],
    ...changed.length > 0 ? [`other rules for ${changed.join(", ")}`] : [],
    ...reworded.length > 0 ? [`other words for ${reworded.join(", ")}`] : [],
  ];
}

/** What Google Health lacks, as it looks from either app; each thing once. */
function fieldRows({ fields }: Differences, isFitbit: boolean): [string, string[]][] {
  const words = (rows: FieldDifference[]): string[] =>
    [...new Set(rows.map((row) => row.words))];
  return [
    [isFitbit ? "absent" : "only there", words(fields.absent)],
    [isFitbit ? "approximate" : "approx. here", words(fields.approximate)],
  ];
}

/** What there is on the other app; nothing to say of what Google Health alone has. */
function otherApp(facts: Facts, { paint, width }: Shown): string[] {
  const { differences, twin, app, successor } = facts;
  const other = app === "fitbit" ? "google_health" : "fitbit";
  const title = paint.bold(`On ${APP_NAMES[other]}`);
  if (!differences || !twin) {
    if (successor === undefined) return [];
    return ["", title, `  ${successor ? `Use ${paint.cyan(successor)}.` : "Nothing takes its place."}`];
  }
  const link = LINK.exec(differences.description)?.[1];
  const rows: [string, string[]][] = [
    ...fieldRows(differences, app === "fitbit"),
    ["props", propChanges(differences)],
    ["scopes", [scopeList(differences.scopes)]],
    ["see", link ? [paint.underline(link)] : []],
  ];
  const told = rows.filter(([, items]) => items.length > 0).flatMap(([label, items]) => {
    const [first = "", ...more] = wrap(items.join("; "), width - LABEL - 2);
    return [paint.dim(label.padEnd(LABEL)) + first, ...indent(more, LABEL)];
  });
  const mark = accountLine(differences.managed, paint);
  return ["", title, ...indent([`${paint.cyan(twin)}  ${differences.version}`, ...told, mark])];
}

/** What `describe` prints for a person. */
export function describeText(facts: Facts, { paint, width }: Shown): string {
  const out = { paint, width };
  const { name, key, version, type, sampleEmit } = facts;
  const sample = sampleEmit === undefined ? [] : shown(sampleEmit, paint).split("\n");
  return [
    `${paint.bold(name)}  ${paint.cyan(key)}  ${paint.dim(`${type} ${version}`)}`,
    "",
    ...wrap(readable(facts.description, paint), width),
    "",
    paint.bold("Props"),
    ...indent(propsSection(facts, out)),
    "",
    paint.bold("Scopes"),
    ...indent([scopeList(facts.scopes), accountLine(facts.managed, paint)]),
    ...otherApp(facts, out),
    ...sample.length > 0 ? ["", paint.bold("An event, as a workflow receives it"), ...indent(sample)] : [],
    "",
    paint.bold("Try it"),
    `  ${paint.cyan(facts.example)}`,
  ].join("\n");
}
