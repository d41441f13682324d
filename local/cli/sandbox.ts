import { NOW_FORM, SEEDS } from "../sandbox/bounds";
import { readWhole } from "./arguments";
import type { AddCommand, Cli } from "./cli";
import { examples } from "./cli";
import { refusal } from "./ports";
import { withProgress } from "./progress";
import { columns, indent } from "./text";
import { UsageError } from "./usage";

interface Flags {
  port: string;
  seed?: string;
  now?: string;
}

const MAX_PORT = 65_535;

const CONTROLS = [
  ["GET  /_sandbox/state", "its clock, time zone and records"],
  ["GET  /_sandbox/requests", "the requests it answered"],
  ["POST /_sandbox/reset", "start over: {\"seed\":2}; without quotas: {\"rateLimit\":false}"],
  ["POST /_sandbox/clock", "time goes on: {\"now\":\"2026-03-21T09:00:00Z\"}"],
  ["POST /_sandbox/sync", "what the watch recorded becomes visible"],
  ["POST /_sandbox/records", "the person records something"],
  ["POST /_sandbox/faults", "requests fail as you say"],
];

/** The clock as it is given, where the sandbox can stand there. */
function readNow(text: string, isNow: (text: string) => boolean): string {
  if (isNow(text)) return text;
  throw new UsageError(`--now takes ${NOW_FORM}, not ${text}.`);
}

const NOTES = `
Its clock stands until it is moved: the day stays as it is, and a quota that is used up stays so.
Its controls are for programs on this machine: a page of another site in a browser is refused.`;

/** Waits for Ctrl-C, or for being told to end. */
function untilStopped(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => done());
  });
}

async function sandbox(flags: Flags, { out }: Cli): Promise<void> {
  const { print, paint } = out;
  const port = readWhole("--port", flags.port, [0, MAX_PORT]);
  const seed = flags.seed === undefined ? undefined : readWhole("--seed", flags.seed, SEEDS);
  const { isNow, startSandbox } = await import("../sandbox");
  const now = flags.now === undefined ? undefined : readNow(flags.now, isNow);
  const wanted = { port, ...seed === undefined ? {} : { seed }, ...now ? { now } : {} };
  const stopped = untilStopped();
  const server = await withProgress("Starting the sandbox", () => startSandbox(wanted))
    .catch((error: unknown) => {
      const reason = refusal(error);
      if (!reason) throw error;
      throw new UsageError(`Port ${port} ${reason}: choose another with --port.`);
    });
  const { url } = server;
  print([
    `The sandbox listens at ${paint.bold(url)}`,
    "",
    "Try it",
    ...indent([
      paint.cyan(`curl -H "Authorization: Bearer sandbox" ${url}/1/user/-/profile.json`),
      paint.cyan(`npx fitbit run get-sleep-log --prop date=yesterday --sandbox-url ${url}`),
      paint.cyan(`npx fitbit connect fitbit --client-id try --sandbox-url ${url}`),
    ]),
    "",
    "Its controls",
    ...indent(columns(CONTROLS)),
    "",
    paint.dim("Ctrl-C ends it."),
  ].join("\n"));
  await stopped;
  await server.close();
}

export const addSandbox: AddCommand = (program, cli) => {
  program.command("sandbox")
    .description("start a stand-in for the APIs of these components, with the data of an invented person")
    .option("--port <port>", "where it listens; 0 picks a free port", "8787")
    .option("--seed <number>", "which person: the same seed and clock, the same life")
    .option("--now <instant>", "what its clock says, e.g. 2026-03-20T09:00:00Z")
    .addHelpText("after", examples([
      "fitbit sandbox",
      "fitbit sandbox --port 0 --seed 7 --now 2026-06-01T18:30:00Z",
    ]))
    .addHelpText("after", NOTES)
    .action((flags: Flags) => sandbox(flags, cli));
};
