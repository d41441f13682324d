import fc from "../support/properties";
import { optionsCall } from "../../common/call";
import type { LogQuery } from "../../common/lists";
import { matching, recentLogs } from "../../common/options";
import type { Page } from "../../common/wire/pages";

const options = ["Run", "Trail Run", "Ride"].map((label, value) => ({ label, value }));

it.each([
  [undefined, ["Run", "Trail Run", "Ride"]],
  ["", ["Run", "Trail Run", "Ride"]],
  ["  ", ["Run", "Trail Run", "Ride"]],
  ["run", ["Run", "Trail Run"]],
  ["run TRAIL", ["Trail Run"]],
  ["swim", []],
])("options that match %j", (query, labels) => {
  expect(matching(query, options).map(({ label }) => label)).toEqual(labels);
});

it("the call of an options list tells nobody", () => {
  expect(() => optionsCall().$.export("$summary", "x")).not.toThrow();
  expect(optionsCall().$).not.toBe(optionsCall().$);
});

interface Log {
  id: number;
  day: string;
}

/** A list such as the API gives: the newest logs up to a day, at most so many. */
function listOf(logs: Log[]) {
  return async function* ({ to, limit }: LogQuery): AsyncGenerator<Page<Log>> {
    const items = logs.filter(({ day }) => !to || day <= to).slice(0, limit);
    yield await Promise.resolve({ items, more: false });
  };
}

const toOption = ({ id, day }: Log) => ({ label: day, value: id, day });

it("pages of logs show each once, in order, however many a day has", async () => {
  const days = fc.array(fc.integer({ min: 1, max: 28 }), { maxLength: 170 });
  await fc.assert(fc.asyncProperty(days, async (numbers) => {
    const logs = [...numbers].sort((a, b) => b - a)
      .map((day, id) => ({ id, day: `2026-03-${String(day).padStart(2, "0")}` }));
    const shown: (string | number)[] = [];
    let context: Record<string, unknown> | undefined;
    for (let page = 0; page < 10; page++) {
      const answer = await recentLogs(context, listOf(logs), toOption);
      shown.push(...answer.options.map(({ value }) => value));
      context = answer.context;
    }
    expect(shown).toEqual(logs.map(({ id }) => id));
  }), { numRuns: 50 });
});

it("a list without pages has no options", async () => {
  async function* none(): AsyncGenerator<Page<Log>> { /* gives none */ }
  expect(await recentLogs(undefined, none, toOption)).toEqual({ options: [] });
});
