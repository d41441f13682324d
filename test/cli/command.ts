import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const packageRoot = resolve(__dirname, "../..");
export const bin = join(packageRoot, "bin/fitbit.js");

/** A file of `fixtures/steps`. */
export const step = (name: string): string => join(__dirname, "fixtures/steps", name);

export interface Outcome {
  code: number | null;
  stdout: string;
  stderr: string;
}

export interface Surroundings {
  cwd?: string;
  env?: Record<string, string>;
  /** How the command is called. */
  program?: string;
}

/** Nothing is connected there. */
const NOWHERE = join(tmpdir(), "fitbit-cli-nowhere");

const OURS = /^(FITBIT|GOOGLE_HEALTH|SLACK)_|^(NO_COLOR|FORCE_COLOR)$/;

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const rest = Object.entries(process.env).filter(([name]) => !OURS.test(name));
  return { ...Object.fromEntries(rest), XDG_CONFIG_HOME: NOWHERE, ...more };
}

/** Starts the command; `ended` waits for it. */
export function start(args: string[], surroundings: Surroundings = {}) {
  const { cwd = packageRoot, env, program = bin } = surroundings;
  return spawn(process.execPath, [program, ...args], { cwd, env: environment(env) });
}

/** What a command that was started has printed when it ends. */
export function ended(child: ReturnType<typeof start>): Promise<Outcome> {
  const outcome: Outcome = { code: null, stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => outcome.stdout += text);
  child.stderr.setEncoding("utf8").on("data", (text: string) => outcome.stderr += text);
  return new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", (code) => done({ ...outcome, code }));
  });
}

/** Runs the command as a person does. */
export function fitbit(args: string[], surroundings?: Surroundings): Promise<Outcome> {
  return ended(start(args, surroundings));
}

/** What the command prints as JSON; fails when that is not all there is on stdout. */
export async function fitbitJson<T>(args: string[], surroundings?: Surroundings): Promise<T> {
  const { stdout } = await fitbit([...args, "--json"], surroundings);
  return JSON.parse(stdout) as T;
}

/** What `run --json` prints. */
export interface RunJson {
  return: unknown;
  exports: Record<string, unknown>;
  requests: { method: string; url: string; status: number }[];
  ms: number;
  account: string;
  error?: { name: string; message: string };
}

export interface RunningSandbox {
  url: string;
  /** All it printed before it began to wait. */
  printed: string;
  child: ChildProcess;
  /** Ctrl-C, and its exit code. */
  interrupt: () => Promise<number | null>;
}

/** Starts `fitbit sandbox` and waits until it listens. */
export async function runSandbox(args: string[] = []): Promise<RunningSandbox> {
  const child = start(["sandbox", "--port", "0", ...args]);
  const closed = new Promise<number | null>((done) => child.once("close", done));
  let printed = "";
  for await (const text of child.stdout.setEncoding("utf8") as AsyncIterable<string>) {
    printed += text;
    if (printed.includes("Ctrl-C")) break;
  }
  const [url = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
  return {
    url,
    printed,
    child,
    interrupt: () => {
      child.kill("SIGINT");
      return closed;
    },
  };
}

/** A folder with these files, outside of the package; removed after the tests. */
export function folderWith(files: Record<string, string>): { path: () => string } {
  let path = "";
  beforeAll(async () => {
    path = await mkdtemp(join(tmpdir(), "fitbit-cli-"));
    await Promise.all(
      Object.entries(files).map(([name, text]) => writeFile(join(path, name), text)),
    );
  });
  afterAll(() => rm(path, { recursive: true }));
  return { path: () => path };
}
