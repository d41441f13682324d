import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

const ROOT = process.cwd();

/** From the ground up; a file may import its own layer and those below. */
const LAYERS: [string, RegExp][] = [
  ["of no resource", /^common\/(wire\/)?[\w-]+$/],
  ["the polling engine", /^common\/polling\//],
  ["the clients", /^common\/(fitbit|google-health)\//],
  ["the resources", /^common\/[\w-]+\//],
  ["where they meet", /^common\/(health-api|props|differences|twin|kinds)$/],
  ["the apps", /^(fitbit|google_health)\.app$/],
  ["the components", /^(actions|sources)\//],
];

/** The files that other layers meet in are of theirs, wherever they lie. */
const layerOf = (file: string) => {
  const meeting = LAYERS.findIndex(([name]) => name === "where they meet");
  const isMeeting = LAYERS[meeting]?.[1].test(file);
  return isMeeting ? meeting : LAYERS.findIndex(([, files]) => files.test(file));
};

function shipped(): string[] {
  return readdirSync(ROOT, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.startsWith("node_modules"))
    .filter((file) => /^(common|actions|sources)\/|^\w+\.app\.ts$/.test(file))
    .map((file) => file.replace(/\.ts$/, ""));
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(ROOT, `${file}.ts`), "utf8");
  return [...text.matchAll(/^(?:import|export)\b[^;]*?from "(\.[^"]+)";/gm)]
    .map(([, from = ""]) => posix.join(posix.dirname(file), from));
}

const files = shipped();
const graph = new Map(files.map((file) => [file, importsOf(file)]));

/** A way from a file back to itself; none leads over what was looked at already. */
function circle(from: string): string[] | undefined {
  const seen = new Set<string>();
  const back = (at: string, way: string[]): string[] | undefined => {
    for (const next of graph.get(at) ?? []) {
      if (next === from) return [...way, at, from];
      if (seen.has(next)) continue;
      seen.add(next);
      const found = back(next, [...way, at]);
      if (found) return found;
    }
    return undefined;
  };
  return back(from, []);
}

describe("the files that ship", () => {
  it("each have a layer", () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.filter((file) => layerOf(file) === -1)).toEqual([]);
  });

  it("import nothing that stands above them", () => {
    const upwards = files.flatMap((file) => (graph.get(file) ?? [])
      .filter((other) => layerOf(other) > layerOf(file))
      .map((other) => `${file} -> ${other}`));
    expect(upwards).toEqual([]);
  });

  it("import each other in no circle", () => {
    expect(files.flatMap((file) => circle(file)?.join(" -> ") ?? [])).toEqual([]);
  });
});
