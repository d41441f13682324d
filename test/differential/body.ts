import { isFields, type Fields } from "../../local/runtime/component";

/** Rows of a series: they say as text what its days say as numbers. */
const ROWS = /^body-/;

const daysOf = ({ days }: Fields): Fields[] =>
  Array.isArray(days) ? days.filter(isFields) : [];

/**
 * A series of Fitbit's on the days that Google's has: on others it has the last known figure,
 * and Google Health nothing.
 */
export function onDaysOf(other: Fields, series: Fields): Fields {
  const known = new Set(daysOf(other).map(({ date }) => date));
  const days = daysOf(series).filter(({ date }) => known.has(date));
  return { ...withoutRows(series), days, count: days.length };
}

export function withoutRows(series: Fields): Fields {
  return Object.fromEntries(Object.entries(series).filter(([name]) => !ROWS.test(name)));
}
