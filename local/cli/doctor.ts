import { accountsFile, isOpenToOthers, readAccounts } from "../accounts/store";
import type { AppSlug } from "../catalog/apps";
import { APP_NAMES } from "../catalog/apps";
import { splitKey } from "../catalog/apps";
import type { AddCommand, Cli } from "./cli";
import { examples, readApp } from "./cli";
import type { Check, Failing } from "./doctor-checks";
import { patientsIn } from "./doctor-checks";
import type { Diagnosis } from "./doctor-diagnosis";
import { diagnose } from "./doctor-diagnosis";
import { withProgress } from "./progress";
import { sandboxOrigin } from "./running-sandbox";
import { flow, indent, pad, wrap } from "./text";

interface Flags {
  app?: AppSlug;
  sandboxUrl?: string;
  json?: boolean;
}

type Shown = Pick<Cli["out"], "paint" | "width">;

const MARGIN = 12;

function marked({ state }: Check, { paint }: Shown): string {
  if (state === "good") return paint.green("✔");
  return state === "bad" ? paint.red("✘") : paint.yellow("!");
}

/** A name in the margin, and its text beside it. */
function beside(name: string, lines: string[]): string[] {
  const [first = "", ...more] = lines;
  return [`  ${pad(name, MARGIN - 2)}${first}`, ...indent(more, MARGIN)];
}

function checkLines(check: Check, shown: Shown): string[] {
  const { paint, width } = shown;
  const next = wrap(check.next ?? "", width - MARGIN).map((line) => paint.cyan(line));
  return beside(`${marked(check, shown)} ${check.check}`, [...wrap(check.text, width - MARGIN), ...next]);
}

/** The components that would fail, by what they lack. */
function failingLines(failing: readonly Failing[], { paint, width }: Shown): string[] {
  const missing = [...new Set(failing.map((one) => one.missing.join(" and ")))].sort();
  return missing.flatMap((scopes) => {
    const keys = failing.filter((one) => one.missing.join(" and ") === scopes)
      .map(({ key }) => splitKey(key).name);
    const lines = flow(keys, width - MARGIN - 2, "  ").map((line) => paint.dim(line));
    return indent([`without ${scopes}`, ...indent(lines)], MARGIN);
  });
}

function lines({ app, sandboxUrl, user, checks, failing }: Diagnosis, shown: Shown): string[] {
  const whose = user === undefined ? "" : ` ${user}`;
  const where = sandboxUrl === undefined ? "" : `, on the sandbox at ${sandboxUrl}`;
  return [
    `${shown.paint.bold(`${APP_NAMES[app]}${whose}`)}${where}`,
    ...checks.flatMap((check) => checkLines(check, shown)),
    ...failingLines(failing, shown),
    "",
  ];
}

const NOBODY = [
  "No account is connected, so components run on the sandbox, with the data of an invented person.",
  "For your own: `fitbit connect google_health --client-id ID`, or fitbit where its API still answers.",
];

async function doctor({ app, sandboxUrl, json }: Flags, cli: Cli): Promise<void> {
  const { env, out, packageRoot } = cli;
  const url = sandboxUrl === undefined ? undefined : sandboxOrigin(sandboxUrl);
  const patients = patientsIn(env, await readAccounts(env))
    .filter((one) => (!app || one.app === app) && (!url || one.sandboxUrl === url));
  const { loadCatalog } = await import("../catalog/catalog");
  const catalog = patients.length > 0 ? await loadCatalog(packageRoot) : [];
  const diagnoses: Diagnosis[] = [];
  for (const patient of patients) {
    const name = `Looking at ${APP_NAMES[patient.app]}`;
    diagnoses.push(await withProgress(name, () => diagnose(patient, catalog)));
  }
  if (!diagnoses.every(({ isFine }) => isFine)) cli.exitCode = 1;
  if (json) {
    out.json(diagnoses);
    return;
  }
  const file = accountsFile(env) ?? "";
  const open = await isOpenToOthers(file)
    ? [`Others on this machine can read ${file}: \`chmod 600 ${file}\` keeps it yours.`]
    : [];
  const text = patients.length > 0 ? diagnoses.flatMap((one) => lines(one, out)) : NOBODY;
  out.print([...text, ...open].join("\n").trimEnd());
}

export const addDoctor: AddCommand = (program, cli) => {
  program.command("doctor")
    .description("say what the connected accounts can do, and what to mend")
    .option("--app <app>", "of one app alone: fitbit or google_health", readApp)
    .option("--sandbox-url <url>", "of the accounts of this sandbox alone")
    .option("--json", "as JSON")
    .addHelpText("after", examples([
      "fitbit doctor",
      "fitbit doctor --app google_health --json",
    ]))
    .addHelpText("after", "\nIt reads a few records of each account, and exits with 1 when something is wrong.")
    .action((flags: Flags) => doctor(flags, cli));
};
