import { markOf } from "../../common/polling/marks";
import type { Known } from "../../common/polling/known";
import { readMemory, writeMemory, type Memory } from "../../common/polling/memory";
import { momentId } from "../../common/polling/moments";

const DAY = 86_400_000;
const NOW = Date.parse("2026-03-20T12:00:00Z");

/** A reading of an instant by a source, that was told of. */
function reading(at: number, kind = "1a2b3"): [string, Known] {
  const mark = markOf({ start: at, end: at }, { kind });
  const day = new Date(at).toISOString().slice(0, 10);
  return [momentId(mark), { day, mark, isTold: true }];
}

const kept = (known: [string, Known][], since = "2026-03-01"): unknown => {
  const memory: Memory = { at: NOW, known: new Map(known) };
  return JSON.parse(JSON.stringify(writeMemory(memory, since, { log: () => undefined })));
};

const read = (value: unknown) => readMemory(value)?.known;

describe("records that their moment and kind alone tell apart", () => {
  const midnight = Date.parse("2026-03-20T00:00:00Z");

  it.each([
    ["at the first second of a day", midnight], ["at the last one", midnight + DAY - 1_000],
    ["in between", midnight + 40_271_000],
  ])("are known again %s", (_, at) => {
    const known = [reading(at), reading(at - 300_000), reading(at, "zz")];
    expect(read(kept(known))).toEqual(new Map(known));
  });

  it("are known again where they have no kind", () => {
    const [, { mark, day }] = reading(midnight + 5_000);
    const plain = { day, mark: { spans: mark.spans }, isTold: true };
    expect(read(kept([["2026-03-20T00:00:05", plain]]))?.get("2026-03-20T00:00:05"))
      .toEqual(plain);
  });

  it.each<[string, Partial<Known> & { id?: string }]>([
    ["waits", { isTold: false, waits: NOW }],
    ["was let go", { isTold: false, content: "x1" }],
    ["is told of again when it changes", { content: "x1" }],
    ["lasts", { mark: markOf({ start: midnight, end: midnight + 60_000 }, { kind: "1a2b3" }) }],
    ["has another id", { id: "7" }],
    ["is of another day", { day: "2026-03-21" }],
  ])("are known as others are when one %s", (_, { id, ...more }) => {
    const [own, known] = reading(midnight);
    const one: [string, Known] = [id ?? own, { ...known, ...more }];
    expect(kept([one])).not.toHaveProperty("moments");
    expect(read(kept([one]))).toEqual(new Map([one]));
  });

  it("take three characters each: a sensor's, of all days that are looked at, 6 kB", () => {
    const known = Array.from({ length: 6 * 288 }, (_, i) => reading(NOW - i * 300_000));
    const stored = kept(known);
    expect(read(stored)).toEqual(new Map(known));
    expect(JSON.stringify(stored).length).toBeLessThan(6 * 288 * 3 + 500);
  });

  it.each<[string, unknown]>([
    ["of no day", { "2026-13-01": { a: "000" } }],
    ["of a length that is none", { "2026-03-20": { a: "0000" } }],
    ["of other characters", { "2026-03-20": { a: "0 0" } }],
    ["that is no text", { "2026-03-20": { a: 5 } }],
    ["without kinds", { "2026-03-20": "000" }],
    ["in a list", []],
  ])("cannot be read from what is stored %s", (_, moments) => {
    expect(readMemory({ at: NOW, days: {}, moments })).toBeUndefined();
  });

  it("have no id without a time", () => {
    expect(momentId(markOf({ start: NaN, end: NaN }))).toBe("");
    expect(momentId({ spans: [] })).toBe("");
  });
});
