import { resolveProps } from "../../local/runtime/props";
import { bindValues, PropError } from "../../local/runtime/values";

const app = {
  type: "app",
  app: "shop",
  propDefinitions: {
    order: { type: "string", label: "Order", description: "An order", optional: true },
    orders: { propDefinition: [undefined, ""] as unknown[], type: "string[]" },
    size: { type: "string", options: ["S", { label: "Large", value: "L" }] },
    row: { type: "string", options: () => [] },
  },
};
app.propDefinitions.orders.propDefinition = [app, "order"];

const component = (props: Record<string, unknown>): unknown => ({
  type: "action", props, run: () => undefined,
});

const one = (definition: unknown): unknown => component({ it: definition });

function problemsOf(props: Record<string, unknown>, given: Record<string, unknown>): string {
  try {
    bindValues(component(props), given);
  } catch (error) {
    expect(error).toBeInstanceOf(PropError);
    return (error as PropError).message;
  }
  throw new Error("The values fit.");
}

describe("resolveProps", () => {
  test("takes a definition from an app and overrides its fields", () => {
    const props = { it: { propDefinition: [app, "order"], optional: false, default: "1", description: "Mine" } };
    expect(resolveProps(component(props))[0]).toMatchObject({
      name: "it", kind: "user", type: "string", label: "Order", description: "Mine",
      optional: false, default: "1", app: "shop",
    });
  });

  test("follows definitions that take theirs from another", () => {
    expect(resolveProps(one({ propDefinition: [app, "orders"] }))[0]).toMatchObject({
      type: "string[]", label: "Order", optional: true,
    });
  });

  test("tells whose options are asked", () => {
    const [own, theirs] = resolveProps(component({
      own: { propDefinition: [app, "row"], options: () => [] },
      theirs: { propDefinition: [app, "row"] },
    }));
    expect([own?.optionsOf, theirs?.optionsOf]).toEqual(["component", "app"]);
    expect(theirs?.hasAsyncOptions).toBe(true);
  });

  test("names the definition that is missing", () => {
    expect(() => resolveProps(one({ propDefinition: [app, "nope"] })))
      .toThrow("The prop it takes its definition from \"nope\" of the app shop, which has none.");
  });

  test.each([
    [app, "app"],
    [{ type: "app", app: "slack" }, "app"],
    ["$.service.db", "db"],
    [{ type: "$.interface.timer", default: { cron: "0 0 * * *" } }, "timer"],
    ["$.interface.http", "http"],
    ["$.interface.apphook", "apphook"],
    ["data_store", "data_store"],
    ["$.service.data_store", "data_store"],
    ["sql", "unsupported"],
    ["string[]", "user"],
    [{ type: "alert", alertType: "info", content: "x" }, "alert"],
  ])("%j is of kind %s", (definition, kind) => {
    expect(resolveProps(one(definition))[0]?.kind).toBe(kind);
  });
});

describe("bindValues coerces", () => {
  test.each([
    ["string", 5, "5"],
    ["string", "5", "5"],
    ["integer", "5", 5],
    ["integer", " -3 ", -3],
    ["number", "1.5", 1.5],
    ["boolean", "true", true],
    ["boolean", "FALSE", false],
    ["object", "{\"a\":1}", { a: 1 }],
    ["any", "[1]", "[1]"],
    ["string[]", "a", ["a"]],
    ["string[]", "[\"a\",\"b\"]", ["a", "b"]],
    ["integer[]", ["1", 2], [1, 2]],
    ["boolean[]", "true", [true]],
    ["string", { __lv: { label: "One", value: "1" } }, "1"],
  ])("%s from %j", (type, given, value) => {
    const bound = bindValues(one({ type }), { it: given });
    expect(bound).toEqual({ it: value });
    expect(bindValues(one({ type }), bound)).toEqual(bound);
  });
});

describe("bindValues refuses", () => {
  test.each([
    ["a fraction", { type: "integer" }, 1.5, "it must be a whole number, not 1.5."],
    ["a word for a number", { type: "integer" }, "five", "it must be a whole number, not \"five\"."],
    ["more digits than exact", { type: "integer" }, "12345678901234567890", "too large"],
    ["below the minimum", { type: "integer", min: 1 }, 0, "it must be 1 or more, not 0."],
    ["above the maximum", { type: "integer", max: 5 }, 6, "it must be 5 or less, not 6."],
    ["a word for a boolean", { type: "boolean" }, "yes", "true or false"],
    ["broken JSON", { type: "object" }, "{a", "must be an object"],
    ["a list for an object", { type: "object" }, [1], "must be an object"],
    ["an object for text", { type: "string" }, { a: 1 }, "must be text"],
    ["what is not among the options", { propDefinition: [app, "size"] }, "XL", "it must be one of \"S\", \"L\", not \"XL\"."],
    ["nothing", { type: "string" }, "", "it is required."],
    ["a type of Pipedream's own", "sql", "", "it has the type sql, which only runs on Pipedream itself."],
    ["a value for what an app calls", "$.interface.apphook", "x", "is called by Pipedream"],
    ["a value for an account", app, "x", "connected account"],
  ])("%s", (_name, definition, given, message) => {
    expect(problemsOf({ it: definition }, { it: given })).toContain(message);
  });

  test("a wrong name, with the right one", () => {
    const props = { startDate: { type: "string", optional: true } };
    expect(problemsOf(props, { startDat: "x" }))
      .toBe("startDat is no prop of this component; did you mean startDate?");
    expect(problemsOf(props, { q: "x" })).toContain("its props are startDate");
  });

  test("everything at once, and never shows a secret", () => {
    const props = { a: { type: "integer" }, key: { type: "integer", secret: true }, c: { type: "string" } };
    const message = problemsOf(props, { a: "x", key: "hunter2" });
    expect(message).toContain("3 props do not fit:");
    expect(message).not.toContain("hunter2");
  });
});

describe("bindValues", () => {
  test("applies defaults, and takes empty text of an optional prop as not given", () => {
    const props = {
      limit: { type: "integer", optional: true, default: 10 },
      note: { type: "string", optional: true },
    };
    expect(bindValues(component(props), { limit: "", note: "" })).toEqual({ limit: 10 });
  });

  test("takes an option by its label, and gives it with its label on request", () => {
    const size = { propDefinition: [app, "size"] };
    expect(bindValues(one(size), { it: "Large" })).toEqual({ it: "L" });
    const bound = bindValues(one({ ...size, withLabel: true }), { it: "L" });
    expect(bound).toEqual({ it: { label: "Large", value: "L" } });
    expect(bindValues(one({ ...size, withLabel: true }), bound)).toEqual(bound);
  });

  test("does not ask for what is hidden or disabled", () => {
    const props = { a: { type: "string", hidden: true }, b: { type: "string", disabled: true } };
    expect(bindValues(component(props), {})).toEqual({});
  });

  test("keeps names that additionalProps may define", () => {
    const dynamic = { props: {}, additionalProps: () => ({}), run: () => undefined };
    expect(bindValues(dynamic, { col_0: "x" })).toEqual({ col_0: "x" });
  });
});

describe("expressions", () => {
  const props = {
    text: { type: "string" },
    count: { type: "integer", min: 1, optional: true, default: 3 },
    unit: { type: "string", optional: true, options: ["km", "mi"] },
  };
  const bound = (given: Record<string, unknown>, expressions?: Record<string, unknown>) =>
    bindValues(component(props), given, expressions);

  test("pass as they are, whatever a prop declares", () => {
    const raw = { text: 5.2, count: "abc", unit: { any: [NaN] } };
    expect(bound({}, raw)).toEqual(raw);
  });

  test("pass nothing too, where something is required or has a default", () => {
    const raw = { text: null, count: "", unit: null };
    expect(bound({}, raw)).toEqual(raw);
  });

  test("may be missing: then the default holds, and nothing is asked for", () => {
    expect(bound({}, {})).toEqual({ count: 3 });
    expect(() => bound({})).toThrow("text is required.");
  });

  test("give way to what the form gives", () => {
    expect(bound({ text: "form", count: "7" }, { text: 1, count: null, unit: "km" }))
      .toEqual({ text: "form", count: 7, unit: "km" });
  });

  test("are of props that are there, and of no account", () => {
    expect(() => bound({}, { tex: 1 })).toThrow("did you mean text?");
    const withApp = component({ shop: { type: "app", app: "shop" } });
    expect(() => bindValues(withApp, {}, { shop: "x" })).toThrow("is a connected account");
  });
});
