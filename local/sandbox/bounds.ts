import { DAY } from "./person/days";

/** The seeds there are, wherever one is taken: the smallest and the largest. */
export const SEEDS: [min: number, max: number] = [0, 2 ** 31 - 1];

/** The years that the person's clock may show. */
export const YEARS: [first: number, last: number] = [2015, 2100];

const FIRST = Date.UTC(YEARS[0], 0);
const END = Date.UTC(YEARS[1] + 1, 0);
/** Ten years. Each day that passes is planned: a longer leap keeps the sandbox busy. */
const LONGEST_LEAP = 3653 * DAY;

export function seedOf(value: unknown): number | undefined {
  const [min, max] = SEEDS;
  const seed = Number.isInteger(value) ? Number(value) : NaN;
  return min <= seed && seed <= max ? seed : undefined;
}

export const isWithinYears = (instant: number): boolean => FIRST <= instant && instant < END;

export const isTooFar = (now: number, next: number): boolean => next - now > LONGEST_LEAP;

export const SEED_FORM = `a whole number from ${SEEDS[0]} to ${SEEDS[1]}`;
export const NOW_FORM = "an instant such as 2026-03-20T09:00:00Z, in the years"
  + ` ${YEARS[0]} to ${YEARS[1]}`;
