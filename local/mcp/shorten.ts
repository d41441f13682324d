import type { Fields } from "../runtime/component";
import { isFields } from "../runtime/component";
import type { Moment } from "./moments";
import { isNewestFirst, momentOf } from "./moments";

/** How much of an answer is kept. */
interface Bounds {
  /** Items of a list. */
  items: number;
  /** Items of a list that is in an item of another. */
  inner: number;
  /** Characters of a text. */
  characters: number;
}

const WHOLE: Bounds = { items: Infinity, inner: Infinity, characters: Infinity };

/** What was left out of an answer. */
export interface Cut {
  /** How many items of a list, or characters of a text, by where it stands. */
  counts: Record<string, number>;
  /** The newest record that was left out of a list of records. */
  newest?: Moment;
}

export interface Shortened {
  value: Fields;
  cut: Cut;
}

/** Keeps the newest of each list, and the beginning of each text. */
class Cutter {
  declare readonly cut: Cut;
  declare private readonly bounds: Bounds;

  constructor(bounds: Bounds) {
    this.bounds = bounds;
    this.cut = { counts: {} };
  }

  value(value: unknown, path: string, isInner = false): unknown {
    if (Array.isArray(value)) return this.list(value, path, isInner);
    if (isFields(value)) return this.fields(value, path, isInner);
    return typeof value === "string" ? this.text(value, path) : value;
  }

  fields(fields: Fields, path = "", isInner = false): Fields {
    return Object.fromEntries(Object.entries(fields).map(([key, value]) =>
      [key, this.value(value, path ? `${path}.${key}` : key, isInner)]));
  }

  private list(list: unknown[], path: string, isInner: boolean): unknown[] {
    const most = isInner ? this.bounds.inner : this.bounds.items;
    const isNewest = isNewestFirst(list);
    const over = list.length - most;
    const kept = over <= 0 ? list : isNewest ? list.slice(0, most) : list.slice(over);
    if (over > 0) {
      this.count(path, over);
      if (!isInner) this.note(isNewest ? list[most] : list[over - 1]);
    }
    return kept.map((item) => this.value(item, `${path}[]`, true));
  }

  private text(text: string, path: string): string {
    const over = text.length - this.bounds.characters;
    if (over <= 0) return text;
    this.count(path, over);
    return `${text.slice(0, this.bounds.characters)}…`;
  }

  private note(leftOut: unknown): void {
    const moment = momentOf(leftOut);
    if (moment === undefined) return;
    const { newest } = this.cut;
    this.cut.newest = newest === undefined || newest < moment ? moment : newest;
  }

  private count(path: string, over: number): void {
    this.cut.counts[path] = (this.cut.counts[path] ?? 0) + over;
  }
}

function cutTo(value: Fields, bounds: Bounds): Shortened {
  const cutter = new Cutter(bounds);
  return { value: cutter.fields(value), cut: cutter.cut };
}

/** The largest whole number that fits, at least 1; it is small beside what there is. */
function largest(fits: (number: number) => boolean): number {
  let over = 2;
  while (fits(over)) over *= 2;
  let under = over / 2;
  while (over - under > 1) {
    const middle = Math.floor((under + over) / 2);
    if (fits(middle)) under = middle;
    else over = middle;
  }
  return under;
}

/** Lists are cut first, those within records where that is not enough, and then texts. */
const ORDER = ["items", "inner", "characters"] as const;

/**
 * An answer as it is where it fits, else as much of it as does.
 * @param fits whether an answer that lacks this is short enough
 */
export function shorten(value: Fields, fits: (shortened: Shortened) => boolean): Shortened {
  let bounds = WHOLE;
  for (const bound of ORDER) {
    const whole = cutTo(value, bounds);
    if (fits(whole)) return whole;
    const given = bounds;
    const most = largest((number) => fits(cutTo(value, { ...given, [bound]: number })));
    bounds = { ...given, [bound]: most };
  }
  return cutTo(value, bounds);
}
