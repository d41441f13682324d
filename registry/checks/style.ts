import { ESLint } from "eslint";
import { isFaultless } from "../format";
import { registryStyle } from "../style";
import { modulesIn, type Check } from "./check";

/** The registry's ESLint: its rules of layout, its plugin, and ES2021 as the language. */
export const style: Check = async (files) => {
  const eslint = new ESLint({
    overrideConfigFile: true, overrideConfig: registryStyle, warnIgnored: false,
  });
  const problems: string[] = [];
  let looked = 0;
  for (const [path, text] of modulesIn(files)) {
    if (isFaultless(path, text)) {
      looked += 1;
      continue;
    }
    const [result] = await eslint.lintText(text, { filePath: path });
    looked += result ? 1 : 0;
    for (const { line, ruleId, message } of result?.messages ?? []) {
      problems.push(`${path}:${line}: ${message}${ruleId === null ? "" : ` (${ruleId})`}`);
    }
  }
  return { looked, problems };
};
