import fc from "../support/properties";
import { path } from "../../common/wire/paths";
import { hostileIds } from "../support/hostile";

const HOST = "https://api.fitbit.com";

/** What a server sees of a path, or undefined when it is refused. */
function segments(hole: string): string[] | undefined {
  try {
    return new URL(`${HOST}${path`/1/user/-/x/${hole}/y.json`}`).pathname.split("/");
  } catch (error) {
    expect(error).toMatchObject({ name: "ConfigurationError" });
    return undefined;
  }
}

function expectToStay(hole: string): void {
  const found = segments(hole);
  if (found === undefined) return;
  const [inner = ""] = found.splice(5, 1);
  expect(found).toEqual(["", "1", "user", "-", "x", "y.json"]);
  expect(decodeURIComponent(inner)).toBe(hole);
}

describe("a hole in a path", () => {
  it("is one segment, or refused", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), expectToStay), { numRuns: 500 });
    const parts = fc.constantFrom("..", ".", "/", "\\", "%2e", "%2F", "%", "?", "#", "\t", "\n", "a");
    const text = fc.array(parts, { maxLength: 5 }).map((list) => list.join(""));
    fc.assert(fc.property(text, expectToStay), { numRuns: 500 });
  });

  it.each(hostileIds)("of %s goes nowhere else", (_, id) => {
    expectToStay(id);
  });

  it.each(["", ".", "..", "...", "\ud83c", "a\udc00"])("%j is refused", (hole) => {
    expect(segments(hole)).toBeUndefined();
  });

  it("takes dates, ids and numbers as they are", () => {
    expect(path`/1.2/user/-/sleep/date/${"2026-03-20"}/${26013218219}.json`)
      .toBe("/1.2/user/-/sleep/date/2026-03-20/26013218219.json");
  });
});
