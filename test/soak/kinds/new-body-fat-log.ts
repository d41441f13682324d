import { deletion, editEntry, withoutFat, type Person } from "../../../local/sandbox";
import { fatsOf, logId, type Fat } from "../../../local/sandbox/fitbit/body/log";
import type { Log, Looks, Props, Scene } from "../kind";
import type { Stage } from "../life";
import { measuredOnFitbit, measuredOnGoogleHealth, untilToday } from "../measuring";
import { momentOf, numbered } from "../moments";
import { idIn } from "../on-google-health";
import { SECOND } from "../time";
import type { Ways } from "../ways";

/** Of a scale it is known by the weighing. */
const keyOf = ({ record }: Fat): string => "kg" in record ? `${record.key}:fat` : record.key;

const fatOf = ({ person }: Stage, log: Log): Fat | undefined =>
  fatsOf(person).find((fat) => keyOf(fat) === log.key);

/** A few that come again and again, so that some are of one value. */
const percent = (minutes: number): number => 18 + (minutes % 5) / 2;

const ways: Ways = {
  record: ({ person }, made) => {
    const { minutes, synced, byApp } = made;
    const [start, value] = [momentOf(made), percent(minutes)];
    if (byApp) person.addFat(start, value);
    else person.record({ type: "fat", start, value, synced });
  },
  repeat: (stage, log, synced) => {
    const start = log.start + (synced ? 0 : 90 * SECOND);
    const value = fatOf(stage, log)?.percent;
    if (start >= stage.person.now) return;
    stage.person.record({ type: "fat", start, value, synced: true });
  },
  edit: (stage, log, { minutes }) => {
    const { record } = fatOf(stage, log) ?? {};
    if (!record || "kg" in record) return;
    stage.person.change(editEntry(record, { value: percent(minutes + 90) }));
  },
  remove: (stage, log) => {
    const { record } = fatOf(stage, log) ?? {};
    if (record) stage.person.change("kg" in record ? withoutFat(record) : deletion(record));
  },
};

const newer = (person: Person, since: number): Fat[] =>
  fatsOf(person).filter(({ start }) => start > since);

/** What both apps show of it alike. */
function onBoth(person: Person, fat: Fat) {
  const { record, start } = fat;
  return {
    key: keyOf(fat),
    start,
    end: start,
    day: person.timeline.local(start).slice(0, 10),
    settled: Math.min(start, record.changed),
  };
}

function onFitbitList(scene: Scene, _: Props, since: number): Log[] {
  const { person } = scene;
  const ids = new Map<string, number>();
  const logs = newer(person, since).map((fat) => {
    const second = String(logId(person, fat.start));
    const id = numbered(ids, second);
    return { ...onBoth(person, fat), id, alike: second, wanted: true, content: "" };
  });
  return untilToday(scene, logs);
}

const isByApp = ({ record }: Fat): boolean => "by" in record && record.by === "client";

function onGoogleList({ person }: Scene, props: Props, since: number): Log[] {
  return newer(person, since).map((fat) => {
    const { start } = fat;
    const key = keyOf(fat);
    const id = idIn(person, key);
    return {
      ...onBoth(person, fat),
      id,
      reports: [{ id, start, end: start, source: key }],
      type: String(fat.percent),
      alike: key,
      wanted: !props.skipWrittenByApps || !isByApp(fat),
      content: "",
    };
  });
}

export const looks: Looks = {
  fitbit: { ...measuredOnFitbit, tells: ways, logs: onFitbitList },
  google_health: { ...measuredOnGoogleHealth, tells: ways, logs: onGoogleList },
};
