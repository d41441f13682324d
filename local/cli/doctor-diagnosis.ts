import { isAt } from "../accounts/account";
import { notGranted } from "../accounts/scopes";
import { readAccounts } from "../accounts/store";
import type { AppSlug } from "../catalog/apps";
import type { CatalogComponent } from "../catalog/catalog";
import type { ActionRun } from "../runtime";
import { reportError } from "../runtime";
import type { Check, Failing, Patient } from "./doctor-checks";
import { accessCheck, bad, dataCheck, failingOf, scopeCheck } from "./doctor-checks";
import type { Findings } from "./doctor-probes";
import { PROBES } from "./doctor-probes";
import { execute } from "./execute";
import type { Target } from "./target";
import { openTarget } from "./target";
import { textAt } from "./values";

export interface Diagnosis {
  app: AppSlug;
  sandboxUrl?: string;
  user?: string;
  isFine: boolean;
  checks: Check[];
  failing: Failing[];
}

/** An account that is being looked at. */
interface Visit {
  patient: Patient;
  target: Target;
  /** Those of its app. */
  components: readonly CatalogComponent[];
}

async function runOf({ target, components }: Visit, name: string, props = {}) {
  const found = components.find((one) => one.name === name);
  if (!found) throw new Error(`There is no ${name}.`);
  return (await execute(found.component, target, { props, log: () => undefined })).run;
}

/** Whether its scopes were granted, as far as that is known. */
function isAllowed({ patient: { app, account }, components }: Visit, name: string): boolean {
  const wanted = components.find((one) => one.name === name)?.entry.scopes ?? [];
  return account === undefined || notGranted(app, wanted, account.scopes).length === 0;
}

const isForScope = (run: ActionRun): boolean => !run.ok && run.error.name === "MissingScopeError";

/** Who the account is, where the API tells it apart from its data. */
async function accountCheck(visit: Visit): Promise<Check | undefined> {
  if (visit.patient.app !== "google_health") return undefined;
  const run = await runOf(visit, "get-identity");
  if (isForScope(run)) return undefined;
  if (!run.ok) return bad(run.error, visit.patient);
  return { check: "account", state: "good", text: `${textAt(run.exports, "$summary")}.` };
}

/** Looks for data, up to the first probe that fails for another reason than a scope. */
async function look(visit: Visit): Promise<Findings | Check> {
  const findings: Findings = { found: [], none: [] };
  for (const { name, props, what, newest } of PROBES) {
    if (!isAllowed(visit, name)) continue;
    const run = await runOf(visit, name, props);
    if (isForScope(run)) continue;
    if (!run.ok) return bad(run.error, visit.patient);
    const found = newest(run.return);
    if (found) findings.found.push(found);
    else findings.none.push(what);
  }
  return findings;
}

async function checksOf(visit: Visit): Promise<Check[]> {
  const { patient, target } = visit;
  const access = accessCheck(patient);
  const account = await accountCheck(visit);
  if (account?.state === "bad") return account.check === "access" ? [account] : [access, account];
  const found = await look(visit);
  const data = "check" in found
    ? found
    : dataCheck(patient, found, await target.clock?.() ?? Date.now());
  if (data.check === "access") return [data];
  return [access, ...account ? [account] : [], data];
}

/** The account as it is stored once it was refreshed. */
async function refreshed(patient: Patient): Promise<Patient> {
  if (!patient.account) return patient;
  const stored = (await readAccounts(patient.env)).find(isAt(patient.account));
  return { ...patient, account: stored ?? patient.account };
}

async function checkup(
  patient: Patient,
  components: readonly CatalogComponent[],
): Promise<Check[]> {
  const { app, sandboxUrl, env } = patient;
  try {
    const flags = sandboxUrl === undefined ? {} : { sandboxUrl };
    const target = await openTarget([app], flags, env);
    const visit = { patient: await refreshed(patient), target, components };
    return await checksOf(visit).finally(() => target.close());
  } catch (error) {
    return [{ check: "access", state: "bad", text: reportError(error).message }];
  }
}

/** What an account can do, and what is wrong with it. */
export async function diagnose(
  patient: Patient,
  catalog: readonly CatalogComponent[],
): Promise<Diagnosis> {
  const { app, sandboxUrl, account } = patient;
  const components = catalog.filter(({ entry }) => entry.app === app);
  const failing = failingOf(patient, components);
  const checks = [...await checkup(patient, components), scopeCheck(patient, failing)];
  return {
    app,
    ...sandboxUrl === undefined ? {} : { sandboxUrl },
    ...account?.user === undefined ? {} : { user: account.user },
    isFine: checks.every(({ state }) => state !== "bad"),
    checks,
    failing,
  };
}
