import type { AppSlug } from "../../../local/catalog/apps";
import { USUAL_DAYS, type Log, type Look, type Looks, type Props } from "../kind";
import type { Stage } from "../life";
import { moving } from "../moving";
import { onFitbit } from "../on-fitbit";
import { onGoogleHealth } from "../on-google-health";
import type { Ways } from "../ways";
import { looks as exercises } from "./new-activity-log";
import { looks as weighings } from "./new-weight-log";

/** What moves and is worked out again, and what is of a moment: two kinds in one source. */
const KINDS: Record<string, Looks> = { exercise: exercises, weight: weighings };

const kindOf = (id: string): string => id.slice(0, id.indexOf("-"));

/** A log as the source names it. */
function named(kind: string, log: Log): Log {
  const id = (own: string) => `${kind}-${own}`;
  return {
    ...log,
    id: id(log.id),
    alike: id(log.alike),
    ...log.reports && { reports: log.reports.map((one) => ({ ...one, id: id(one.id) })) },
  };
}

/** What the person does with the records of one kind; of a new one, its minutes say which. */
const waysOf = (kind: string): Ways => {
  const { tells } = KINDS[kind]?.fitbit ?? {};
  return typeof tells === "object" ? tells : moving;
};
const ofLog = ({ id }: Log): Ways => waysOf(kindOf(id));

const ways: Ways = {
  record: (stage: Stage, made) =>
    waysOf(made.minutes % 2 ? "exercise" : "weight").record(stage, made),
  repeat: (stage, log, synced) => ofLog(log).repeat(stage, log, synced),
  edit: (stage, log, edit) => ofLog(log).edit(stage, log, edit),
  remove: (stage, log) => ofLog(log).remove(stage, log),
};

/** The looks of the kinds on an app as one. */
function together(app: AppSlug) {
  const all = Object.entries(KINDS).flatMap(([kind, looks]): [string, Look][] =>
    looks[app] ? [[kind, looks[app]]] : []);
  const lookOf = Object.fromEntries(all);
  return {
    tells: ways,
    // As the first of them forgets.
    lookBackDays: USUAL_DAYS,
    historyDays: 150,
    logs: (scene, props, since) => all
      .flatMap(([kind, look]) => look.logs(scene, props, since).map((log) => named(kind, log)))
      .sort((a, b) => a.end - b.end),
    mayBeOne: (a, b) => kindOf(a.id) === kindOf(b.id)
      && lookOf[kindOf(a.id)]?.mayBeOne?.(a, b) === true,
    isWanted: () => true,
    isNamed: (id, { kind, record }) => {
      const log = record as Props;
      const own = id.slice(kindOf(id).length + 1);
      const isNamed = lookOf[kindOf(id)]?.isNamed?.(own, log) ?? own === log.logId;
      return kind === kindOf(id) && isNamed;
    },
  } satisfies Partial<Look>;
}

const kinds = Object.keys(KINDS);

export const looks: Looks = {
  fitbit: {
    ...onFitbit,
    ...together("fitbit"),
    choices: [{ kinds }, { kinds, timeZone: "home" }],
    // The weighings of a month each, of as long as nobody polled.
    costs: { perPage: 1, idle: 2, beside: ({ timeZone }) => 6 + (timeZone ? 0 : 1) },
    vague: 0,
  },
  google_health: {
    ...onGoogleHealth,
    ...together("google_health"),
    choices: [{ kinds }, { kinds, unitSystem: "en_US" }],
    costs: { ...onGoogleHealth.costs, idle: 2, beside: () => 3 },
  },
};
