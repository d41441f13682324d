// @ts-check
import ts from "typescript";

/** @typedef {ts.Type} Type */

/**
 * How the compiler writes the name of the property that makes a type `Given<…>`: in
 * common/pipedream.ts it is a unique symbol.
 */
const MARK = "__@given@";

/** How deep inside an object an unread value is looked for. */
const DEEPEST = 3;

/** @type {WeakMap<Type, boolean>} */
const known = new WeakMap();

/** @param {Type} type */
const unitsOf = (type) => type.isUnion() ? type.types : [type];

/**
 * Whether a value of the type may be one that nobody has read.
 * @param {Type} type
 */
export function isGiven(type) {
  return unitsOf(type).some((unit) =>
    unit.getProperties().some(({ escapedName }) => String(escapedName).startsWith(MARK)));
}

/** What the types of a program tell of unread values. */
export class Types {
  /** @param {ts.TypeChecker} checker */
  constructor(checker) {
    this.checker = checker;
  }

  /**
   * Whether an unread value can be reached from a value of the type.
   * @param {Type} type
   */
  holdsGiven(type) {
    const holds = known.get(type) ?? this.#reachesGiven(type, 0);
    known.set(type, holds);
    return holds;
  }

  /**
   * @param {Type} type
   * @param {number} depth
   * @returns {boolean}
   */
  #reachesGiven(type, depth) {
    if (isGiven(type)) return true;
    return depth < DEEPEST && unitsOf(type).some((unit) =>
      [...this.#properties(unit).map(({ type }) => type), ...this.#entries(unit)]
        .some((inner) => this.#reachesGiven(inner, depth + 1)));
  }

  /**
   * Whether what takes `target` knows of every unread value in `value`: it asks for it as
   * `Given`, or its type does not see it. What takes anything, such as unknown, object or a
   * type parameter, does not know.
   * @param {Type} value
   * @param {Type} target
   * @param {number} [depth]
   * @returns {boolean}
   */
  takesAsGiven(value, target, depth = 0) {
    if (depth > DEEPEST || !this.holdsGiven(value)) return true;
    const takers = unitsOf(this.#constraint(target));
    if (isGiven(value)) return takers.some(isGiven);
    return takers.some((taker) => this.#saysWhatItSees(taker)
      && unitsOf(value).every((unit) => this.#seen(unit, taker).every(({ inner, as }) =>
        this.takesAsGiven(inner, as, depth + 1))));
  }

  /**
   * Whether everything that an object holds by name is unread.
   * @param {Type} type
   */
  isAllGiven(type) {
    return this.#properties(type).every((property) => isGiven(property.type));
  }

  /**
   * The type of a property or an entry, as far as the type tells; of a union, the one that
   * knows of unread values.
   * @param {Type} type
   * @param {string} name
   */
  partOf(type, name) {
    const found = unitsOf(this.#constraint(type)).flatMap((unit) => {
      const property = this.checker.getPropertyOfType(unit, name);
      return property ? [this.checker.getTypeOfSymbol(property)] : this.#entries(unit);
    });
    return found.find((part) => this.holdsGiven(part)) ?? found[0];
  }

  /** @param {Type} type */
  #constraint(type) {
    return this.checker.getBaseConstraintOfType(type) ?? type;
  }

  /**
   * What an object holds by name; a text or a number has members, but holds nothing.
   * @param {Type} type
   */
  #properties(type) {
    const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
    return (isObject ? type.getProperties() : []).map((property) =>
      ({ name: property.name, type: this.checker.getTypeOfSymbol(property) }));
  }

  /**
   * The types of the entries of a list or a record.
   * @param {Type} type
   */
  #entries(type) {
    return this.checker.getIndexInfosOfType(type).map((info) => info.type);
  }

  /** @param {Type} type */
  #saysWhatItSees(type) {
    return this.#properties(type).length > 0 || this.#entries(type).length > 0;
  }

  /**
   * The parts of a value that its taker sees, and as what.
   * @param {Type} value
   * @param {Type} taker
   */
  #seen(value, taker) {
    const named = this.#properties(value).flatMap(({ name, type }) => {
      const as = this.partOf(taker, name);
      return as ? [{ inner: type, as }] : [];
    });
    const entries = this.#entries(value).flatMap((inner) =>
      this.#entries(taker).map((as) => ({ inner, as })));
    return [...named, ...entries];
  }
}
