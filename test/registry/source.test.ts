import { withoutComments } from "../../registry/bundle/comments";
import { asRegistryModule } from "../../registry/source/component";
import { asApp, asSample } from "../../registry/source/others";
import { tidy } from "../../registry/tidy";

const action = `import fitbit from "../../fitbit.app";
import { defineAction } from "../../common/pipedream";

export const scopes = ["sleep"];

const action = defineAction({
  key: "fitbit-get-thing",
  name: "Get Thing",
  description: "Get it.",
  version: "0.0.1",
  props: {
    fitbit,
    /** Its kind. */
    kind: {
      type: "integer",
      label: "Kind",
      description: "One, e.g. \`1\`.",
      optional: true,
    },
    date: {
      propDefinition: [
        fitbit,
        "date",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-thing");
    return await this.fitbit.getThing({ date: this.date }, call, this.kind);
  },
});

export default action;

export const googleHealth = {
  version: "0.0.3",
  props: { kind: CHANGE },
} satisfies Twin<typeof action>;
`;

const literals = {
  key: "a-get-thing", name: "Thing", description: "Say \"it\".", version: "0.0.9",
};

const twin = (change: string) =>
  asRegistryModule(action.replace("CHANGE", change), "google_health", literals);

describe("a component of the registry", () => {
  const text = asRegistryModule(action, "fitbit", literals);

  it("is an object literal, exported by default, and nothing beside it", () => {
    expect(text).toMatch(/\nexport default \{\n {2}key: /);
    expect(text).not.toMatch(/scopes|googleHealth|satisfies|defineAction\(/);
    expect(text.trimEnd().endsWith("};")).toBe(true);
  });

  it("has its key, name, description and version as literals", () => {
    expect(text).toContain("key: \"a-get-thing\",\n  name: \"Thing\",\n  description: \"Say \\\"it\\\".\",\n  version: \"0.0.9\",");
  });

  it("names what takes its place, where the source names it beside", () => {
    const beside = action.replace("export const scopes", "export const successor = \"a-b\";\n\nexport const scopes")
      .replace("\"google_health-get-thing\"", "successor");
    expect(asRegistryModule(beside, "fitbit", literals)).toContain("callOf(this, $, \"a-b\");");
  });

  it("takes the whole of its app by default, whatever the source calls it", () => {
    const alone = action.replace("import fitbit from", "import { fitbitAlone as fitbit } from");
    expect(asRegistryModule(alone, "fitbit", literals)).toMatch(/^import fitbit from /);
  });
});

describe("a component with a prop that it has on Google Health alone", () => {
  const alone = `${action}
export const onFitbit = { props: { kind: null } };
`.replace("CHANGE", "{}");

  it("has it there, and neither it nor what read it on Fitbit", () => {
    const onFitbit = asRegistryModule(alone, "fitbit", literals);
    expect(onFitbit).not.toMatch(/kind|onFitbit/i);
    expect(onFitbit).toContain("this.fitbit.getThing({ date: this.date }, call);");
    expect(asRegistryModule(alone, "google_health", literals)).toContain("this.kind)");
  });
});

describe("its twin on Google Health", () => {
  it("has the other app in every place, under the same name of the prop", () => {
    const text = twin("{ label: \"Sort\" }");
    expect(text).toContain("import googleHealth from \"../../google_health.app\";");
    expect(text).toContain("    fitbit: googleHealth,\n");
    expect(text).toContain("propDefinition: [\n        googleHealth,\n");
    expect(text).toContain("this.fitbit.getThing(");
  });

  it("names nothing that takes its place", () => {
    expect(twin("{ label: \"Sort\" }")).toContain("callOf(this, $);");
  });

  it("has changes of a prop laid over it", () => {
    const text = twin("{ label: \"Sort\", optional: false, min: 2 }");
    expect(text.replace(/\s+/g, " ")).toContain(
      "kind: { type: \"integer\", label: \"Sort\", description: \"One, e.g. `1`.\", min: 2, }",
    );
  });

  it("has no prop that is gone, nor what read it", () => {
    const text = twin("null");
    expect(text).not.toMatch(/kind/i);
    expect(text).toContain("this.fitbit.getThing({ date: this.date }, call);");
  });

  it("is refused where a prop that is gone is read otherwise", () => {
    const read = action.replace("this.kind)", "this.kind + 1)").replace("CHANGE", "null");
    expect(() => asRegistryModule(read, "google_health", literals)).toThrow("this.kind is read");
  });
});

it("writes the labels of an app's props out, where its plugin looks for them", () => {
  const app = asApp(`const app = defineApp({
  propDefinitions: {
    ...shared,
    zone: {
      ...shared.zone,
      description: "Where.",
    },
  },
});

export default app;
`);
  expect(app).toMatch(/^export default \{/);
  expect(app).toContain("...shared.zone,\nlabel: shared.zone.label,");
  expect(app).not.toContain("description: shared");
});

it("gives each app its own sample event", () => {
  const both = "/** One. */\nexport default {\n  a: 1,\n};\n\n/** Other. */\nexport const onGoogleHealth = {\n  b: 2,\n};\n";
  expect(tidy(asSample(both, "google_health"))).toBe("/** Other. */\nexport default {\n  b: 2,\n};\n");
  const same = "export default {\n  a: 1,\n};\n";
  expect(asSample(same, "google_health")).toBe(same);
});

describe("tidying", () => {
  it("puts parameters on a line where they fit, and leaves those with a comment", () => {
    expect(tidy("function f(\n  a,\n  b,\n) {}\n")).toBe("function f(a, b) {}\n");
    const long = `function f(\n  ${"a".repeat(60)},\n  ${"b".repeat(60)},\n) {}\n`;
    expect(tidy(long)).toBe(long);
    expect(tidy("function f(\n  a, // it\n) {}\n")).toContain("// it");
  });

  it("takes blank lines out of the edges of braces, and of no text", () => {
    expect(tidy("const a = {\n\n  b: 1,\n\n  c: 2,\n\n};\n")).toBe("const a = {\n  b: 1,\n\n  c: 2,\n};\n");
    const text = "const a = `{\n\n  b\n\n}`;\n";
    expect(tidy(text)).toBe(text);
  });
});

it("takes comments out, and nothing that looks like one", () => {
  const text = `/** A. */
const a = "/* no */"; // one
const b = /\\/\\/ no/;
function f(/* two */ c) {
  // three
  return \`// no \${c /* four */}\`;
  // five
}
`;
  expect(withoutComments(text)).toBe(`const a = "/* no */";
const b = /\\/\\/ no/;
function f( c) {
  return \`// no \${c}\`;
}
`);
});
