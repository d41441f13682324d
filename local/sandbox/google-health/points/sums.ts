import { MINUTE } from "../../person/days";
import { duration } from "../time";
import { int64, type Point } from "./point";

type RollUp = (points: Point[]) => object;

const total = (points: Point[]): number => points.reduce((sum, { amount }) => sum + amount, 0);

const ofKind = (points: Point[], kind: string): Point[] =>
  points.filter((point) => point.kind === kind);

export const nonZero = (name: string, value: number): object =>
  (value === 0 ? {} : { [name]: value });

/** A whole number; what adds up to 0 is a true zero, and said. */
export const wholeSum = (name: string): RollUp => (points) =>
  ({ [name]: String(Math.round(total(points))) });

/** A sum of thousandths. */
export const thousandthsSum = (name: string): RollUp => (points) =>
  nonZero(name, total(points) / 1000);

export const average = (name: string): RollUp => (points) =>
  nonZero(name, total(points) / points.length);

/** A field for each kind. */
export const sumsByKind = (names: Record<string, string>): RollUp => (points) =>
  Object.assign({}, ...Object.entries(names).map(
    ([kind, name]) => int64(name, total(ofKind(points, kind))),
  )) as object;

/** A list with an entry for each kind that there is. */
export const listByKind = (
  list: string, kindName: string, kinds: readonly string[], entry: (sum: number) => object,
): RollUp => (points) => {
  const entries = kinds.map((kind) => ({ kind, among: ofKind(points, kind) }))
    .filter(({ among }) => among.length > 0)
    .map(({ kind, among }) => ({ [kindName]: kind, ...entry(total(among)) }));
  return entries.length > 0 ? { [list]: entries } : {};
};

/** Minutes as a duration. */
export const time = (name: string) => (minutes: number): object =>
  ({ [name]: duration(minutes * MINUTE) });

export const timeSum = (name: string): RollUp => (points) => time(name)(total(points));

export const spread = (name: string): RollUp => (points) => {
  const extreme = (pick: (a: number, b: number) => number, start: number): number =>
    points.reduce((found, { amount }) => pick(found, amount), start);
  return {
    [`${name}Avg`]: total(points) / points.length,
    [`${name}Max`]: extreme(Math.max, -Infinity),
    [`${name}Min`]: extreme(Math.min, Infinity),
  };
};
