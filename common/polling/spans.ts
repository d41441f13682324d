import type { Lasting } from "../overlap";

/** What is left of spans without others. */
export function without(spans: Lasting[], others: Lasting[]): Lasting[] {
  return others.reduce((left, { start, end }) => left.flatMap((span) => [
    { start: span.start, end: Math.min(span.end, start) },
    { start: Math.max(span.start, end), end: span.end },
  ].filter((piece) => piece.end > piece.start)), spans);
}

/** The same time in as few spans as can be, the earliest first. */
export function joined(spans: Lasting[]): Lasting[] {
  const all: Lasting[] = [];
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else all.push({ start, end });
  }
  return all;
}

/** How long spans last together. */
export function lengthOf(spans: Lasting[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** How much of a span others cover, which do not cover each other. */
export function covered(span: Lasting, others: Lasting[]): number {
  return lengthOf([span]) - lengthOf(without([span], others));
}
