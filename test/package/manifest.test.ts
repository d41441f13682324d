import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { layAside, putBack } from "../../npm/manifest";

const CHECKOUT = `{
  "name": "a",
  "bin": { "a": "a.js" },
  "dependencies": { "b": "^1.0.0" },
  "devDependencies": { "c": "^1.0.0" }
}`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fitbit-manifest-"));
  mkdirSync(join(folder, "dist"));
  writeFileSync(join(folder, "package.json"), CHECKOUT);
});

afterEach(() => rmSync(folder, { recursive: true }));

const text = () => readFileSync(join(folder, "package.json"), "utf8");

it("packs package.json without what is of a checkout alone", async () => {
  await layAside(folder);
  expect(JSON.parse(text())).toEqual({ name: "a", dependencies: { b: "^1.0.0" } });
});

it("puts the checkout's back byte by byte, once", async () => {
  await layAside(folder);
  await putBack(folder);
  expect(text()).toBe(CHECKOUT);
  writeFileSync(join(folder, "package.json"), "{}");
  await putBack(folder);
  expect(text()).toBe("{}");
});
