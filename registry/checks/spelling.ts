import { spawnSync } from "node:child_process";
import type { Check } from "./check";

/** Gives the words of a text that are not spelt so; undefined where nobody can tell. */
export type Speller = (text: string, known: readonly string[]) => string[] | undefined;

/** The words of a README as the registry's CI reads them. */
export const aspell: Speller = (text, known) => {
  const { stdout, error } = spawnSync("aspell", ["list", "--lang=en"], {
    input: text, encoding: "utf8",
  });
  if (error) return undefined;
  return [...new Set(stdout.split("\n"))].filter((word) => word && !known.includes(word));
};

/** The READMEs are spelt as a dictionary and a list of words have it. */
export const spelling = (known: readonly string[], speller = aspell): Check => (files) => {
  const texts = [...files].filter(([path]) => path.endsWith(".md"));
  const found = texts.map(([path, text]) => ({ path, words: speller(text, known) }));
  return {
    looked: found.filter(({ words }) => words).length,
    problems: found.flatMap(({ path, words = [] }) =>
      words.map((word) => `${path}: “${word}” is in no dictionary`)),
  };
};
