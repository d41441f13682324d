import type { Person } from "../../person/person";
import type { Sleep } from "../../person/truth";
import { copyKey, isShared, type Shared } from "../copies";
import type { Point } from "../points/point";
import type { Life } from "../state";
import { momentOf, sessionInterval, timestamp } from "../time";
import { stage } from "./stages";

/** Where some are copied, it is one night in so many. */
const SOME = 9;

/** Whether a night comes from Health Connect, too. */
export const isTwofoldSleep = (life: Shared, { key, origin, kind }: Sleep): boolean =>
  origin === "watch" && kind === "stages" && isShared(life, key, SOME);

/** The night as another app has it, which does not count lying awake at first. */
export function copiedSpans(person: Person, sleep: Sleep) {
  const { spans } = person.levelsOf(sleep);
  return spans.slice(spans[0]?.level === "wake" ? 1 : 0);
}

/** The same night from another app. */
export function copyOf(life: Life, sleep: Sleep): Point {
  const { timeline } = life.person;
  const asleep = copiedSpans(life.person, sleep);
  const start = momentOf(timeline, asleep[0]?.start ?? sleep.start);
  const end = momentOf(timeline, sleep.end);
  const changed = timestamp(sleep.changed);
  return {
    start,
    end,
    source: "healthConnect",
    key: copyKey(sleep.key),
    changed: sleep.changed,
    amount: 0,
    value: () => ({
      interval: sessionInterval(start, end),
      type: "STAGES",
      stages: asleep.map((span) => stage(life, span)),
      metadata: life.switches.appSleepsProcessed ? { processed: true } : {},
      createTime: changed,
      updateTime: changed,
    }),
  };
}
