import type { Payload } from "../../registry/build";
import { bundled, fits, neverAlone } from "../../registry/bundle/bundle";
import { withoutComments } from "../../registry/bundle/comments";
import { compact } from "../../registry/bundle/compact";
import { shortened } from "../../registry/bundle/shorten";
import { withoutUnread } from "../../registry/bundle/unread";
import { load } from "../../registry/checks/load";
import type { Files } from "../../registry/files";
import { payloads, ROOT } from "./support";
import { treeOf, words } from "./words";

const KEYS = new Set([
  "fitbit-get-daily-steps", "fitbit-log-activity", "google_health-new-sleep-log",
  "google_health-get-activity-summary",
]);

let all: Payload[];
let files: Files;

beforeAll(async () => {
  all = await payloads();
  const bundles = await Promise.all(all.map((payload) => bundled(payload, KEYS)));
  files = new Map(bundles.flat().map(({ path, text }) => [path, text]));
});

describe("a component in one file", () => {
  it("is named by its key", () => {
    expect(new Set(files.keys())).toEqual(new Set([...KEYS].map((key) => `${key}.mjs`)));
  });

  it("is not written where it asks for nearly all that the API has, and that is said", async () => {
    const key = "google_health-get-health-summary";
    const found = await Promise.all(all.map((payload) => bundled(payload, new Set([key]))));
    expect(found.flat()).toEqual([]);
    expect(neverAlone(new Set([key, ...KEYS]))).toEqual([key]);
    expect(neverAlone(KEYS)).toEqual([]);
  });

  it("loads in plain Node.js with the platform alone beside it", async () => {
    expect(await load(ROOT, [])(files)).toEqual({ looked: files.size, problems: [] });
  });

  it("imports the platform and nothing else, in double quotes", () => {
    for (const text of files.values()) {
      expect(text.match(/^import .*$/gm))
        .toEqual([expect.stringMatching(/^import \{.*\} from "@pipedream\/platform";$/)]);
    }
  });

  it("has its component as the default export, and its literals in double quotes", () => {
    for (const [path, text] of files) {
      expect(text).toMatch(/^export default \{\n +key: ?"(.*)",$/m);
      expect(/^export default \{\n +key: ?"(.*)",$/m.exec(text)?.[1]).toBe(path.replace(".mjs", ""));
      expect(text.endsWith("\n};\n")).toBe(true);
    }
  });

  it("has of its app what it reaches: itself, and what its props list", () => {
    const log = files.get("fitbit-log-activity.mjs");
    expect(log).toContain("async createActivityLog(");
    expect(log).toContain("async listActivityTypes(");
    expect(log).not.toMatch(/getSleepDay|getActivitySummary|deleteActivityLog/);
  });

  it("reads of its props those that it has", () => {
    expect(files.get("fitbit-log-activity.mjs")).toContain("readUnitSystem(component.unitSystem)");
    expect(files.get("google_health-new-sleep-log.mjs"))
      .not.toMatch(/readUnitSystem|readTimeZone|UNIT_SYSTEMS/);
  });

  it("has of other people's queries and of another app's answers nothing", () => {
    expect(files.get("google_health-new-sleep-log.mjs"))
      .not.toMatch(/INVALID_DATA|is no time such as|quoteLongIntegers|getUtcOffset/);
  });

  it("keeps its comments and its layout while they fit", () => {
    expect(files.get("fitbit-get-daily-steps.mjs")).toContain("\n/** ");
    expect(fits(files)).toEqual({ looked: files.size, problems: [] });
  });
});

it("takes a read of a prop out where the component has none of that name", () => {
  const text = `const callOf = (component, $) => ({
  $,
  a: readA(component.a),
  b: readB(component.b),
  c: component.c,
  d: readD($.d),
});
`;
  expect(withoutUnread(text, ["b"])).toBe(text.replace("  a: readA(component.a),\n", ""));
});

describe("what a large file gives up", () => {
  const text = () => files.get("fitbit-get-daily-steps.mjs") ?? "";

  it("are its comments first, and nothing else", () => {
    expect(words(treeOf(withoutComments(text())))).toBe(words(treeOf(text())));
    expect(withoutComments(text())).not.toContain("/**");
  });

  it("is its layout then, with each statement on a line of its own", () => {
    expect(words(treeOf(compact(text())))).toBe(words(treeOf(text())));
    expect(Buffer.byteLength(compact(text()))).toBeLessThan(0.75 * Buffer.byteLength(text()));
    expect(compact("function f(a) {\n  // It.\n  if (a) return [1, 2,];\n  return -(-a);\n}\n"))
      .toBe("function f(a){\n if(a)return[1,2];\n return-(-a);\n}\n");
    expect(compact("const a = b + +c - -d / e; import f from \"g\";\n"))
      .toBe("const a=b+ +c- -d/e;\nimport f from\"g\";\n");
  });

  it("are the names of what is local last, and no others", async () => {
    const short = await shortened(`import { a } from "b";

const long = (first) => a(first.name);

export default {
  key: long,
};
`);
    const [imported, long, component] = short.split("\n");
    expect(imported).toBe("import { a } from \"b\";");
    expect(long).toMatch(/^const long=\((\w)\)=>a\(\1\.name\);$/);
    expect(component).toBe("export default {key:long};");
  });

  it("leaves a file that loads, and says the same of itself", async () => {
    const component = all.flatMap(({ components }) => components);
    const check = load(ROOT, component);
    const path = "fitbit/actions/get-daily-steps/get-daily-steps.mjs";
    for (const less of [withoutComments, compact, shortened]) {
      expect(await check(new Map([[path, await less(text())]])))
        .toEqual({ looked: 1, problems: [] });
    }
  });
});

it("says of a file that it is too large, or too broad to be read", async () => {
  const { problems } = await fits(new Map([
    ["a.mjs", "a\n".repeat(40_000)], ["b.mjs", "b".repeat(1_300)], ["c.mjs", "c\n"],
  ]));
  expect(problems).toEqual([
    "a.mjs: 80000 bytes, more than 64000", "b.mjs: a line of more than 1200 characters",
  ]);
});
