import type { Call } from "../call";
import { dataTypes, type DataTypeId } from "./data-types";
import type { Span } from "./filters";
import { listed } from "./points";
import { isTimed, type Interval, type Timed } from "./times";
import type { Transport } from "./transport";
import { idOf, valueOf } from "./values";

/** A stored record: of whatever source, as the list gives it. */
export interface StoredRecord<T> {
  id: string;
  value: Timed<T>;
}

/** The newest record of a span that is the one looked for; undefined where there is none. */
export async function findStored<T extends { interval?: Partial<Interval> }>(
  app: Transport,
  type: DataTypeId,
  span: Span,
  isSame: (record: Timed<T>) => boolean,
  call: Call,
): Promise<StoredRecord<T> | undefined> {
  for await (const { items } of listed(app, type, { span }, call)) {
    for (const point of items) {
      const value = valueOf<T>(point, dataTypes[type].unionKey);
      if (isTimed(value) && isSame(value)) return { id: idOf(point.name), value };
    }
  }
  return undefined;
}
