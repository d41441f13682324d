import { invalid } from "../envelope";
import { type Fields, jsonOf, readMessage } from "../read";
import type { Call } from "../route";

/** The fields to change: those of the mask, else, and for `*`, those of the body. */
export function masked(call: Call, message: string, updatable: readonly string[]): Fields {
  const body = readMessage(call.schemas, message, jsonOf(call.body), "");
  const mask = call.query.get("updateMask");
  const names = mask === undefined || mask === "" || mask === "*"
    ? Object.keys(body).filter((name) => name !== "name")
    : mask.split(",").map((name) => (
        name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      ));
  const other = names.find((name) => !updatable.includes(name));
  if (other !== undefined) throw invalid("update_mask", `Updates to ${other} are not supported.`);
  return Object.fromEntries(names.map((name) => [name, body[name]]));
}
