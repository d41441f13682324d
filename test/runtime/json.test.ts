import { Readable } from "node:stream";
import { ConfigurationError } from "@pipedream/platform";
import { jsonBytes, toJson } from "../../local/runtime/json";
import { reportError } from "../../local/runtime/report";

class Distance {
  constructor(readonly km: number) {}

  toJSON(): unknown {
    return { km: this.km };
  }
}

const circle: Record<string, unknown> = { name: "round" };
circle.self = circle;

const thrower = {
  get bad(): string {
    throw new Error("no");
  },
  good: 1,
};

const proto: unknown = JSON.parse("{\"__proto__\":1}");

const deep = Array.from({ length: 20_000 }).reduce<unknown>((inner) => ({ inner }), {});

describe("toJson keeps", () => {
  test.each([
    ["nothing", undefined, undefined],
    ["null", null, null],
    ["text", "x", "x"],
    ["a Date as text", new Date(0), "1970-01-01T00:00:00.000Z"],
    ["what toJSON gives", { at: new Distance(3) }, { at: { km: 3 } }],
    ["an object without its undefined keys", { a: undefined, b: 1 }, { b: 1 }],
    ["the same object twice", [circle.name, circle.name], ["round", "round"]],
    ["an own key named __proto__", proto, proto],
    ["boxed values", [Object(1), Object("a")], [1, "a"]],
  ])("%s", (_name, value: unknown, json) => {
    expect(toJson(value)).toEqual({ value: json, notes: [] });
  });
});

describe("toJson says what happens to", () => {
  test.each<[string, unknown, unknown, string]>([
    ["a BigInt", { rows: [{ id: 1n }] }, { rows: [{}] }, "return.rows[0].id is a BigInt, which Pipedream cannot store; it is dropped"],
    ["a function", { f: () => 1 }, {}, "return.f is a function"],
    ["a symbol", { s: Symbol("s") }, {}, "return.s is a symbol"],
    ["a circle", circle, { name: "round" }, "return.self is a circular reference"],
    ["a Map", { m: new Map([[1, 2]]) }, { m: {} }, "return Object.fromEntries(map)"],
    ["a Set", new Set([1]), {}, "return [...set]"],
    ["a promise", { p: Promise.resolve(1) }, { p: {} }, "await it"],
    ["an error", [new RangeError("x")], [{}], "return[0] is a RangeError"],
    ["undefined in a list", [1, undefined], [1, null], "return[1] is undefined, which becomes null"],
    ["NaN", { n: NaN }, { n: null }, "return.n is NaN, which becomes null"],
    ["Infinity", Infinity, null, "return is Infinity"],
    ["an invalid Date", new Date(NaN), null, "an invalid Date"],
    ["a Buffer", Buffer.from("a"), { type: "Buffer", data: [97] }, "toString(\"base64\")"],
    ["a stream", { s: Readable.from([]) }, {}, "save it under /tmp"],
    ["a getter that throws", thrower, { good: 1 }, "return.bad is unreadable (no)"],
    ["an odd key", { "a b": 1n }, {}, "return[\"a b\"] is a BigInt"],
  ])("%s", (_name, value, json, note) => {
    const written = toJson(value);
    expect(written.value).toEqual(json);
    expect(written.notes).toEqual([expect.stringContaining(note)]);
  });

  test("what is nested too deeply", () => {
    expect(toJson(deep).notes.join()).toContain("too deeply nested");
  });

  test("many such values, in few notes", () => {
    const { notes } = toJson(Array.from({ length: 50 }, () => NaN), "exports.x");
    expect(notes).toHaveLength(21);
    expect(notes.at(-1)).toBe("exports.x has 30 more values of this kind");
  });
});

const axiosError = Object.assign(new Error("{\"message\":\"Not here\"}"), {
  name: "AxiosError - Request failed with status code 404",
  response: { status: 404 },
  code: "ERR_BAD_REQUEST",
});

describe("reportError reads", () => {
  test.each<[string, unknown, Record<string, unknown>]>([
    ["a ConfigurationError", new ConfigurationError("Pick a date"), { name: "ConfigurationError", message: "Pick a date" }],
    ["the platform's axios error", axiosError, {
      name: "AxiosError",
      message: "Request failed with status code 404: {\"message\":\"Not here\"}",
      status: 404,
      code: "ERR_BAD_REQUEST",
    }],
    ["a cause", new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") }), { message: "fetch failed (connect ECONNREFUSED)" }],
    ["several errors in one", new AggregateError([new Error("refused")], ""), { message: "refused" }],
    ["text", "just text", { name: "Error", message: "just text" }],
    ["an object", { a: 1 }, { name: "Error", message: "{\"a\":1}" }],
    ["undefined", undefined, { name: "Error", message: "null" }],
  ])("%s", (_name, thrown, report) => {
    expect(reportError(thrown)).toMatchObject(report);
  });
});

test("jsonBytes of what no text can hold is Infinity", () => {
  const stringify = jest.spyOn(JSON, "stringify").mockImplementation(() => {
    throw new RangeError("Invalid string length");
  });
  expect(jsonBytes([])).toBe(Infinity);
  stringify.mockRestore();
  expect(jsonBytes("é")).toBe(4);
});
