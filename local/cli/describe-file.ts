import type { Component, ResolvedProp } from "../runtime";
import { kindOf, resolveProps } from "../runtime";
import type { Cli } from "./cli";
import type { Shown } from "./describe-text";
import { propsSection } from "./describe-text";
import type { PropFacts } from "./differences";
import { propFacts } from "./differences";
import { exampleOf } from "./example";
import { askProps } from "./options";
import { shown } from "./report";
import type { TargetFlags } from "./target";
import { indent, readable, wrap } from "./text";
import { isUsage } from "./usage";

/** Everything `describe` tells of the component in a file. */
export interface FileFacts {
  file: string;
  key?: string;
  name?: string;
  version?: string;
  type: "action" | "source";
  description?: string;
  props: PropFacts[];
  /** An event of a source, as a workflow receives it. */
  sampleEmit?: unknown;
  example: string;
}

/** The props for these values; where it cannot tell them, those that are written. */
async function propsFor(
  component: Component,
  values: Record<string, unknown>,
  flags: TargetFlags,
  cli: Cli,
): Promise<ResolvedProp[]> {
  try {
    return await askProps(component, values, flags, cli);
  } catch (error) {
    if (isUsage(error) || !(error instanceof Error)) throw error;
    cli.out.say(`Its additionalProps failed, so some props may be missing: ${error.message}`);
    return resolveProps(component);
  }
}

/** Gathers what there is to tell of a file, once these values are set. */
export async function fileFacts(
  file: string,
  component: Component,
  values: Record<string, unknown>,
  flags: TargetFlags,
  cli: Cli,
): Promise<FileFacts> {
  const { key, name, version, description, sampleEmit } = component;
  const props = await propsFor(component, values, flags, cli);
  const type = kindOf(component);
  return {
    file,
    ...key === undefined ? {} : { key },
    ...name === undefined ? {} : { name },
    ...version === undefined ? {} : { version },
    type,
    ...description === undefined ? {} : { description },
    props: propFacts(props),
    ...sampleEmit === undefined ? {} : { sampleEmit },
    example: exampleOf({ type, key: file, props }),
  };
}

/** What `describe` prints of a file for a person. */
export function fileText(facts: FileFacts, { paint, width }: Shown): string {
  const { file, type, props, sampleEmit } = facts;
  const { name = type === "action" ? "A step" : "A source", key = file } = facts;
  const version = [type, facts.version ?? ""].join(" ").trim();
  const description = wrap(readable(facts.description ?? "", paint), width);
  const sample = sampleEmit === undefined ? [] : shown(sampleEmit, paint).split("\n");
  const rows = propsSection({ props, key: file }, { paint, width });
  return [
    `${paint.bold(name)}  ${paint.cyan(key)}  ${paint.dim(version)}`,
    ...description.length > 0 ? ["", ...description] : [],
    "",
    paint.bold("Props"),
    ...indent(rows.length > 0 ? rows : ["none"]),
    ...sample.length > 0 ? ["", paint.bold("An event, as a workflow receives it"), ...indent(sample)] : [],
    "",
    paint.bold("Try it"),
    `  ${paint.cyan(facts.example)}`,
  ].join("\n");
}
