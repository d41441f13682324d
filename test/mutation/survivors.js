import { readFileSync } from "node:fs";
import { equivalent } from "./equivalent.js";

const SURVIVED = ["Survived", "NoCoverage"];

/** Prints the mutants of a slice that no test notices, but for those that nobody could. */
export function printSurvivors(slice) {
  const { files } = JSON.parse(readFileSync(`coverage/mutation/${slice}.json`, "utf8"));
  const survivors = Object.entries(files).flatMap(([file, { source, mutants }]) => mutants
    .filter(({ status }) => SURVIVED.includes(status))
    .map(mutant => ({ file, ...read(mutant, source.split("\n")) })));
  const unlisted = survivors.filter(survivor => !isListed(survivor));
  unlisted.forEach(({ file, line, was, is }) => {
    process.stdout.write(`${file}:${line}\n- ${was}\n+ ${is}\n`);
  });
  process.stdout.write(`${slice}: ${survivors.length} survive, of which `
    + `${survivors.length - unlisted.length} are known to be equivalent.\n`);
}

/** The lines that a mutant touches, as they were and as it makes them. */
function read({ location: { start, end }, replacement }, lines) {
  const touched = lines.slice(start.line - 1, end.line);
  const before = touched[0].slice(0, start.column - 1);
  const after = touched.at(-1).slice(end.column - 1);
  return {
    line: start.line,
    was: onOneLine(touched.join("\n")),
    is: onOneLine(`${before}${replacement}${after}`),
  };
}

const onOneLine = text => text.replace(/\s+/g, " ").trim();

const isListed = ({ file, was, is }) => equivalent.some(known =>
  known.file === file && known.was === was && known.is.includes(is));
