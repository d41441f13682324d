import { partOfLonger, partOfShorter, type Lasting } from "../overlap";
import type { Known } from "./known";
import { startOf, type Mark } from "./marks";
import { covered, joined, lengthOf, without } from "./spans";

/**
 * How a known record stands in an answer: there with a mark, gone from it, or not in the part
 * that was read, which proves nothing.
 */
export type Standing = Mark | "gone" | "unread";

/** A record that is known, as another one is compared with it. */
export interface Other {
  id: string;
  known: Known;
  standing: Standing;
  /** Where it comes from; undefined when that is not known. */
  source(): Promise<string | undefined>;
}

/** A record of unknown id, or one that is not told yet. */
export interface Newcomer {
  mark: Mark;
  source(): Promise<string | undefined>;
}

/** A known record that a newcomer is one with. */
export interface Kin {
  other: Other;
  /** The time that the newcomer stands for from now on, and the known one no longer. */
  taken: Lasting[];
}

/** How a record is known again. */
export interface Identity {
  /** The mark of a known id that is found again. */
  renewed(known: Mark, found: Mark): Mark;
  /** The known records that a newcomer is one with. */
  kin(newcomer: Newcomer, others: Iterable<Other>): Kin[] | Promise<Kin[]>;
  /** Where kin gives its time away: how well a newcomer fits into it, 0 to 1. */
  fit?(mark: Mark, others: Iterable<Other>): number;
}

const HALF = 0.5;

/** A told interval never shrinks: a first half that keeps the id is still the whole night. */
function grown(known: Mark, found: Mark): Mark {
  return { ...known, ...found, spans: joined([...known.spans, ...found.spans]) };
}

/** Known by its id alone. */
export const byId: Identity = {
  renewed: (_, found) => found,
  kin: () => [],
};

/** Copies of a measurement come half a minute after it, and later. */
const ONE_MEASUREMENT_MS = 120_000;

/** Measurements of a moment: those of one amount within two minutes are one, whoever tells. */
export const byAmount: Identity = {
  renewed: (_, found) => found,
  kin({ mark }, others) {
    const kin: Kin[] = [];
    for (const other of others) {
      const apart = Math.abs(startOf(other.known.mark) - startOf(mark));
      if (other.known.mark.kind !== mark.kind || apart > ONE_MEASUREMENT_MS) continue;
      kin.push({ other, taken: [] });
    }
    return kin;
  },
};

/** What two logs have in common that nothing but their ids tells apart. */
function alias({ spans: [span], kind }: Mark): string {
  const { start, end } = span ?? { start: 0, end: 0 };
  return `${Math.floor(start / 60_000)} ${end - start} ${kind ?? ""}`;
}

/**
 * Known by its alias too (start minute, kind and duration), since Fitbit gave old logs new ids
 * in 2025: the alias of one that is gone stands for one record more, and not for the next.
 */
export const byAlias: Identity = {
  renewed: (_, found) => found,
  kin({ mark }, others) {
    for (const other of others) {
      if (other.standing === "gone" && alias(other.known.mark) === alias(mark)) {
        return [{ other, taken: other.known.mark.spans }];
      }
    }
    return [];
  },
};

/** A span that a known record stands for, of which it has lost a part. */
interface Loss {
  other: Other;
  span: Lasting;
  lost: Lasting[];
  /** How well a newcomer fits into that, 0 to 1. */
  fit: number;
}

/** What a known record has lost of a span: it is gone, or covers less. */
function lostOf(span: Lasting, standing: Standing): Lasting[] {
  if (standing === "unread") return [];
  return standing === "gone" ? [span] : without([span], standing.spans);
}

/** Where a newcomer fits in, the best first. */
function lossesFor(own: Lasting, others: Iterable<Other>): Loss[] {
  const losses: Loss[] = [];
  for (const other of others) {
    for (const span of other.known.mark.spans) {
      const lost = lostOf(span, other.standing);
      const shared = covered(own, lost);
      const fit = shared / (lengthOf([own]) + lengthOf(lost) - shared || 1);
      if (fit > 0) losses.push({ other, span, lost, fit });
    }
  }
  return losses.sort((a, b) => b.fit - a.fit);
}

/**
 * The length of a span beside what was taken over already: on two flights one after the other,
 * the clocks of both ends make spans overlap that do not. Not so where they are mostly one.
 */
function lengthBeside(span: Lasting, taken: Lasting[]): number {
  const [whole, beside] = [lengthOf([span]), lengthOf(without([span], taken))];
  return beside > HALF * whole ? beside : whole;
}

/**
 * Known by its interval on a clock that may be set: Fitbit works sleep out again after later
 * syncs, splits and stitches it, and gives it new ids. One is not new that covers, by half of
 * the shorter, what a known one has given up. What a present record covers is not given up:
 * two that stand side by side are two, however their local times overlap.
 */
export const byInterval: Identity = {
  renewed: grown,
  kin({ mark: { spans: [own] } }, others) {
    const kin: Kin[] = [];
    if (!own) return kin;
    // Time that it has taken over from one, it need not take from another.
    let free = [own];
    for (const { other, span, lost } of lossesFor(own, others)) {
      const shared = lengthOf(free) - lengthOf(without(free, lost));
      const its = lengthBeside(span, without([own], free));
      if (shared < HALF * Math.min(lengthOf([own]), its)) continue;
      free = without(free, lost);
      // What is mostly covered goes over as a whole; of the rest another part may be found.
      const isMost = covered(own, lost) >= HALF * lengthOf(lost);
      kin.push({ other, taken: isMost ? joined([...lost, own]) : [own] });
    }
    return kin;
  },
  fit: ({ spans: [own] }, others) => (own && lossesFor(own, others)[0]?.fit) ?? 0,
};

/** Whether two share enough of one of their spans. */
function shares(part: typeof partOfShorter, a: Mark, b: Mark): boolean {
  return a.spans.some((one) => b.spans.some((other) => part(one, other) >= HALF));
}

/**
 * Sleeps known by their interval in UTC: nobody sleeps twice at once, so that two that share
 * half of the shorter are one, side by side or not, whoever recorded them.
 */
export const byTimeAsleep: Identity = {
  renewed: grown,
  kin({ mark }, others) {
    const kin: Kin[] = [];
    for (const other of others) {
      if (!shares(partOfShorter, mark, other.known.mark)) continue;
      kin.push({ other, taken: [] });
    }
    return kin;
  },
};

/** Of a workout that is moved often, the times that it had last. */
const MOST_TIMES = 4;

/** A workout that was moved is known by each of its times, the present one first. */
function moved(known: Mark, found: Mark): Mark {
  const before = known.spans.filter(({ start, end }) =>
    !found.spans.some((span) => span.start === start && span.end === end));
  return { ...known, ...found, spans: [...found.spans, ...before].slice(0, MOST_TIMES) };
}

/**
 * Workouts known by their interval in UTC: two of one family from different sources that share
 * half of the longer are one, side by side or not; and one that is gone leaves its alias.
 */
export const byTimeAtWork: Identity = {
  renewed: moved,
  async kin(newcomer, others) {
    const kin: Kin[] = [];
    const { mark } = newcomer;
    for (const other of others) {
      const { known, standing } = other;
      if (familyOf(known.mark) !== familyOf(mark)) continue;
      if (standing === "gone" && alias(known.mark) === alias(mark)) {
        kin.push({ other, taken: known.mark.spans });
      } else if (
        shares(partOfLonger, mark, known.mark) && await mayDiffer(other, newcomer)
      ) {
        kin.push({ other, taken: [] });
      }
    }
    return kin;
  },
};

function familyOf({ kind, family = kind }: Mark): string | undefined {
  return family;
}

/** Whether two may come from different sources: what is not known may. */
async function mayDiffer(other: Other, newcomer: Newcomer): Promise<boolean> {
  const source = await other.source();
  return source === undefined || source !== await newcomer.source();
}
