import { kindOf } from "../../local/runtime/component";

interface Self {
  $emit: (event: unknown) => void;
  token: string;
}

const run = (): number => 1;

const methods = {
  get broken(): string {
    throw new Error("A getter ran.");
  },
};

describe("without a type", () => {
  test.each<[string, object]>([
    ["a timer", { run, props: { timer: "$.interface.timer" } }],
    ["a timer and no run", { props: { timer: { type: "$.interface.timer" } } }],
    ["an HTTP endpoint", { run, props: { http: { type: "$.interface.http" } } }],
    ["a db", { run, props: { db: "$.service.db" } }],
    ["hooks", { run, hooks: { deploy: run } }],
    ["a dedupe strategy", { run, dedupe: "unique" }],
    ["$emit in run", {
      name: "Source Demo",
      run(this: Self) {
        this.$emit({});
      },
    }],
    ["$emit in a method", {
      run,
      methods: {
        tell(this: Self) {
          this.$emit({});
        },
      },
    }],
  ])("a component with %s is a source", (_what, component) => {
    expect(kindOf(component)).toBe("source");
  });

  test.each<[string, unknown]>([
    ["a code step", { run, props: { text: "string", shop: { type: "app", app: "shop" } }, methods }],
    ["a bare function", run],
    ["a component with an empty dedupe", { run, dedupe: "" }],
  ])("%s is run", (_what, component) => {
    expect(kindOf(component)).toBe("action");
  });
});

test("a type is what it says", () => {
  expect(kindOf({ type: "action", run, props: { db: "$.service.db" } })).toBe("action");
  expect(kindOf({ type: "source", run })).toBe("source");
});

test("an action without run is refused though it has a timer", () => {
  const action = { type: "action", props: { timer: "$.interface.timer" } };
  expect(() => kindOf(action)).toThrow("it has no run method");
});
