import type { Sleep } from "../../person/truth";
import { toldFirst } from "../copies";
import { type Point, starts, type Stream } from "../points/point";
import type { Source } from "../sources";
import { type Life, writtenOf } from "../state";
import { momentOf } from "../time";
import { copyOf, isTwofoldSleep } from "./copy";
import { isEdited, unprocessed, valueOf } from "./value";

function sourceOf({ state }: Life, sleep: Sleep): Source {
  if (state.written.has(sleep.key)) return "self";
  if (sleep.origin === "watch") return "derived";
  return isEdited(sleep) || sleep.by ? "app" : "fitbitClient";
}

const points = (reconciled: boolean): Stream["points"] => (life, span) => {
  const sleeps = life.person.sleeps();
  const isTwofold = (sleep: Sleep): boolean => isTwofoldSleep(life, sleep);
  const made = sleeps.filter(starts(span)).flatMap((sleep) => {
    if (sleep.copied) return [copyOf(life, sleep)];
    const { timeline } = life.person;
    const written = writtenOf(life, sleep);
    const point: Point = {
      start: written?.start ?? momentOf(timeline, sleep.start),
      end: written?.end ?? momentOf(timeline, sleep.end),
      source: sourceOf(life, sleep),
      key: sleep.key,
      changed: sleep.changed,
      amount: 0,
      value: () => valueOf(life, sleep, point, sleeps, reconciled),
    };
    return isTwofold(sleep) ? [point, { ...copyOf(life, sleep), isCopy: true }] : [point];
  });
  const first = toldFirst(life, life.person.unsynced().sleeps, isTwofold);
  return [
    ...made,
    ...first.filter(starts(span)).map((sleep) => copyOf(life, sleep)),
    ...inProgress(life).filter(({ start }) => starts(span)({ start: start.at })),
  ];
};

/** A sleep that goes on: nothing of it is worked out yet. */
function inProgress({ person, switches }: Life): Point[] {
  const sleep = switches.nightsInProgress ? person.sleepInProgress : undefined;
  if (!sleep) return [];
  const start = momentOf(person.timeline, sleep.start);
  const end = momentOf(person.timeline, sleep.end);
  return [{
    start,
    end,
    source: "derived",
    key: sleep.key,
    changed: sleep.end,
    amount: 0,
    value: () => unprocessed("STAGES", { start, end }, sleep.end),
  }];
}

export const stream: Stream = { points: points(false), reconciled: points(true) };
