import type { Sleep } from "../../person/truth";
import { toldFirst } from "../copies";
import { type Point, starts, type Stream } from "../points/point";
import type { Source } from "../sources";
import { type Life, writtenOf } from "../state";
import { momentOf } from "../time";
import { copyOf, isTwofoldSleep } from "./copy";
import { isEdited, valueOf } from "./value";

function sourceOf({ state }: Life, sleep: Sleep): Source {
  if (state.written.has(sleep.key)) return "self";
  if (sleep.origin === "watch") return "derived";
  return isEdited(sleep) || sleep.by ? "app" : "fitbitClient";
}

const points = (reconciled: boolean): Stream["points"] => (life, span) => {
  const sleeps = life.person.sleeps();
  const isTwofold = (sleep: Sleep): boolean => isTwofoldSleep(life, sleep);
  const made = sleeps.filter(starts(span)).flatMap((sleep) => {
    const { timeline } = life.person;
    const written = writtenOf(life, sleep);
    const point: Point = {
      start: written?.start ?? momentOf(timeline, sleep.start),
      end: written?.end ?? momentOf(timeline, sleep.end),
      source: sourceOf(life, sleep),
      key: sleep.key,
      amount: 0,
      value: () => valueOf(life, sleep, point, sleeps, reconciled),
    };
    return isTwofold(sleep) ? [point, { ...copyOf(life, sleep), isCopy: true }] : [point];
  });
  const first = toldFirst(life, life.person.unsynced().sleeps, isTwofold);
  return [...made, ...first.filter(starts(span)).map((sleep) => copyOf(life, sleep))];
};

export const stream: Stream = { points: points(false), reconciled: points(true) };
