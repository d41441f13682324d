import { createColors } from "picocolors";
import type { Output } from "../cli/output";
import { call } from "../cli/main";
import { svgOf } from "./svg";

const COLUMNS = 96;
const TITLE = "npm start: a night read through the Fitbit Web API, and the same through Google Health";

/** The steps of the workflow that are shown; the others are left out. */
const SHOWN = /\d {2}(?:Get Sleep Log|The same through Google Health)/;
const LEFT_OUT = "⋮";

/** What the demo prints on a terminal, a step after the other. */
async function played(packageRoot: string): Promise<string[]> {
  const printed: string[] = [];
  const paint = createColors(true);
  const print = (text: string) => printed.push(text);
  const out: Output = {
    print,
    say: print,
    json: () => undefined,
    jsonLine: () => undefined,
    keepPure: () => undefined,
    drained: () => Promise.resolve(),
    paint,
    paintSaid: paint,
    width: COLUMNS,
  };
  const code = await call(["demo"], { packageRoot, env: {}, out, exitCode: 0 });
  if (code !== 0) throw new Error(printed.at(-1));
  return printed;
}

/** The picture in README.md: parts of a run, as a terminal shows them. */
export async function picture(packageRoot: string): Promise<string> {
  const { dim, bold } = createColors(true);
  const parts = (await played(packageRoot)).filter((text) => SHOWN.test(text));
  const lines = parts.flatMap((text) => ["", dim(LEFT_OUT), ...text.split("\n")]);
  return svgOf([`${dim("$")} ${bold("npm start")}`, ...lines], COLUMNS, TITLE);
}
