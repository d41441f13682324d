import fc from "../support/properties";
import { quoteLongIntegers } from "../../common/wire/ids";

const id = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n });

function parsed(text: string): unknown {
  return JSON.parse(quoteLongIntegers(text));
}

describe("ids in a JSON text", () => {
  it("keep every digit wherever they stand", () => {
    const { tree } = fc.letrec<{ tree: string; object: string; list: string; id: string }>(
      (tie) => ({
        tree: fc.oneof({ maxDepth: 4 }, tie("id"), tie("list"), tie("object")),
        id: id.map(String),
        list: fc.array(tie("tree"), { maxLength: 3 }).map((items) => `[ ${items.join(" ,")}]`),
        object: fc.uniqueArray(fc.tuple(fc.string(), tie("tree")), {
          maxLength: 3,
          selector: ([key]) => key,
        }).map((fields) =>
          `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(",")}}`),
      }),
    );
    const digits = (text: string) => text.replace(/"(?:[^"\\]|\\.)*"\s*:/g, "").match(/\d+/g) ?? [];
    const leaves = (value: unknown): string[] => {
      if (typeof value === "object" && value !== null) return Object.values(value).flatMap(leaves);
      return [String(value)];
    };
    fc.assert(fc.property(tree, (text) => {
      expect(leaves(parsed(text)).sort()).toEqual([...digits(text)].sort());
    }));
  });

  it("leave every other value as JSON reads it", () => {
    const short = fc.jsonValue().filter((value) => !/\d{16}/.test(JSON.stringify(value)));
    fc.assert(fc.property(short, (value) => {
      const text = JSON.stringify(value);
      expect(quoteLongIntegers(text)).toBe(text);
    }));
  });

  it("leave texts alone, with all their digits, quotes and escapes", () => {
    const inner = fc.constantFrom("2369048793018741424", "\\", "\"", "\n", ":", ",", "{", "é", "😀");
    const text = fc.array(inner, { maxLength: 8 }).map((parts) => parts.join(""));
    fc.assert(fc.property(text, text, (key, value) => {
      expect(parsed(JSON.stringify({ [key]: value }))).toEqual({ [key]: value });
    }));
  });

  it.each([
    ["{\"logId\":2369048793018741424}", { logId: "2369048793018741424" }],
    ["{\"logId\":26013218219}", { logId: 26013218219 }],
    ["[-2369048793018741424]", ["-2369048793018741424"]],
    ["[1.2345678901234567]", [1.2345678901234567]],
    ["[1234567890123456.5, 1e30]", [1234567890123456.5, 1e30]],
    ["[999999999999999, 1000000000000000]", [999999999999999, "1000000000000000"]],
  ])("%s is read as %j", (text, value) => {
    expect(parsed(text)).toEqual(value);
  });
});

describe("a large text", () => {
  const row = (i: number) => `{"logId":${2369048793018741424n + BigInt(i)},"value":1.1857000589370728}`;

  it.each([
    ["one text of 12 MB", `{"note":${JSON.stringify("x".repeat(12_000_000))},"logId":2369048793018741424}`],
    ["one text of escapes", `{"note":${JSON.stringify("\"\\\n".repeat(1_000_000))},"logId":2369048793018741424}`],
    ["a text that never ends", `{"logId":2369048793018741424,"note":"${"x".repeat(1_000_000)}`],
  ])("is read to its end: %s", (_, text) => {
    expect(quoteLongIntegers(text)).toContain("\"logId\":\"2369048793018741424\"");
  });

  it("is the same text where no integer is long, however long its decimals are", () => {
    const rows = Array.from({ length: 50_000 }, () => "{\"logId\":26013218219,\"value\":1.1857000589370728}");
    const text = `[${rows.join(",")}]`;
    expect(Object.is(quoteLongIntegers(text), text)).toBe(true);
  });

  it("costs little more than to parse it, with long ids and without", () => {
    const text = `[${Array.from({ length: 100_000 }, (_, i) => row(i)).join(",")}]`;
    const msOf = (work: () => unknown) => {
      const began = performance.now();
      work();
      return performance.now() - began;
    };
    // In pairs, of which the best counts: a busy machine slows one of a pair as it likes.
    const timesParsing = (json: string) => Math.min(...Array.from({ length: 7 }, () =>
      msOf(() => quoteLongIntegers(json)) / msOf(() => JSON.parse(text))));
    expect(timesParsing(text.replaceAll("2369048793", ""))).toBeLessThan(2);
    expect(timesParsing(text)).toBeLessThan(5);
  });

  it("keeps the digits of two numbers within one text", () => {
    const note = "of 2369048793018741424, 2369048793018741425, and \" 2369048793018741426, ";
    expect(parsed(JSON.stringify({ note, list: [1] }))).toEqual({ note, list: [1] });
  });
});
