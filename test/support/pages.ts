import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The pages that tell people what to type. */
export const PAGES = [
  "README.md", "docs/agents.md", "docs/local.md", "docs/on-pipedream.md", "docs/registry.md",
  "docs/moving-from-fitbit.md",
];

export const pageAt = (path: string): string => readFileSync(join(process.cwd(), path), "utf8");

/** The commands in a page's blocks of shell, without what is said of them. */
export function typedIn(page: string): string[] {
  return [...page.matchAll(/^```sh\n([^]*?)^```$/gm)].flatMap(([, block = ""]) => block.split("\n"))
    .flatMap((line) => line.replace(/#.*/, "").split("&&"))
    .map((command) => command.trim())
    .filter(Boolean);
}

/** All commands of a page that can be run here: what it names within its text too. */
export function commandsIn(page: string): string[] {
  const named = [...page.matchAll(/`((?:npm|npx) [^`]+)`/g)]
    .flatMap(([, command = ""]) => command.split("&&"))
    .map((command) => command.replace(/\s+/g, " ").trim());
  return [...typedIn(page), ...named];
}

/** The commands of all pages that start so, each once, as the words behind that. */
export function commandsOf(start: string): string[][] {
  const all = PAGES.flatMap((path) => commandsIn(pageAt(path)))
    .filter((command) => `${command} `.startsWith(`${start} `));
  return [...new Set(all)].map((command) => command.slice(start.length).split(" ").filter(Boolean));
}
