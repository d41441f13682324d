import { isFields, type Component, type Fields } from "../../local/runtime/component";
import { budgets } from "../budgets";
import { listed, type Listed } from "../support/components";
import { examples, filledIn } from "../support/examples";
import { Household, type Done } from "../support/household";
import { skipWaits } from "../support/waits";
import { suffering } from "./hurry";
import { faultsOf, partOf, WHERE, writes, type Where } from "./judged";
import { LARGE, MISHAPS, TOKEN, type Mishap } from "./mishaps";

interface Case { mishap: Mishap; where: Where }

const CASES: readonly Case[] = MISHAPS
  .flatMap((mishap) => WHERE.map((where) => ({ mishap, where })));

const isReading = ({ component }: Listed): boolean => {
  const { annotations }: Fields = { ...component };
  return isFields(annotations) && annotations.readOnlyHint === true;
};

/** Few days are as good as many here. */
const FEW_DAYS: Fields = { startDate: "2 days ago", endDate: "yesterday" };

let home: Household;
beforeAll(async () => {
  home = await Household.of();
  skipWaits();
});
afterAll(() => home.close());

/** What runs a component: an id is one of those that its form offers. */
async function propsOf(component: Component): Promise<Fields> {
  const props = examples(component);
  for (const { name, hasAsyncOptions, optional } of filledIn(component)) {
    if (name in FEW_DAYS && !("startTime" in props)) props[name] = FEW_DAYS[name];
    if (!hasAsyncOptions || optional) continue;
    const [first] = await home.options(component, name, TOKEN);
    if (first !== undefined) props[name] = first;
  }
  return props;
}

/** Runs an action to whose requests something happens. */
async function struck(
  { component }: Listed, props: Fields, { mishap: { answer }, where }: Case, sound: Done,
): Promise<Done> {
  const last = Math.max(0, sound.requests.length - 1);
  const writing = sound.requests.find(({ method }) => method !== "GET")?.method;
  return await suffering(home, {
    match: where === "write" && writing ? { method: writing } : {},
    times: where === "first" ? 1 : 1_000,
    skip: where === "last" ? last : 0,
    answer,
  }, () => home.run(component, { props, token: TOKEN }));
}

/** What is wrong with an action that each of these happens to. */
async function faultsIn(one: Listed, cases: readonly Case[]): Promise<string[]> {
  const { component } = one;
  const props = await propsOf(component);
  const sound = await home.run(component, { props, token: TOKEN });
  const faults: string[] = [];
  for (const each of cases) {
    const { mishap, where } = each;
    if (where === "write" && writes(sound) === 0) continue;
    // What was deleted is gone, and what was logged is there.
    const anew = "skipIfLogged" in props && where === "write" ? { skipIfLogged: false } : {};
    const given = isReading(one) ? props : { ...await propsOf(component), ...anew };
    const done = await struck(one, given, each, sound);
    const found = faultsOf(done, sound, mishap, where);
    faults.push(...found.map((fault) => `${mishap.what}, ${where}: ${fault}`));
  }
  return faults;
}

const actions = listed("actions").map((one, i) => ({ ...one, key: one.component.key, i }));

describe("whatever an API does, a step gives a result, or fails in words and in time", () => {
  it.each(actions)("$key", async ({ i, ...one }) => {
    expect(await faultsIn(one, partOf(CASES, i, budgets.faults))).toEqual([]);
  }, 600_000);
});

describe("ten megabytes are read, or refused in words, in a time that grows no faster than they", () => {
  it.each(actions.filter(({ i }) => i % budgets.largeAnswers === 0))("$key", async (one) => {
    expect(await faultsIn(one, [{ mishap: LARGE, where: "every" }])).toEqual([]);
  }, 600_000);
});
