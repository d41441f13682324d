import type { ResolvedProp } from "../../local/runtime";
import { listed } from "../support/components";
import { exampleOf, examples, filledIn } from "../support/examples";
import {
  hostileDays, hostileDecimals, hostileTimes, hostileZones,
} from "../support/hostile";
import { refusal } from "../support/step";

/** What a prop takes, by its name or its example, and what it does not. */
const FORMS: [form: RegExp, values: string[][], problem: string][] = [
  [/^(date|startDate|endDate) /, hostileDays, "is not a day"],
  [/^birthday /, hostileDays, "is not a date"],
  [/^unitId /, [["3 04"], ["1/2"], ["../1"], ["½"]], "is not an id"],
  [/^(startTime|time) /, hostileTimes, "is not a time"],
  [/^timeZone /, hostileZones, "is not known"],
  [/^\w+ \d+(\.\d+)?$/, hostileDecimals, "is not a number"],
];

/** A zone says nothing of days that are written out. */
const toldByZone = (component: unknown) => Object.fromEntries(filledIn(component)
  .filter(({ name }) => ["date", "startDate", "endDate"].includes(name))
  .map(({ name }) => [name, "today"]));

function formOf(prop: ResolvedProp) {
  const text = `${prop.name} ${String(exampleOf(prop))}`;
  return prop.type === "string" && !prop.hasAsyncOptions
    ? FORMS.find(([form]) => form.test(text))
    : undefined;
}

const cases = listed("actions").flatMap(({ component }) => filledIn(component)
  .flatMap((prop) => {
    const [, values, problem] = formOf(prop) ?? [];
    const { key } = component;
    return values && problem ? [{ key, component, prop, values, problem }] : [];
  }));

describe("what is not well formed is refused before any request", () => {
  it.each(cases)("$prop.name of $key", async ({ component, prop, values, problem }) => {
    const zoned = prop.name === "timeZone" && toldByZone(component);
    const others = { ...examples(component), ...zoned };
    for (const [value = ""] of values) {
      expect(await refusal(component, { ...others, [prop.name]: value }))
        .toContain(`${prop.label}: ${JSON.stringify(value)} ${problem}`);
    }
  });
});
