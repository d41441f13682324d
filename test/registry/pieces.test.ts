import { cutUp } from "../../registry/pieces/cut";
import { pruned } from "../../registry/pieces/prune";
import { tidy } from "../../registry/tidy";

const modules = new Map([
  ["actions/get-sleep/get-sleep", `import app from "../../one.app";
import { callOf, pollCall } from "../../common/call";

export default {
  props: {
    app,
    date: {
      propDefinition: [
        app,
        "date",
      ],
    },
  },
  async run({ $ }) {
    return await this.app.getSleep(callOf($));
  },
};
`],
  ["one.app", `import { activity } from "./common/activity";
import { shared } from "./common/props";
import { sleep } from "./common/sleep";

export default {
  type: "app",
  propDefinitions: {
    ...shared,
    zone: {
      ...shared.zone,
      label: "Zone",
    },
  },
  methods: {
    ...activity,
    ...sleep,
  },
};
`],
  ["common/props", `/** What both apps have. */
export const shared = {
  date: {
    type: "string",
  },

  /** Where it is. */
  zone: {
    type: "string",
  },
};
`],
  ["common/activity", `import { named } from "./names";

export const activity = {
  getActivity() {
    return named(this);
  },
};
`],
  ["common/names", "export function named(app) {\n  return app.name;\n}\n"],
  ["common/call", `const MOST = 1;
const LEAST = 0;

/** A call. */
export function callOf($, MOST = 2) {
  return { $, least: LEAST, MOST };
}

/** A poll's call. */
export function pollCall() {
  return callOf(undefined, MOST);
}
`],
  ["common/sleep", `/** Sleep. */
export const sleep = {
  /** A night. */
  getSleep(call) {
    return this.ask("sleep", call);
  },

  /** Asks. */
  ask(what) {
    return what;
  },

  /** Deletes it. */
  deleteSleep() {
    return undefined;
  },
};
`],
]);

const ROOT = "actions/get-sleep/get-sleep";
const alone = pruned(cutUp(modules), [ROOT], []);

describe("the part of a payload that one component reaches", () => {
  it("has the modules that it reaches, and no others", () => {
    expect([...alone.keys()].sort()).toEqual([
      ROOT, "common/call", "common/props", "common/sleep", "one.app",
    ]);
  });

  it("keeps of an app the methods that it calls, and those that they call", () => {
    expect(tidy(alone.get("common/sleep") ?? "")).toBe(`/** Sleep. */
export const sleep = {
  /** A night. */
  getSleep(call) {
    return this.ask("sleep", call);
  },

  /** Asks. */
  ask(what) {
    return what;
  },
};
`);
  });

  it("keeps of the shared props those that it takes over", () => {
    expect(alone.get("common/props")).toContain("date: {");
    expect(alone.get("common/props")).not.toContain("zone");
  });

  it("spreads into the app only what is not empty", () => {
    expect(alone.get("one.app")).toContain("...sleep,");
    expect(alone.get("one.app")).toMatch(/^import \{ shared \} from ".*";\nimport \{ sleep \}/);
  });

  it("drops functions and constants that it does not reach, with their comments", () => {
    expect(alone.get("common/call")).toBe(`const LEAST = 0;

/** A call. */
export function callOf($, MOST = 2) {
  return { $, least: LEAST, MOST };
}
`);
  });

  it("imports what it uses alone, by the names that Node.js wants", () => {
    expect(alone.get(ROOT)?.split("\n\n")[0]).toBe(
      "import app from \"../../one.app.mjs\";\nimport { callOf } from \"../../common/call.mjs\";",
    );
  });
});

describe("a whole payload", () => {
  const whole = pruned(cutUp(modules), [ROOT, "one.app"], "everything");

  it("keeps everything of an app", () => {
    expect(whole.get("common/sleep")).toBe(modules.get("common/sleep"));
    expect(whole.get("common/activity")).toContain("import { named } from \"./names.mjs\";");
  });

  it("drops what no component and no method reaches", () => {
    expect(whole.get("common/call")).not.toContain("pollCall");
  });
});

it("keeps the methods of an app that are named, though nothing here calls them", () => {
  const kept = pruned(cutUp(modules), [ROOT, "one.app"], ["deleteSleep"]);
  expect(kept.get("common/sleep")).toBe(modules.get("common/sleep"));
  expect(kept.has("common/activity")).toBe(false);
});

it("imports two names or more one a line", () => {
  const text = "import a, { b, c as d } from \"./other\";\n\nexport default { a, b, d };\n";
  const other = "export default 1;\nexport const b = 2;\nexport const c = 3;\n";
  const both = pruned(cutUp(new Map([["one", text], ["other", other]])), ["one"], "everything");
  expect(both.get("one")).toMatch("import a, {\n  b,\n  c as d,\n} from \"./other.mjs\";\n\n");
});
