import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pages } from "../../local/docs/pages";

const ROOT = process.cwd();
const stored = (path: string) => readFileSync(join(ROOT, path), "utf8");

describe("a generated page", () => {
  it("is as the components say: `npm run docs` writes it anew", async () => {
    for (const [path, text] of Object.entries(await pages(ROOT))) {
      expect({ path, text: stored(path) }).toEqual({ path, text });
    }
  });

  it("has its tables between marks", () => {
    const marks = stored("README.md").match(/<!-- \/?(actions|sources) -->/g);
    expect(marks).toEqual([
      "<!-- actions -->", "<!-- /actions -->", "<!-- sources -->", "<!-- /sources -->",
    ]);
  });
});

it("docs/moving-from-fitbit.md tells in ten lines how to move", () => {
  expect(stored("docs/moving-from-fitbit.md").match(/^\d+\. /gm)).toHaveLength(10);
});
