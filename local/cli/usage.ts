/** The command was called wrongly; the message says how to call it. Exit code 2. */
export class UsageError extends Error {
  override name = "UsageError";
}

/** Known by name: their classes are loaded only by the commands that need them. */
const USAGE = [
  "UsageError",
  "UnknownKeyError",
  "LoadError",
  "PropError",
  "StateFileError",
  "SandboxOptionError",
];

/** Whether an error says that the command was called wrongly. */
export function isUsage(error: unknown): error is Error {
  return error instanceof Error && USAGE.includes(error.name);
}
