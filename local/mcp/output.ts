import results from "./results/results.json";
import type { Schema } from "./results/schema";

/** What every answer has, whatever the action gives. */
const ALWAYS: Record<string, Schema> = {
  freshness: { type: "object" },
  missing: { type: "array" },
};

const SOMETIMES: Record<string, Schema> = { leftOut: { type: "object" } };

/** What is told of an action that gives no object. */
const ANYTHING: Schema = { type: "object", properties: { result: {} } };

/** What a tool answers, as JSON Schema. */
export function outputSchema(name: string): Schema & { type: "object" } {
  const table: Record<string, Schema> = results;
  const given = table[name]?.type === "object" ? table[name] : ANYTHING;
  return {
    type: "object",
    properties: { ...given.properties, ...ALWAYS, ...SOMETIMES },
    required: [...new Set([...given.required ?? [], ...Object.keys(ALWAYS)])],
  };
}
