import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SavedState } from "../../local/runtime/state-file";
import {
  readState, readStores, savedText, StateFileError,
} from "../../local/runtime/state-file";

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

const write = (value: SavedState): void => writeFileSync(file, savedText(value));

test("gives back what was written", async () => {
  expect(await readState(file, "shop-new")).toBeUndefined();
  write(saved);
  expect(await readState(file, "shop-new")).toEqual(saved);
});

test("refuses another source's file, and a file that is none", async () => {
  write(saved);
  await expect(readState(file, "shop-old")).rejects.toThrow(/belongs to shop-new, not to shop-old/);
  for (const text of ["", "{", "[]", "{\"key\":\"shop-new\"}", JSON.stringify({ ...saved, dataStores: { a: 1 } })]) {
    writeFileSync(file, text);
    await expect(readState(file, "shop-new")).rejects.toThrow(/is no state file/);
    await expect(readStores(file)).rejects.toThrow(/is no state file/);
  }
});

test("names a path that is no file", async () => {
  await expect(readState(folder, "shop-new")).rejects.toThrow(StateFileError);
});

test("has the data stores of a step, with whatever else is there", async () => {
  expect(await readStores(file)).toEqual({ dataStores: {} });
  write(saved);
  expect(await readStores(file)).toEqual({ ...saved, dataStores: {} });
  const dataStores = { counts: { runs: { value: 3 } } };
  writeFileSync(file, savedText({ dataStores }));
  expect(await readStores(file)).toEqual({ dataStores });
});
