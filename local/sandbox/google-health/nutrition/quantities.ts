import { nonZero } from "../points/sums";
import { type Fields, isObject, snake } from "../read";
import { within } from "../writer";

const MEASURES = ["kcal", "grams", "milliliters"];
const MOST = 100_000;

/** Energies, weights and volumes, wherever they stand in a value, lie within their range. */
export function demandQuantities(value: unknown, path: string): void {
  if (Array.isArray(value)) {
    value.forEach((part, i) => demandQuantities(part, `${path}[${i}]`));
  }
  if (!isObject(value)) return;
  for (const [name, part] of Object.entries(value)) {
    const inner = `${path}.${snake(name)}`;
    if (MEASURES.includes(name)) within(part, inner, MOST);
    else demandQuantities(part, inner);
  }
}

/** What this client wrote of a quantity, with the amount that is true. */
export const quantity = (own: unknown, measure: string, amount: number): object =>
  ({ ...(isObject(own) && own), [measure]: amount });

/** Quantities added up, with the unit that was given with the last of them. */
function sum(measure: string, quantities: Fields[]): object {
  const total = quantities.reduce((before, { [measure]: one }) => before + Number(one), 0);
  const unit = quantities.at(-1)?.userProvidedUnit;
  return {
    ...nonZero(`${measure}Sum`, total),
    ...(unit !== undefined && { userProvidedUnitLast: unit }),
  };
}

/** The sum of a field, if any of the logs has it. */
export function sumOf(field: string, measure: string, all: Fields[]): object {
  const quantities = all.map(({ [field]: one }) => one).filter(isObject);
  return quantities.length > 0 ? { [field]: sum(measure, quantities) } : {};
}
