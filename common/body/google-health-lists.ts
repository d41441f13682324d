import type { Call } from "../call";
import type { PointsQuery } from "../google-health/points";
import type { Requests } from "../google-health/requests";
import { pointsOf } from "../google-health/sources";
import type { LogQuery } from "../lists";
import { whole } from "../wire/pages";
import {
  eachOnce, samplesOf, type Beside, type Measure, type Sample,
} from "./google-health-log";

export const NOTHING_BESIDE: Beside = { fats: [], heights: [] };

/** Measurements of any source, each once; or those that this app wrote, as they are. */
export async function measured(
  app: Requests, measure: Measure, { from, to, own }: LogQuery, call: Call,
): Promise<Sample[]> {
  const samples = await listed(app, measure, pointsOf({ from, to, own }), call);
  return own ? samples : eachOnce(samples);
}

export async function listed(
  app: Requests, measure: Measure, query: PointsQuery, call: Call,
): Promise<Sample[]> {
  const points = await whole(app.listDataPoints(measure, query, call));
  return await samplesOf(app, measure, points, call);
}

export async function besideOf(
  app: Requests, { from, to }: LogQuery, call: Call,
): Promise<Beside> {
  const [fats, heights] = await Promise.all([
    measured(app, "body-fat", { from, to }, call),
    heightsOf(app, call),
  ]);
  return { fats, heights };
}

/** Of all days: the height of one is the last that was told before it. */
export async function heightsOf(app: Requests, call: Call): Promise<Sample[]> {
  return await listed(app, "height", {}, call);
}
