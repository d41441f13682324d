import {
  deletion, editWeighing, type Person, type Weighing,
} from "../../../local/sandbox";
import { logId } from "../../../local/sandbox/fitbit/body/log";
import type { Log, Looks, Props, Report, Scene } from "../kind";
import type { Stage } from "../life";
import { measuredOnFitbit, measuredOnGoogleHealth, untilToday } from "../measuring";
import { momentOf, numbered } from "../moments";
import { idIn } from "../on-google-health";
import { endedAfter, SECOND } from "../time";
import type { Ways } from "../ways";

const weighingOf = ({ person }: Stage, log: Log): Weighing | undefined =>
  person.weighings().find(({ key }) => key === log.key);

/** A few that come again and again, so that some are of one weight. */
const kilograms = (minutes: number): number => 70 + (minutes % 5) / 2;

const ways: Ways = {
  record: ({ person }, made) => {
    const { minutes, synced, byApp } = made;
    const [start, kg] = [momentOf(made), kilograms(minutes)];
    if (byApp) person.addWeighing(start, kg);
    else person.record({ type: "weight", start, value: kg, synced });
  },
  repeat: (stage, log, synced) => {
    const kg = weighingOf(stage, log)?.kg;
    const start = log.start + (synced ? 0 : 90 * SECOND);
    if (start < stage.person.now) {
      stage.person.record({ type: "weight", start, value: kg, synced: true });
    }
  },
  edit: (stage, log, { minutes }) => {
    const weighing = weighingOf(stage, log);
    if (weighing) stage.person.change(editWeighing(weighing, kilograms(minutes + 90)));
  },
  remove: (stage, log) => {
    const weighing = weighingOf(stage, log);
    if (weighing) stage.person.change(deletion(weighing));
  },
};

function onFitbitList(scene: Scene, _: Props, since: number): Log[] {
  const { person } = scene;
  const ids = new Map<string, number>();
  const logs = endedAfter(since, person.weighings()).map(({ key, start, changed }) => {
    const second = String(logId(person, start));
    return {
      key,
      id: numbered(ids, second),
      start,
      end: start,
      day: person.timeline.local(start).slice(0, 10),
      alike: second,
      settled: Math.min(start, changed),
      wanted: true,
      content: "",
    };
  });
  return untilToday(scene, logs);
}

/** What is told of a weighing: by the scale, and by two apps that have it from there. */
function reportsOf(
  person: Person, { key, start, source }: Weighing, isCopied: boolean,
): Report[] {
  const report = (told: string, seconds: number): Report => {
    const at = start + seconds * SECOND;
    return { id: idIn(person, told), start: at, end: at, source: told };
  };
  const isThreefold = isCopied && source === "scale";
  return [
    report(key, 0),
    ...isThreefold ? [report(`${key}:mirror`, 30), report(`${key}:double`, 38)] : [],
  ];
}

function onGoogleList(
  { person, healthSwitches }: Scene, props: Props, since: number,
): Log[] {
  return endedAfter(since, person.weighings()).map((weighing) => {
    const { key, start, changed, source, kg } = weighing;
    return {
      key,
      id: idIn(person, key),
      reports: reportsOf(person, weighing, healthSwitches.weightCopies),
      type: String(kg),
      start,
      end: start,
      day: person.timeline.local(start).slice(0, 10),
      alike: key,
      settled: Math.min(start, changed),
      wanted: !props.skipWrittenByApps || source !== "client",
      content: source,
    };
  });
}

export const looks: Looks = {
  fitbit: { ...measuredOnFitbit, tells: ways, logs: onFitbitList },
  google_health: { ...measuredOnGoogleHealth, tells: ways, logs: onGoogleList },
};
