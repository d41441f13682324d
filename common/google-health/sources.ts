import type { Call } from "../health-api";
import type { Page, Pages } from "../pages";
import type { ActivityLog } from "../shapes/activity";
import type { DataPoint, DataSource } from "./answers";
import type { DataTypeId } from "./data-types";
import type { Span } from "./filters";
import type { PointsQuery } from "./points";
import type { Requests } from "./requests";
import { isTimed, newestFirst, type Interval, type Timed } from "./times";
import { idOf } from "./values";

/** A reconciled record, and where it comes from, which takes a request more. */
export interface Sourced<T> {
  id: string;
  value: Timed<T>;
  source(): Promise<DataSource | undefined>;
}

/** What kind of record is read, and which span of time holds some of them. */
interface Kind<T> {
  type: DataTypeId;
  valueOf(point: DataPoint): T | undefined;
  spanOf(values: Timed<T>[]): Span;
}

/**
 * Reconciled records: one stream of all sources, as the app shows it. It does not say where a
 * record comes from; the list does, which is asked once a page, and only when it is needed.
 * A page has its newest start first; what has no name or no time, against the API's promise,
 * is left out.
 */
export async function* sourced<T extends { interval?: Partial<Interval> }>(
  app: Requests,
  kind: Kind<T>,
  query: PointsQuery,
  call: Call,
): AsyncGenerator<Page<Sourced<T>>> {
  for await (const { items, more } of app.reconcile(kind.type, query, call)) {
    const found = items.flatMap((point) => {
      const value = kind.valueOf(point);
      const id = idOf(point.dataPointName ?? point.name);
      return id && isTimed(value) ? [{ id, value }] : [];
    }).sort((a, b) => newestFirst(a.value, b.value));
    const span = () => kind.spanOf(found.map(({ value }) => value));
    let known: ReturnType<typeof sourcesOf> | undefined;
    const ask = () => known ??= sourcesOf(app.list(kind.type, { span: span() }, call));
    yield {
      items: found.map((record) => ({
        ...record,
        source: async () => (await ask()).get(record.id),
      })),
      more,
    };
  }
}

async function sourcesOf(pages: Pages<DataPoint>) {
  const sources = new Map<string, DataSource | undefined>();
  for await (const { items } of pages) {
    for (const { name, dataSource } of items) sources.set(idOf(name), dataSource);
  }
  return sources;
}

/** What apps write through either API arrives as, whatever they say of it. */
const WRITTEN = ["GOOGLE_WEB_API", "FITBIT_WEB_API"];

/** Whether a person or an app wrote a record down, so that no device measured it. */
export function isManual({ recordingMethod, platform = "" }: DataSource): boolean {
  return recordingMethod === "MANUAL" || WRITTEN.includes(platform);
}

/** The device or the app that a record comes from, as Fitbit names it; none when unknown. */
export function sourceOf(origin: DataSource): ActivityLog["source"] {
  const { platform = "", device, application } = origin;
  const { googleWebClientId, webClientId, packageName } = application ?? {};
  const app = googleWebClientId ?? webClientId ?? packageName;
  // The Fitbit app itself is no other app; what is written is an app's, named or not.
  if ((app && platform !== "FITBIT") || WRITTEN.includes(platform)) {
    return { ...app && { id: app }, ...packageName && { name: packageName }, type: "app" };
  }
  return device?.displayName ? { name: device.displayName, type: "tracker" } : undefined;
}
