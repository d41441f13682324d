import type { Lasting } from "../overlap";

/** A part of a sleep at one level. */
export interface Piece extends Lasting {
  level: string;
}

/** How often a level was, and for how many minutes, which need not be whole. */
export interface Spells {
  count: number;
  minutes: number;
}

/** The level of who is awake in a sleep with stages. */
export const WAKE = "wake";

/**
 * The pieces of a night as Fitbit counts them: an awakening that is too short for a stage is
 * cut out of the stage of sleep in which it lies. Awakenings that touch are one.
 */
export function cutOut(pieces: Piece[], awakenings: Lasting[]): Piece[] {
  const asleep = pieces.filter(({ level }) => level !== WAKE);
  const awake = [
    ...pieces.filter(({ level }) => level === WAKE),
    ...asleep.flatMap((piece) => awakenings.map((span) => common(piece, span)).filter(lasts)),
  ];
  const left = awakenings.reduce(
    (rest, span) => rest.flatMap((piece) => without(piece, span)),
    asleep,
  );
  return [...left, ...joined(awake).map((span) => ({ ...span, level: WAKE }))];
}

/** How often and how long each level is among some pieces. */
export function spellsOf(pieces: Piece[]): Record<string, Spells> {
  const spells: Record<string, Spells> = {};
  for (const { level, start, end } of pieces) {
    const { count, minutes } = spells[level] ?? { count: 0, minutes: 0 };
    spells[level] = { count: count + 1, minutes: minutes + (end - start) / 60_000 };
  }
  return spells;
}

/** Whole minutes as Fitbit rounds them: of two that are as near, the even one. */
export function wholeMinutes(minutes: number): number {
  const below = Math.floor(minutes);
  return minutes - below === 0.5 ? below + below % 2 : Math.round(minutes);
}

function lasts({ start, end }: Lasting): boolean {
  return end > start;
}

function common(a: Lasting, b: Lasting): Lasting {
  return { start: Math.max(a.start, b.start), end: Math.min(a.end, b.end) };
}

/** What is left of a piece before and after a span; most lie apart. */
function without(piece: Piece, span: Lasting): Piece[] {
  if (!lasts(common(piece, span))) return [piece];
  const { start, end } = span;
  return [
    { ...piece, end: Math.min(piece.end, start) },
    { ...piece, start: Math.max(piece.start, end) },
  ].filter(lasts);
}

/** Spans in order, those that touch or overlap as one. */
function joined(spans: Lasting[]): Lasting[] {
  const whole: Lasting[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = whole.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}
