import ts from "typescript";
import { loadCatalog, type CatalogComponent } from "../../local/catalog/catalog";
import { definition } from "../../registry/checks/definition.mjs";
import { Consumer } from "./consumer";

const ROOT = process.cwd();

/** A slow machine takes this long to build a package. */
const SLOW_MS = 120_000;

let consumer: Consumer;
let catalog: CatalogComponent[];

beforeAll(async () => {
  consumer = new Consumer();
  catalog = await loadCatalog(ROOT);
}, SLOW_MS);

afterAll(() => consumer.leave());

/** How a component is imported: on Google Health by the app's name too. */
const specifierOf = ({ entry: { app, type }, name }: CatalogComponent) =>
  ["@pipedream/fitbit", ...app === "fitbit" ? [] : [app], `${type}s`, name].join("/");

describe("what npm pack gives", () => {
  it("is the components, what they import and their types, and nothing of a checkout", () => {
    const files = consumer.files();
    const beside = files.filter((file) => !/^dist\/npm\/.*\.d?\.?m[jt]s$/.test(file));
    expect(beside.sort()).toEqual(["LICENSE", "README.md", "package.json"]);
    const folders = files.map((file) => /^dist\/npm\/(\w+)\//.exec(file)?.[1]);
    expect(new Set(folders.filter(Boolean)))
      .toEqual(new Set(["actions", "common", "google_health", "sources"]));
  });

  it("depends on the platform alone, and brings no command", () => {
    const packed = consumer.manifest(consumer.installed);
    expect(packed.dependencies).toEqual({ "@pipedream/platform": expect.any(String) as unknown });
    expect(Object.keys(packed).filter((name) => /bin|dev|peer|optional|overrides/i.test(name)))
      .toEqual([]);
  });

  it("leaves the checkout's package.json as it was", () => {
    expect(consumer.manifest(consumer.checkout)).toEqual(consumer.manifest(ROOT));
  });
});

describe("in plain Node.js", () => {
  it("every component and both apps load, and say of themselves what the source says", () => {
    const specifiers = [
      "@pipedream/fitbit", "@pipedream/fitbit/fitbit.app", "@pipedream/fitbit/google_health.app",
    ];
    const said = JSON.parse(consumer.printedBy(`
import { definition } from "./beside.mjs";
const all = {};
for (const name of ${JSON.stringify([...specifiers, ...catalog.map(specifierOf)])}) {
  all[name] = definition((await import(name)).default);
}
console.log(JSON.stringify(all));
`, "registry/checks/definition.mjs")) as unknown;
    const meant = catalog.map((found) => [specifierOf(found), definition(found.component)]);
    expect(said).toEqual(JSON.parse(JSON.stringify({
      "@pipedream/fitbit": "fitbit",
      "@pipedream/fitbit/fitbit.app": "fitbit",
      "@pipedream/fitbit/google_health.app": "google_health",
      ...Object.fromEntries(meant) as object,
    })));
  });
});

describe("in a strict TypeScript project, its declarations read too", () => {
  const use = () => `
import fitbit from "@pipedream/fitbit";
import googleHealth from "@pipedream/fitbit/google_health.app";
import getSleepLog from "@pipedream/fitbit/actions/get-sleep-log";
import twin from "@pipedream/fitbit/google_health/actions/get-sleep-log";
import newSleepLog from "@pipedream/fitbit/google_health/sources/new-sleep-log";
import type { HealthApi, ResultOf } from "@pipedream/fitbit/types";
import type { SleepLog } from "@pipedream/fitbit/types/sleep";

type Night = ResultOf<typeof getSleepLog>["sleep"][number];
const minutes = (night: Night): number | undefined => night.minutesAsleep;
const same: Night[] = ([] as ResultOf<typeof twin>["sleep"]) satisfies SleepLog[];
const api: HealthApi = fitbit.methods;
const slug: string = googleHealth.app;
const unique: "unique" | undefined = newSleepLog.dedupe;
const zone: "timeZone" = getSleepLog.props.timeZone.propDefinition[1];
export { api, minutes, same, slug, unique, zone };

// @ts-expect-error A figure is a number, or absent.
export const wrong = (night: Night): string => night.minutesAsleep;
// @ts-expect-error On Google Health this prop is not there.
export const gone = newSleepLog.props.timeZone;
// @ts-expect-error The modules behind are the package's own.
export type { Call } from "@pipedream/fitbit/common/call";
${catalog.map((found, i) => `export { default as a${i} } from "${specifierOf(found)}";`).join("\n")}
`;

  it.each<[string, ts.CompilerOptions]>([
    ["nodenext", { module: ts.ModuleKind.NodeNext }],
    ["bundler", { module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler }],
  ])("every component and record has its type: %s", (_, how) => {
    expect(consumer.complaints(use(), how)).toEqual([]);
  });
});
