import ts from "typescript";

/** The part of JSON Schema that results are told in. */
export interface Schema {
  type?: string | string[] | undefined;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

/**
 * Objects within objects that are told of, and whether what they require is: an agent pays for
 * each word of a list of tools.
 */
const LEVELS = 2;

const NOTHING = ts.TypeFlags.Undefined | ts.TypeFlags.Void | ts.TypeFlags.Never;
const SIMPLE: [ts.TypeFlags, string][] = [
  [ts.TypeFlags.StringLike, "string"],
  [ts.TypeFlags.NumberLike, "number"],
  [ts.TypeFlags.BooleanLike, "boolean"],
  [ts.TypeFlags.Null, "null"],
];

const membersOf = (type: ts.Type): ts.Type[] =>
  (type.isUnion() ? type.types : [type]).filter(({ flags }) => !(flags & NOTHING));

const simpleName = ({ flags }: ts.Type): string | undefined =>
  SIMPLE.find(([flag]) => flags & flag)?.[1];

const isObject = ({ flags }: ts.Type): boolean =>
  Boolean(flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection));

const typed = (names: string[]): Schema =>
  names.length === 0 ? {} : { type: names.length === 1 ? names[0] : names };

/** How the compiler names a key that is a symbol: JSON has none. */
const isSymbol = (name: string): boolean => name.startsWith("__@");

const mayMiss = (type: ts.Type): boolean =>
  Boolean(type.flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown))
  || (type.isUnion() ? type.types : [type]).some(({ flags }) => flags & NOTHING);

/** Tells types as JSON Schema: any key is allowed, and what is always there required. */
export class Teller {
  declare private readonly checker: ts.TypeChecker;
  declare private readonly at: ts.Node;

  constructor(checker: ts.TypeChecker, at: ts.Node) {
    this.checker = checker;
    this.at = at;
  }

  /** What is true of every value of these types. */
  tell(types: readonly ts.Type[], levels = LEVELS): Schema {
    const members = types.flatMap(membersOf);
    const names = [...new Set(members.map(simpleName))].filter((name) => name !== undefined);
    const arrays = members.filter((member) => this.checker.isArrayLikeType(member));
    const objects = members.filter((member) => isObject(member) && !arrays.includes(member));
    const isAnything = members.some((member) =>
      !isObject(member) && simpleName(member) === undefined);
    if (isAnything || (arrays.length > 0 && objects.length > 0)) return {};
    if (arrays.length > 0) return { ...typed([...names, "array"]), ...this.items(arrays, levels) };
    if (objects.length === 0) return typed(names);
    return { ...typed([...names, "object"]), ...levels > 0 ? this.keys(objects, levels) : {} };
  }

  private items(arrays: readonly ts.Type[], levels: number): Schema {
    const types = arrays.flatMap((array) =>
      this.checker.getIndexTypeOfType(array, ts.IndexKind.Number) ?? []);
    const items = this.tell(types, levels);
    return Object.keys(items).length > 0 ? { items } : {};
  }

  private keys(objects: readonly ts.Type[], levels: number): Schema {
    const all = objects.map((object) =>
      this.checker.getPropertiesOfType(object).filter(({ name }) => !isSymbol(name)));
    const keys = [...new Set(all.flat().map(({ name }) => name))];
    const properties = keys.map((key) => {
      const found = all.flat().filter(({ name }) => name === key);
      const types = found.map((property) => this.typeOf(property));
      return [key, this.tell(types, levels - 1)] as const;
    });
    const required = keys.filter((key) => all.every((own) => own.some((property) =>
      property.name === key && this.isAlwaysThere(property))));
    return {
      ...properties.length > 0 ? { properties: Object.fromEntries(properties) } : {},
      ...required.length > 0 && levels === LEVELS ? { required } : {},
    };
  }

  private typeOf(property: ts.Symbol): ts.Type {
    return this.checker.getTypeOfSymbolAtLocation(property, this.at);
  }

  private isAlwaysThere(property: ts.Symbol): boolean {
    return !(property.flags & ts.SymbolFlags.Optional) && !mayMiss(this.typeOf(property));
  }
}
