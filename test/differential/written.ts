import fc from "fast-check";
import { isFields, type Fields } from "../../local/runtime/component";
import { isReading, type Door, type House, type Outcome, type Pair } from "./doors";
import { nearest } from "./readers";
import { idOf, writingProps } from "./told";

/** What a write is told, and before it the write that makes what it changes. */
export interface Told { before: Fields; own: Fields }

/** The first value of a field, however deep. */
export function fieldIn(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  if (isFields(value) && value[name] !== undefined) return value[name];
  return Object.values(value).map((inner) => fieldIn(inner, name))
    .find((found) => found !== undefined);
}

/** A write, through either door. */
export class Write {
  private readonly id: ReturnType<typeof idOf>;
  /** What makes the record whose id the write takes. */
  private readonly maker: Pair | undefined;

  constructor(readonly pair: Pair, actions: readonly Pair[]) {
    this.id = idOf(pair);
    const making = actions.filter((action) => !isReading(action) && !idOf(action));
    this.maker = this.id && nearest(pair, making)[0];
    if (this.id && !this.maker) throw new Error(`Nothing makes what ${pair.name} changes.`);
  }

  /** A plain example of what it is told, and whatever else. */
  get told(): { example: Told; props: fc.Arbitrary<Told> } {
    const nothing = { example: {}, props: fc.constant({}) };
    const before = this.maker ? writingProps(this.maker) : nothing;
    const own = writingProps(this.pair);
    return {
      example: { before: before.example, own: own.example },
      props: fc.record({ before: before.props, own: own.props }),
    };
  }

  async through(door: Door, house: House, { before, own }: Told): Promise<Outcome> {
    if (!this.maker || !this.id) return house.run(this.pair, door, own);
    const made = await house.run(this.maker, door, before);
    if (made.error) return made;
    const id = fieldIn(made.result, this.id.field);
    return house.run(this.pair, door, { ...own, [this.id.prop]: id });
  }
}
