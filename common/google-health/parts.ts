import type { Missing } from "../answer";
import { lossOf } from "../losses";
import { adding } from "../wire/errors";

/** A call that gives some fields of an answer. */
export interface Part<T> {
  fields: string[];
  ask(): Promise<T>;
}

type Got<P> = { [K in keyof P]?: P[K] extends Part<infer T> ? T : never };

/**
 * An answer of several calls. A part that the API refuses, be it for want of a scope, or does
 * not offer, is lost alone, and its fields are named, each once. Any other failure fails the
 * whole and names its part, and so does a refusal of everything.
 */
export async function assemble<const P extends Record<string, Part<unknown>>>(parts: P) {
  const names = Object.keys(parts);
  const asked = Object.values(parts);
  const outcomes = await Promise.allSettled(asked.map((part) => part.ask()));
  const failures = outcomes.map((outcome, i) =>
    "reason" in outcome ? lossFor(outcome, asked[i]) : undefined);
  if (failures.every((loss) => loss !== undefined)) throw firstReason(outcomes);
  const lost = failures.flatMap((loss, i): Missing[] =>
    loss ? (asked[i]?.fields ?? []).map((part) => ({ part, ...loss })) : []);
  const missing = [...new Map(lost.map((loss) => [loss.part, loss])).values()];
  const got = Object.fromEntries(names.map((name, i) => [name, valueOf(outcomes[i])]));
  return { got: got as Got<P>, ...missing.length && { missing } };
}

/** Why a part is lost. Throws what is no such reason. */
function lossFor(
  { reason }: PromiseRejectedResult,
  { fields }: Pick<Part<unknown>, "fields"> = { fields: [] },
): Omit<Missing, "part"> {
  const loss = lossOf(reason);
  if (loss) return loss;
  throw adding(reason, `It was asked for ${fields.join(", ")}.`);
}

function firstReason(outcomes: PromiseSettledResult<unknown>[]): unknown {
  return outcomes.flatMap((outcome) => "reason" in outcome ? [outcome.reason as unknown] : [])[0];
}

function valueOf(outcome: PromiseSettledResult<unknown> | undefined): unknown {
  return outcome && "value" in outcome ? outcome.value : undefined;
}
