import type { Files } from "../files";

/** What a check came to. */
export interface Outcome {
  /** How many files or keys it looked at: a check that saw nothing has proved nothing. */
  looked: number;
  /** What is wrong, each with the file. */
  problems: string[];
}

export type Check = (files: Files) => Outcome | Promise<Outcome>;

/** Checks by what they look at. */
export type Checks = Record<string, Check>;

/** Runs checks: says how much each looked at, and what is wrong. */
export async function checked(
  files: Files, checks: Checks,
): Promise<{ lines: string[]; problems: string[] }> {
  const lines: string[] = [];
  const problems: string[] = [];
  for (const [name, check] of Object.entries(checks)) {
    const outcome = await check(files);
    lines.push(`${String(outcome.looked).padStart(5)} ${name}`);
    problems.push(...outcome.problems);
  }
  return { lines, problems };
}

/** Where a component of an app stands. */
export interface Place {
  path: string;
  text: string;
  app: string;
  kind: string;
  folder: string;
  base: string;
}

const COMPONENT = /^([^/]+)\/(actions|sources)\/([^/]+)\/([^/]+)\.mjs$/;

/** The components of a payload: what the registry would publish. */
export function componentsIn(files: Files): Place[] {
  return [...files].flatMap(([path, text]) => {
    const [, app = "", kind = "", folder = "", base = ""] = COMPONENT.exec(path) ?? [];
    return app && base !== "test-event" ? [{ path, text, app, kind, folder, base }] : [];
  });
}

/** The JavaScript of a payload. */
export function modulesIn(files: Files): [path: string, text: string][] {
  return [...files].filter(([path]) => path.endsWith(".mjs"));
}

/** The apps that a payload is of. */
export function appsIn(files: Files): string[] {
  return [...new Set([...files.keys()].map((path) => path.split("/")[0] ?? ""))];
}
