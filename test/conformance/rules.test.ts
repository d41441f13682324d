import { callOf } from "../../common/call";
import type { Step } from "../../common/pipedream";
import fitbit from "../../fitbit.app";
import type { Fields } from "../../local/runtime/component";
import { everyComponent } from "./component-rules";
import { everyAction, everySource } from "./kind-rules";
import { everyModule } from "./module-rules";
import { namesOf, repeatedProps, strayFolders, twice, unusedDefinitions } from "./package-rules";
import { everyProp } from "./prop-rules";
import type { Rules } from "./rules";
import { definitionsOf, subjectOf, type Kind, type Subject } from "./subject";
import { everyText } from "./text-rules";

const link = "[See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/)";
const long = "All of it. ".repeat(100);
const count = { type: "integer", label: "Count", description: "How many, e.g. `5`." };

/** A component that keeps every rule, but for what is changed. */
interface Changes {
  name?: string;
  component?: Fields;
  props?: Fields;
  exports?: Fields;
  text?: [from: string | RegExp, to: string];
}

const TEXTS: Record<Kind, string> = {
  action: `import fitbit from "../../fitbit.app";
export default defineAction({
  key: "fitbit-get-thing",
  version: "0.0.1",
  async run({ $ }) {
    return await this.fitbit.getThing(callOf(this, $, "google_health-get-thing"));
  },
});`,
  source: `import sampleEmit from "./test-event";
export default defineSource({
  key: "fitbit-new-thing",
  version: "0.0.1",
  methods: { getStream: () => pollCall(this, "google_health-new-thing") },
});`,
};

type Run = (context: { $: Step }) => unknown;

const get: Run = ({ $ }) => {
  $.export("$summary", "Got it");
  return callOf({}, $, null);
};

const OWN: Record<Kind, Fields> = {
  action: {
    name: "Get Thing",
    description: `Get a thing. ${link}`,
    annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: true },
    run: get,
  },
  source: {
    name: "New Thing",
    description: `Emit new event for each thing. ${link}`,
    dedupe: "unique",
    sampleEmit: { id: "1" },
    hooks: { deploy: () => undefined },
    run: () => undefined,
  },
};

const PROPS: Record<Kind, Fields> = {
  action: {},
  source: {
    db: "$.service.db",
    timer: { type: "$.interface.timer", default: { intervalSeconds: 900 } },
  },
};

const NAMES: Record<Kind, string> = { action: "get-thing", source: "new-thing" };

const TWIN = { docs: "users/getThing", version: "0.0.1", scopes: ["sleep.readonly"] };

function subject(kind: Kind, changes: Changes = {}): Subject {
  const { name = NAMES[kind], component = {}, props = {}, exports = {}, text } = changes;
  return subjectOf({
    kind,
    name,
    text: text ? TEXTS[kind].replace(...text) : TEXTS[kind],
    exports: {
      default: {
        key: `fitbit-${NAMES[kind]}`,
        version: "0.0.1",
        type: kind,
        ai: "optimized",
        ...OWN[kind],
        ...component,
        props: { fitbit, ...PROPS[kind], ...props },
      },
      scopes: ["sleep"],
      googleHealth: TWIN,
      ...exports,
    },
  });
}

const names = namesOf([subject("action"), subject("source")]);

function broken(rules: Rules<Subject>, of: Subject): string[] {
  return Object.entries(rules).filter(([, rule]) => rule(of, names)).map(([name]) => name);
}

const described = (description: string) => ({ props: { count: { ...count, description } } });
const chosen = (description: string, options?: unknown) =>
  ({ props: { unit: { type: "string", label: "Unit", description, options } } });
const twin = (change: Fields) => ({ exports: { googleHealth: { ...TWIN, ...change } } });
const says = (description: string) => ({ component: { description } });
const runs = (run: Run) => ({ component: { run } });

const BAD: Record<string, [Rules<Subject>, Kind, [rule: string, ...Changes[]][]]> = {
  "every component": [everyComponent, "action", [
    ["its key, name, description, version and type are texts of its own",
      { component: { name: undefined } }, { component: { version: "" } }],
    ["it is made for agents", { component: { ai: undefined } }],
    ["its key is the app and its folder",
      { name: "get-things" }, { component: { key: "fitbit-Get-Thing" } },
      { component: { key: "google_health-get-thing" } }],
    ["its version is the first one: 0.0.1, or 0.1.0 where the registry has the key",
      { component: { version: "0.1.0" } }, { component: { version: "0.0.{{ts}}" } },
      { component: { key: "fitbit-get-daily-steps" } }],
    ["its name is a title without article or app",
      { component: { name: "Get thing" } }, { component: { name: "Get A Thing" } },
      { component: { name: "Get Fitbit Thing" } }],
    ["its description ends with a link and names only what exists",
      says("Get a thing."), says(`${link} Get it.`), says(`Use **List Nothing**. ${link}`),
      says(`Calls GET things. ${link}`), says(`Calls /1/user. ${link}`)],
    ["its description is no longer than 1,000 characters", says(`${long} ${link}`)],
    ["its first prop is the app", { props: { fitbit: count } }],
    ["required props come before optional ones",
      { props: { limit: { ...count, optional: true }, count } },
      { props: { date: { propDefinition: [fitbit, "date"] }, count } }],
    ["none of its props changes the others",
      { component: { additionalProps: () => ({}) } },
      { props: { count: { ...count, reloadProps: true } } }],
  ]],
  "every prop": [everyProp, "action", [
    ["it has a label and a description with an example",
      described("How many."), { props: { count: { ...count, label: undefined } } }],
    ["its description is no longer than 1,000 characters", described(`E.g. \`5\`. ${long}`)],
    ["it does not speak of what is on a screen", described("Select from the list, e.g. `5`.")],
    ["what it shows in bold is a tool or a prop", described("See **Nowhere**, e.g. `5`.")],
    ["when it is an id, it names the tool that gives it", { props: { thingId: count } }],
    ["its name is in camel case", { props: { the_count: count } }],
    ["with a default it is optional", { props: { count: { ...count, default: 5 } } }],
    ["it is no object, but with its JSON shown",
      { props: { count: { ...count, type: "object" } } }],
    ["a fixed choice is a list of options",
      chosen("One of `kg`, `lb`, e.g. `kg`."),
      chosen("The unit: `kg` for kilograms, `lb` for pounds, e.g. `kg`.")],
    ["the values of its options are named",
      chosen("The unit, e.g. `kg`.", ["kg", "lb"]), chosen("The size, e.g. `1`.", [1, 15]),
      chosen("Kilograms or pounds, e.g. `kg`.", [{ label: "Pounds", value: "lb" }])],
  ]],
  "every action": [everyAction, "action", [
    ["it is an action", { component: { type: "source" } }],
    ["it says what it does to data",
      { component: { annotations: undefined } },
      { component: { annotations: { readOnlyHint: true, destructiveHint: false } } },
      ...[
        ["get-thing", false, false, true],
        ["get-thing", true, false, false],
        ["get-thing", true, true, true],
        ["log-thing", true, false, true],
        ["delete-thing", false, false, true],
      ].map(([name, readOnlyHint, destructiveHint, openWorldHint]) => ({
        name: String(name),
        component: { annotations: { readOnlyHint, destructiveHint, openWorldHint } },
      }))],
    ["its name starts with a verb", { name: "thing" }],
    ["it exports a summary", runs(({ $ }) => callOf({}, $, null)),
      runs(({ $ }) => $.export("thing", callOf({}, $, null)))],
    ["it passes $ on", runs(() => undefined),
      runs(({ $ }) => $.export("$summary", "Got it"))],
    ["it neither waits nor ends the workflow", runs(({ $ }) => $.flow)],
  ]],
  "every source": [everySource, "source", [
    ["it is a source", { component: { type: "action" } }],
    ["it has no annotations", { component: { annotations: {} } }],
    ["it says how events are told apart", { component: { dedupe: undefined } }],
    ["it shows a sample event that is JSON",
      { component: { sampleEmit: undefined } }, { component: { sampleEmit: {} } },
      { component: { sampleEmit: { at: new Date(0) } } },
      { component: { sampleEmit: { id: undefined } } }],
    ["its name and description say what is new",
      { component: { name: "Thing" } }, { component: { description: `Emits things. ${link}` } }],
    ["it is woken by a timer with a default, or by a request, and has a store",
      { props: { db: count } }, { props: { timer: count } },
      { props: { timer: { type: "$.interface.timer" } } }],
    ["one that polls tells of the past when it is deployed, and at no other time",
      { component: { hooks: { activate: () => undefined } } }],
  ]],
  "every module": [everyModule, "action", [
    ["it names the scopes it needs", { exports: { scopes: undefined } },
      { exports: { scopes: [] } }, { exports: { scopes: ["sleeping"] } }, { name: "make-thing" },
      { component: { key: "google_health-get-thing" } }],
    ["it has a twin on Google Health, or says what takes its place",
      { exports: { googleHealth: undefined } }, { exports: { successor: "google_health-get-other" } }],
    ["its twin has a version and scopes of its own",
      twin({ version: undefined }), twin({ scopes: ["sleep"] })],
    ["a source that polls says what that costs, on each of its apps",
      { exports: { polls: { idle: 1, firing: 1, every: "4 hours" } } }],
    ["its twin says only what differs", twin({ key: "google_health-get-thing" })],
    ["its twin leaves out or changes only props that are there",
      twin({ props: { nothing: null } }), twin({ props: { distnace: { label: "Far" } } })],
  ]],
  "the text of every module": [everyText, "action", [
    ["its first key and version are double-quoted literals",
      { text: ["\"fitbit-get-thing\"", "KEY"] }, { text: ["\"0.0.1\"", "'0.0.1'"] },
      { text: [/version.*/, ""] }],
    ["it imports the platform, its app, common and its own folder alone",
      { text: ["../../fitbit.app", "axios"] }, { text: ["../../fitbit.app", "../../local/cli"] },
      { text: ["../../fitbit.app", "../get-other/get-other"] }],
    ["it says nothing to a console and reads no environment",
      { text: ["return", "console.log"] }, { text: ["return", "process.env"] }],
    ["it leaves its store to the helpers", { text: ["return", "this.db.get(1);"] }],
    ["a failure names its own twin, or its successor",
      { text: ["google_health-get-thing", "google_health-get-other"] },
      { text: ["\"google_health-get-thing\"", "null"] },
      { exports: { googleHealth: undefined, successor: null } },
      { exports: { googleHealth: undefined, successor: "google_health-get-other" } }],
  ]],
};

describe.each(Object.entries(BAD))("the rules of %s", (_, [rules, kind, cases]) => {
  it("let a good one pass", () => {
    expect(broken(rules, subject(kind))).toEqual([]);
  });

  it("are each proved able to fail", () => {
    expect(cases.map(([rule]) => rule)).toEqual(Object.keys(rules));
  });

  it.each(cases)("catch a break of: %s", (rule, ...changes) => {
    for (const change of changes) expect(broken(rules, subject(kind, change))).toContain(rule);
  });
});

describe("a twin", () => {
  const keysOf = (rule: string, of: Subject) => definitionsOf(of)
    .filter((definition) => everyComponent[rule]?.(definition, names))
    .map(({ component }) => component.key);

  it("is looked at like the component itself, as it is put together", () => {
    const rule = "its description is no longer than 1,000 characters";
    expect(keysOf(rule, subject("action", twin({ description: long })))).toEqual([
      "google_health-get-thing",
    ]);
  });

  it("of a key that the registry has is new", () => {
    const rule = "its version is the first one: 0.0.1, or 0.1.0 where the registry has the key";
    const component = { key: "fitbit-get-daily-steps", version: "0.1.0" };
    expect(keysOf(rule, subject("action", { component }))).toEqual([]);
  });

  it("has its own order of required props", () => {
    const rule = "required props come before optional ones";
    const limit = { ...count, optional: true };
    const props = { limit, count: limit };
    const { exports } = twin({ props: { count: { optional: false } } });
    expect(keysOf(rule, subject("action", { props, exports }))).toEqual([
      "google_health-get-thing",
    ]);
  });
});

describe("the rules of the package", () => {
  it("see what stands there twice", () => {
    expect(twice(["a", "b", "a", "a"])).toEqual(["a"]);
  });

  describe("see a prop that is written down twice", () => {
    const app = { propDefinitions: { date: { ...count, label: "Date" } } };
    const repeated = (...props: Fields[]) =>
      repeatedProps(app, props.map((one) => subject("action", { props: one })));

    it.each<[string, ...Fields[]]>([
      ["by two components", { count }, { count: { ...count } }],
      ["under another name", { count }, { limit: { ...count } }],
      ["in another order",
        { count }, { count: Object.fromEntries(Object.entries(count).reverse()) }],
      ["with options that are worked out alike",
        { count: { ...count, options: () => [1] } },
        { count: { ...count, options: () => [1] } }],
      ["by a component and its app", { day: { ...count, label: "Date" } }],
    ])("%s", (_, ...props) => {
      expect(repeated(...props)).toHaveLength(1);
    });

    it.each<[string, ...Fields[]]>([
      ["by the same name alone", { count }, { count: { ...count, label: "Limit" } }],
      ["where one definition is in use twice", { count }, { count }],
      ["where the app's is taken over",
        { date: { propDefinition: [fitbit, "date"] } },
        { date: { propDefinition: [fitbit, "date"] } }],
      ["where it is a timer",
        { timer: { type: "$.interface.timer" } }, { timer: { type: "$.interface.timer" } }],
    ])("and none %s", (_, ...props) => {
      expect(repeated(...props)).toEqual([]);
    });
  });

  it("see a shared definition that nothing takes over", () => {
    const app = { propDefinitions: { date: count, limit: count } };
    const one = subject("action", { props: { date: { propDefinition: [fitbit, "date"] } } });
    expect(unusedDefinitions(app, [one])).toEqual(["limit"]);
  });

  it("see a folder that holds no component, or something beside it", () => {
    const place = (folder: string, name: string) =>
      ({ kind: "action" as const, name, folder, file: `${folder}/${name}.ts` });
    const here = place("test/conformance", "subject");
    expect(strayFolders([place("test/fixtures", "fixtures"), here])).toEqual(["fixtures", "subject"]);
  });
});
