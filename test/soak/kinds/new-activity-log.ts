import type { Exercise } from "../../../local/sandbox";
import { nameOf } from "../../../local/sandbox/fitbit/activity/catalogue";
import { activityId } from "../../../local/sandbox/fitbit/activity/by-id";
import { copiedSpan, isTwofoldExercise } from "../../../local/sandbox/google-health/activity/copy";
import {
  displayNameOf, typeOf,
} from "../../../local/sandbox/google-health/activity/exercise-types";
import { comesAt, type Shared, toldFirst } from "../../../local/sandbox/google-health/copies";
import {
  USUAL_DAYS, type Log, type Look, type Looks, type Props, type Report, type Scene,
} from "../kind";
import { onFitbit } from "../on-fitbit";
import { idsIn, onGoogleHealth, shown, type Shown } from "../on-google-health";
import { endedAfter, MINUTE, overlapOfLonger, type Time, utcMinute } from "../time";

/** Whether these settings let an exercise through. */
function wants(props: Props, { start, end }: Time, name: string, ofApp: boolean): boolean {
  return (!props.activityNames || name === "Walk")
    && (!props.minimumMinutes || end - start >= 20 * MINUTE)
    && (!props.skipWrittenByApps || !ofApp);
}

/** What the person writes down, and no app. */
const BY_HAND: readonly unknown[] = ["hand", "web", "old"];

const isByApp = ({ origin, by }: Exercise): boolean =>
  origin === "manual" && !BY_HAND.includes(by);

/** The phone apps of Fitbit's are the person's hand. */
function isFromApp({ source }: Props): boolean {
  const { type, name = "" } = (source ?? {}) as { type?: string; name?: string };
  return ["app", "api"].includes(type ?? "") && !/^(Fitbit for|MobileTrack)/.test(name);
}

const onBoth = {
  tells: "activities",
  lookBackDays: USUAL_DAYS,
  choices: [
    {}, { activityNames: ["Walk"] }, { minimumMinutes: 20 }, { skipWrittenByApps: true },
  ],
  historyDays: 400,
  isWanted: (event, props) => (
    (!props.activityNames || event.activityName === "Walk")
    && (!props.minimumMinutes || Number(event.duration) >= 20 * MINUTE)
    && (!props.skipWrittenByApps || !isFromApp(event))
  ),
} satisfies Partial<Look>;

function onFitbitList({ person }: Scene, props: Props, since: number): Log[] {
  return endedAfter(since, person.exercises()).map((exercise) => {
    const { key, start, end, kind } = exercise;
    const local = person.timeline.local(start);
    const { name } = nameOf(kind);
    return {
      key,
      id: String(activityId(person, exercise)),
      start,
      end,
      day: local.slice(0, 10),
      alike: `${local.slice(0, 16)} ${name}`,
      settled: end,
      wanted: wants(props, exercise, name, isByApp(exercise)),
      content: `${name} ${end - start}`,
    };
  });
}

/** A report, and from when on the list says who it is from. */
interface Telling extends Report { listed: number; isCopy: boolean }

function tellingsOf(
  life: Shared, { record, byWatch, byApp }: Shown<Exercise>, lag: number,
): Telling[] {
  const { start, end, origin, by, changed } = record;
  const ids = idsIn(life.person)(record);
  const { from, to } = copiedSpan(life, record);
  const source = by ?? (origin === "manual" ? "client" : "watch");
  const own = { id: ids.own, start, end, source, listed: changed + lag, isCopy: false };
  const copy = {
    id: ids.copy,
    start: from,
    end: to,
    source: "copy",
    listed: comesAt(life, record) + lag,
    isCopy: true,
  };
  // What is not listed yet may be from anywhere.
  return [...(byWatch ? [own] : []), ...(byApp ? [copy] : [])].map((told) => (
    told.listed > life.person.now ? { ...told, source: told.id } : told));
}

function onGoogleList(
  { person, healthSwitches: switches }: Scene, props: Props, since: number,
): Log[] {
  const life = { person, switches };
  const isTwofold = isTwofoldExercise.bind(undefined, life);
  const hasCopy = (exercise: Exercise): boolean => switches.copiesReconciled
    && isTwofold(exercise) && comesAt(life, exercise) <= person.now;
  const first = toldFirst(life, person.unsynced().exercises, isTwofold);
  return shown(since, person.exercises(), first, hasCopy).flatMap((found) => {
    const { key, kind } = found.record;
    const reports = tellingsOf(life, found, switches.provenanceMinutes * MINUTE);
    const [report] = reports;
    if (!report) return [];
    const { id, start, end } = report;
    const type = typeOf(kind);
    const name = displayNameOf(type);
    const wanted = reports.filter((r) => (
      wants(props, r, name, r.isCopy || isByApp(found.record))));
    const word = (r: Telling) => `${r.id} ${type} ${r.end - r.start}`;
    // Who an exercise is from is waited for where that decides.
    const known = props.skipWrittenByApps ? Math.max(...reports.map((r) => r.listed)) : end;
    return [{
      key,
      id,
      reports,
      type,
      start,
      end,
      day: person.timeline.local(start).slice(0, 10),
      alike: `${utcMinute(start)} ${type}`,
      settled: end,
      lag: Math.max(0, known - end),
      wanted: wanted.length > 0,
      // Another report is another's word on it.
      content: reports.map(word).join(),
      wantedFor: wanted.map(word),
    }];
  });
}

/** Whether two workouts may be two reports of one: from two sources, of one type and time. */
const mayBeOne = (a: Log, b: Log): boolean => a.type === b.type
  && a.reports?.some((one) => b.reports?.some((other) => (
    one.source !== other.source && overlapOfLonger(one, other) > 0.45
  ))) === true;

export const looks: Looks = {
  fitbit: {
    ...onFitbit,
    ...onBoth,
    costs: { perPage: 1, beside: () => 0 },
    vague: 0,
    logs: onFitbitList,
  },
  google_health: { ...onGoogleHealth, ...onBoth, mayBeOne, logs: onGoogleList },
};
