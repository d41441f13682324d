import fitbit from "../../fitbit.app";
import type { Fields } from "../../local/runtime/component";
import { resolveProps } from "../../local/runtime/props";
import { everyModule } from "./module-rules";
import { namesOf, repeatedProps, strayFolders, twice, unusedDefinitions } from "./package-rules";
import { everyAction, everyComponent, everySource, type Rules } from "./rules";
import type { Kind, Subject } from "./subject";

const link = "[See the documentation](https://dev.fitbit.com/build/reference/web-api/sleep/)";
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
  version: "0.1.0",
  async run({ $ }) {
    const thing = await this.fitbit.thing({ $, successor: "google_health-get-thing" });
    $.export("$summary", "Got it");
    return thing;
  },
});`,
  source: `import sampleEmit from "./test-event";
export default defineSource({
  key: "fitbit-new-thing",
  version: "0.1.0",
  methods: { call: () => ({ successor: "google_health-new-thing" }) },
});`,
};

const OWN: Record<Kind, Fields> = {
  action: {
    name: "Get Thing",
    description: `Get a thing. ${link}`,
    annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: true },
  },
  source: {
    name: "New Thing",
    description: `Emit new event for each thing. ${link}`,
    dedupe: "unique",
    sampleEmit: { id: "1" },
    hooks: { deploy: () => undefined },
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

function subject(kind: Kind, changes: Changes = {}): Subject {
  const { name = NAMES[kind], component = {}, props = {}, exports = {}, text } = changes;
  const whole: Fields = {
    key: `fitbit-${NAMES[kind]}`,
    version: "0.1.0",
    type: kind,
    ai: "optimized",
    run: () => undefined,
    ...OWN[kind],
    ...component,
    props: { fitbit, ...PROPS[kind], ...props },
  };
  const googleHealth = {
    description: whole.description, version: "0.1.0", scopes: ["sleep.readonly"],
  };
  return {
    kind,
    name,
    text: text ? TEXTS[kind].replace(...text) : TEXTS[kind],
    component: whole,
    exports: { scopes: ["sleep"], googleHealth, ...exports },
    props: resolveProps(whole),
  };
}

const names = namesOf([subject("action"), subject("source")]);
const broken = (rules: Rules, of: Subject) =>
  Object.entries(rules).filter(([, rule]) => rule(of, names)).map(([name]) => name);

const described = (description: string) => ({ props: { count: { ...count, description } } });
const twin = (change: Fields) =>
  ({ exports: { googleHealth: { ...subject("action").exports.googleHealth as Fields, ...change } } });
const says = (description: string) => ({ component: { description } });

const BAD: Record<string, [Rules, Kind, [rule: string, ...Changes[]][]]> = {
  "every component": [everyComponent, "action", [
    ["its key, name, description, version and type are texts of its own",
      { component: { name: undefined } }, { component: { version: "" } }],
    ["its first key and version are double-quoted literals",
      { text: ["\"fitbit-get-thing\"", "KEY"] }, { text: ["\"0.1.0\"", "'0.1.0'"] },
      { text: [/version.*/, ""] }],
    ["it is made for agents", { component: { ai: undefined } }],
    ["its key is the app and its folder",
      { name: "get-things" }, { component: { key: "fitbit-Get-Thing" } },
      { component: { key: "google_health-get-thing" } }],
    ["its version is three numbers",
      { component: { version: "0.1" } }, { component: { version: "0.0.{{ts}}" } }],
    ["its name is a title without article or app",
      { component: { name: "Get thing" } }, { component: { name: "Get A Thing" } },
      { component: { name: "Get Fitbit Thing" } }],
    ["its description ends with a link and names only what exists",
      says("Get a thing."), says(`${link} Get it.`), says(`Use **List Nothing**. ${link}`),
      says(`Calls GET things. ${link}`), says(`Calls /1/user. ${link}`)],
    ["its first prop is the app", { props: { fitbit: count } }],
    ["every prop has a label and a description with an example",
      described("How many."), { props: { count: { ...count, label: undefined } } }],
    ["no prop speaks of what is on a screen", described("Select from the list, e.g. `5`.")],
    ["what a prop shows in bold is a tool or a prop", described("See **Nowhere**, e.g. `5`.")],
    ["a prop that is an id names the tool that gives it", { props: { thingId: count } }],
    ["props are in camel case", { props: { the_count: count } }],
    ["a prop with a default is optional", { props: { count: { ...count, default: 5 } } }],
    ["no prop is an object, but with its JSON shown",
      { props: { count: { ...count, type: "object" } } }],
    ["no prop changes the others",
      { component: { additionalProps: () => ({}) } },
      { props: { count: { ...count, reloadProps: true } } }],
    ["it imports the platform, its app, common and its own folder alone",
      { text: ["../../fitbit.app", "axios"] }, { text: ["../../fitbit.app", "../../local/cli"] },
      { text: ["../../fitbit.app", "../get-other/get-other"] }],
    ["it says nothing to a console and reads no environment",
      { text: ["return", "console.log"] }, { text: ["return", "process.env"] }],
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
    ["it exports a summary", { text: ["$summary", "$thing"] }],
    ["it passes $ on",
      { text: ["run({ $ })", "run()"] }, { text: ["{ $, successor", "{ successor"] }],
    ["it neither waits nor ends the workflow", { text: ["return", "$.flow.exit()"] }],
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
    ["it leaves its store to the helpers", { text: ["call:", "get: () => this.db.get(1), call:"] }],
    ["it tells of the past when it is deployed, and at no other time",
      { component: { hooks: { activate: () => undefined } } }],
  ]],
  "every module": [everyModule, "action", [
    ["it names the scopes it needs", { exports: { scopes: undefined } },
      { exports: { scopes: [] } }, { exports: { scopes: ["sleeping"] } },
      { component: { key: "google_health-get-thing" } }],
    ["it has a twin on Google Health, or says what takes its place",
      { exports: { googleHealth: undefined } }, { exports: { successor: "get-other" } }],
    ["its twin is described as well as itself",
      twin({ description: "Get it." }), twin({ version: "1" }), twin({ scopes: ["sleep"] })],
    ["its twin says only what differs", twin({ key: "google_health-get-thing" })],
    ["its twin leaves out or changes only props that are there",
      twin({ props: { nothing: null } })],
    ["a failure names its own twin, or its successor",
      { text: ["google_health-get-thing", "google_health-get-other"] },
      { text: [", successor: \"google_health-get-thing\"", ""] },
      { exports: { googleHealth: undefined, successor: null } }],
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

describe("the rules of the package", () => {
  it("see what stands there twice", () => {
    expect(twice(["a", "b", "a", "a"])).toEqual(["a"]);
  });

  it("see a prop that two components write down", () => {
    const [one, other] = [subject("action", { props: { count } }), subject("source", { props: { count } })];
    expect(repeatedProps([one, other])).toEqual(["count"]);
    expect(repeatedProps([one, subject("source")])).toEqual([]);
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
