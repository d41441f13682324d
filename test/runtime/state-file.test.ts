import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SavedState } from "../../local/runtime/state-file";
import { readState, StateFileError, writeState } from "../../local/runtime/state-file";

const saved: SavedState = {
  key: "shop-new", app: "shop", version: "0.0.1", props: { n: 1 }, db: { a: [1] }, dedupe: { ids: ["1"] }, n: 3,
};

let folder = "";
let file = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "state-"));
  file = join(folder, "state.json");
});

afterEach(() => rmSync(folder, { recursive: true }));

test("gives back what was written, and leaves nothing else behind", async () => {
  expect(await readState(file, "shop-new")).toBeUndefined();
  await writeState(file, saved);
  await writeState(file, { ...saved, n: 4 });
  expect(await readState(file, "shop-new")).toEqual({ ...saved, n: 4 });
  expect(readdirSync(folder)).toEqual(["state.json"]);
});

test("refuses another source's file, and a file that is none", async () => {
  await writeState(file, saved);
  await expect(readState(file, "shop-old")).rejects.toThrow(/belongs to shop-new, not to shop-old/);
  for (const text of ["", "{", "[]", "{\"key\":\"shop-new\"}"]) {
    writeFileSync(file, text);
    await expect(readState(file, "shop-new")).rejects.toThrow(/is no state file/);
  }
});

test("names a folder that is missing, and a path that is none", async () => {
  await expect(writeState(join(folder, "no", "state.json"), saved)).rejects.toThrow(/create it/);
  await expect(readState(folder, "shop-new")).rejects.toThrow(StateFileError);
});
