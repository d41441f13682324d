import { sourceKey } from "../../../common/google-health/sources";
import type { Person } from "../../../local/sandbox";
import { dataSourceOf } from "../../../local/sandbox/google-health/sources";
import type { Log, Look, Looks, Props, Scene } from "../kind";
import type { Stage } from "../life";
import { momentOf, NOT_OF_MOMENTS, numbered } from "../moments";
import { onFitbit } from "../on-fitbit";
import { onGoogleHealth } from "../on-google-health";
import { SECOND } from "../time";
import type { Ways } from "../ways";

const readingOf = ({ person }: Stage, log: Log) =>
  person.glucoses().find(({ key }) => key === log.key);

function take(person: Person, start: number, minutes: number, synced: boolean): void {
  const reading = { start, mgPerDl: 80 + minutes, measured: minutes % 2 > 0 };
  person.taken.glucoses.add((key) => ({ key, ...reading }), synced);
}

const ways: Ways = {
  record: ({ person }, made) => take(person, momentOf(made), made.minutes, made.synced),
  repeat: ({ person }, { start }, synced) => {
    const again = start + (synced ? 0 : 90 * SECOND);
    if (again < person.now) take(person, again, 20, true);
  },
  edit: (stage, log, { minutes }) => {
    const reading = readingOf(stage, log);
    if (reading) stage.person.taken.glucoses.change({ ...reading, mgPerDl: 200 + minutes });
  },
  remove: (stage, log) => {
    const reading = readingOf(stage, log);
    if (reading) stage.person.taken.glucoses.remove(reading);
  },
};

/** What an app shows of the readings: they are told apart by their second on its clock. */
function logsBy(
  { person }: Scene, since: number, idAt: (start: number) => string,
): Log[] {
  const ids = new Map<string, number>();
  const recent = person.glucoses().filter(({ start }) => start > since);
  return recent.map(({ key, start }) => {
    const second = idAt(start);
    return {
      key,
      id: numbered(ids, second),
      start,
      end: start,
      day: person.timeline.local(start).slice(0, 10),
      alike: second,
      settled: start,
      wanted: true,
      content: "",
    };
  });
}

const onFitbitList = (scene: Scene, _: Props, since: number): Log[] =>
  logsBy(scene, since, (start) => scene.person.timeline.local(start).slice(0, 19));

function onGoogleList(scene: Scene, _: Props, since: number): Log[] {
  const { healthSwitches: switches } = scene;
  const from = switches.glucoseWithoutOffset ? "healthConnect" : "app";
  const source = sourceKey(dataSourceOf(from, switches));
  return logsBy(scene, since, (start) =>
    `${new Date(start).toISOString().slice(0, 19)}-${source}`);
}

const onBoth = {
  tells: ways,
  lookBackDays: 2,
  historyDays: 20,
  isWanted: () => true,
  isNamed: (id, { dateTime }) => typeof dateTime === "string" && /^\d{4}-\d\d-\d\dT/.test(id),
  page: 10_000,
  pagesOf: () => 1,
  vague: 0,
} satisfies Partial<Look>;

export const looks: Looks = {
  fitbit: {
    ...onFitbit,
    ...onBoth,
    choices: [{}, { timeZone: "home" }, { unitSystem: "en_US" }],
    costs: { perPage: 1, beside: ({ timeZone }) => timeZone ? 0 : 1 },
    never: [...onFitbit.never, ...NOT_OF_MOMENTS],
    logs: onFitbitList,
  },
  google_health: {
    ...onGoogleHealth,
    ...onBoth,
    choices: [{}, { unitSystem: "en_US" }],
    // What does not tell its offset is placed by the settings.
    costs: { perPage: 1, beside: () => 1 },
    never: [...onGoogleHealth.never, ...NOT_OF_MOMENTS],
    syncChangesIds: false,
    logs: onGoogleList,
  },
};
