import { join } from "node:path";
import { Command } from "commander";
import { mergePayload, writeBundles, writePayload, type Asked, type Report } from "./commands";

export interface Options {
  only?: string;
  into?: string;
  out: string;
  bundle?: true;
  check?: true;
}

/** What `npm run registry --` takes. */
export const optionsOf = (words: readonly string[]): Options =>
  new Command("npm run registry --")
    .description("Writes the components as Pipedream takes them: JavaScript, by app.")
    .option("--only <keys>", "these alone: keys, or names without the app, with commas between")
    .option("--into <checkout>", "write into a checkout of the registry, beside what is there")
    .option("--bundle", "write one self-contained file a component, to publish privately")
    .option("--check", "do what the registry's checks do")
    .option("--out <folder>", "where to write", "dist")
    .parse(words, { from: "user" })
    .opts();

/** Does what the options say. */
export async function carriedOut(options: Options, asked: Asked): Promise<Report> {
  const { into, out, bundle } = options;
  if (bundle) return await writeBundles(asked, join(out, "publish"));
  if (into !== undefined) return await mergePayload(asked, into);
  return await writePayload(asked, join(out, "registry/components"));
}
