import { isFields } from "../../local/runtime/component";
import type { Rules } from "./rules";
import { textOf, type Subject } from "./subject";

const FIRST_LITERALS = [/\bkey:\s*(.*)/, /\bversion:\s*(.*)/];
const IMPORT = /^(?:import|export)\b[^;]*?from\s+"([^"]+)";|\bimport\(\s*"([^"]+)"/gm;
const SHIPPED = [
  /^\.\.\/\.\.\/(?:common\/[\w/-]+|fitbit\.app|google_health\.app)$/,
  /^\.\/[\w-]+$/,
  /^@pipedream\/platform$/,
];
const GOOGLE_KEY = /"(google_health-[a-z0-9-]+)"/g;

/** What only the source of a module shows. */
export const everyText: Rules<Subject> = {
  "its first key and version are double-quoted literals": ({ text, component }) =>
    FIRST_LITERALS
      .map((pattern) => pattern.exec(text)?.[1] ?? "nothing")
      .find((found) => !["key", "version"].some((field) => found === `"${textOf(component, field)}",`)),

  "it imports the platform, its app, common and its own folder alone": ({ text }) =>
    [...text.matchAll(IMPORT)].map(([, from, dynamic]) => from ?? dynamic ?? "")
      .find((from) => !SHIPPED.some((pattern) => pattern.test(from))),

  "it says nothing to a console and reads no environment": ({ text }) =>
    /\b(?:console|process)\./.exec(text)?.[0],

  "it leaves its store to the helpers": ({ text }) => /\bthis\.db\b/.exec(text)?.[0],

  "a failure names its own twin, or its successor": ({ name, component, text, exports }) => {
    if (textOf(component, "key").startsWith("google_health-")) return undefined;
    const other = isFields(exports.googleHealth) ? `google_health-${name}` : exports.successor;
    const expected = typeof other === "string" ? [other] : [];
    const named = [...new Set([...text.matchAll(GOOGLE_KEY)].map(([, key = ""]) => key))];
    return String(named) !== String(expected) && `it names ${named.join(", ") || "none"}`;
  },
};
