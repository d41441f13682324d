import type { DataType } from "./data-type";
import { notFound } from "./envelope";
import { newestFirst, type Point } from "./points/point";
import { dataSourceOf } from "./sources";
import type { Life } from "./state";

const nameOf = ({ state }: Life, type: DataType, { key = "" }: Point): string =>
  `users/${state.ids.user}/dataTypes/${type.id}/dataPoints/${key && state.ids.idOf(key)}`;

/** A point as list, get and the operations show it. */
export const dataPoint = (life: Life, type: DataType, point: Point): object => ({
  ...(point.key && { name: nameOf(life, type, point) }),
  dataSource: dataSourceOf(point.source, life.switches),
  [type.unionKey]: point.value(),
});

/** A point as reconcile shows it. */
export const reconciledPoint = (life: Life, type: DataType, point: Point): object => ({
  ...(point.key !== undefined && { dataPointName: nameOf(life, type, point) }),
  [type.unionKey]: point.value(),
});

/** Every point of a type whose points have names, newest first. */
export const namedPoints = (life: Life, { stream }: DataType): Point[] =>
  stream.points(life, { from: -Infinity, to: Infinity }).sort(newestFirst);

/** The point with this id. */
export function pointById(life: Life, type: DataType, id: string): Point {
  const found = namedPoints(life, type).find(({ key = "" }) => life.state.ids.idOf(key) === id);
  if (!found) throw notFound();
  return found;
}
