import { openSource } from "../../local/runtime/source";
import type { Source, SourceRun, SourceState } from "../../local/runtime/source";

interface Self {
  $emit: (event: unknown, metadata?: unknown) => void;
  db: { get: (key: string) => unknown; set: (key: string, value: unknown) => void };
  timer: Record<string, unknown>;
  http: { endpoint: string; respond: (response: unknown) => void };
}

type Run = (this: Self, event: Record<string, unknown>) => unknown;

const accounts = (): Record<string, unknown> => ({});

const timer = { type: "$.interface.timer", default: { intervalSeconds: 60 } };

const source = (run: Run, more: Record<string, unknown> = {}): unknown => ({
  type: "source", key: "shop-new", props: { timer, db: "$.service.db" }, run, ...more,
});

const open = (
  run: Run,
  more: Record<string, unknown> = {},
  options: Record<string, unknown> = {},
): Promise<Source> => openSource(source(run, more), { props: {}, accounts, ...options });

type Item = [id: unknown, ts?: number];

/** A source whose polls emit, one batch after the other. */
const emitting = (dedupe: string | undefined, batches: Item[][], state?: SourceState) => {
  let poll = 0;
  return open(function () {
    for (const [id, ts] of batches[poll] ?? []) this.$emit({ id }, { id, ts });
    poll += 1;
  }, { dedupe }, { state });
};

const ids = (run: SourceRun): unknown[] => run.emitted.map(({ id }) => id);

describe("dedupe", () => {
  test.each<[string, string | undefined, Item[][], unknown[][]]>([
    ["none lets everything through", undefined, [[["a"], ["a"]]], [["a", "a"]]],
    ["unique knows an id again", "unique", [[["a"], ["b"], ["a"]], [["b"], ["c"]]], [["a", "b"], ["c"]]],
    ["unique takes 5 and \"5\" for the same", "unique", [[[5], ["5"]]], [[5]]],
    ["greatest lets larger ids through", "greatest", [[[1], [3], [2]], [[3], ["4"]]], [[1, 3], ["4"]]],
    ["greatest compares long ids exactly", "greatest", [[["9007199254740993"]], [["9007199254740992"], ["9007199254740994"]]], [["9007199254740993"], ["9007199254740994"]]],
    ["greatest goes by time when there is one", "greatest", [[[2, 20], [1, 10]]], [[1, 2]]],
    ["last lets through what follows the last id", "last", [[["a"], ["b"]], [["a"], ["b"], ["c"]]], [["a", "b"], ["c"]]],
    ["last lets everything through when the id is gone", "last", [[["a"]], [["x"], ["y"]]], [["a"], ["x", "y"]]],
    ["last lets nothing through when nothing follows", "last", [[["a"]], [["a"]], [["a"], ["b"]]], [["a"], [], ["b"]]],
  ])("%s", async (_name, dedupe, batches, expected) => {
    const opened = await emitting(dedupe, batches);
    for (const want of expected) expect(ids(await opened.poll())).toEqual(want);
  });

  test("unique forgets all but the last 100 ids, the first one first", async () => {
    const hundred = Array.from({ length: 101 }, (_, index): Item => [index]);
    const opened = await emitting("unique", [hundred, [[1], [0]]]);
    expect((await opened.poll()).emitted).toHaveLength(101);
    expect(ids(await opened.poll())).toEqual([0]);
  });

  test("unique compares the first 64 characters", async () => {
    const long = "x".repeat(64);
    const opened = await emitting("unique", [[[`${long}1`], [`${long}2`]]]);
    const run = await opened.poll();
    expect([run.emitted.length, run.dropped]).toEqual([1, 1]);
  });

  test("goes on from a snapshot", async () => {
    const first = await emitting("unique", [[["a"]]]);
    await first.poll();
    const state = JSON.parse(JSON.stringify(first.snapshot())) as SourceState;
    expect(ids(await (await emitting("unique", [[["a"], ["b"]]], state)).poll())).toEqual(["b"]);
  });

  test.each([
    ["unique", undefined, "$emit needs an id"],
    ["unique", "", "$emit needs an id"],
    ["greatest", undefined, "$emit needs an id"],
  ])("%s refuses the id %j", async (dedupe, id, message) => {
    const run = await (await emitting(dedupe, [[[id]]])).poll();
    expect(run.ok ? "" : run.error.message).toContain(message);
  });
});

test("dedupe greatest emits an id that is no number, and says so", async () => {
  const opened = await emitting("greatest", [[["abc"], [5], ["abc"]], [[4]]]);
  const run = await opened.poll();
  expect(ids(run)).toEqual(["abc", 5, "abc"]);
  expect(run.notes[0]).toMatch(/^event abc is emitted unchecked: its id is no number/);
  expect(ids(await opened.poll())).toEqual([]);
});

test("an empty dedupe is none", async () => {
  expect(ids(await (await emitting("", [[["a"], ["a"], [undefined]]])).poll())).toHaveLength(3);
});

describe("$emit", () => {
  test("hands events on from oldest to newest", async () => {
    const heard: unknown[] = [];
    const onEmit = (event: unknown) => heard.push(event);
    const clock = () => Promise.resolve(5000);
    const opened = await open(function () {
      this.$emit({ n: 2 }, { id: 2, ts: 2000, summary: "two", name: "channel" });
      this.$emit({ n: 1 }, { id: 1, ts: 1000 });
      this.$emit({ n: 3 });
    }, {}, { onEmit, clock });
    await opened.poll();
    expect(heard).toMatchObject([
      { event: { n: 1 } },
      { id: 2, summary: "two", name: "channel", ts: 2000, event: { n: 2 } },
      { event: { n: 3 } },
    ]);
  });

  test("says what of an event is not kept, and when it is too large", async () => {
    const opened = await open(function () {
      this.$emit({ big: 1n }, { id: "a" });
      this.$emit("x".repeat(600 * 1024), { id: "b" });
    });
    expect((await opened.poll()).notes).toEqual([
      "event a.big is a BigInt, which Pipedream cannot store; it is dropped",
      "event b has 600 kB, more than the 512 kB of an event",
    ]);
  });
});

describe("db", () => {
  test("keeps JSON between polls, copied in and out", async () => {
    const seen: unknown[] = [];
    const opened = await open(function () {
      const list = (this.db.get("list") ?? []) as number[];
      seen.push([...list]);
      list.push(list.length);
      this.db.set("list", list);
      list.push(99);
    });
    await opened.poll();
    await opened.poll();
    expect(seen).toEqual([[], [0]]);
    expect(opened.snapshot().db).toEqual({ list: [0, 1] });
  });

  test("forgets what is set to undefined and keeps null", async () => {
    const opened = await open(function () {
      this.db.set("a", undefined);
      this.db.set("b", null);
      this.db.set("c", this.db.get("a") === undefined);
    }, {}, { state: { db: { a: 1 }, dedupe: {} } });
    await opened.poll();
    expect(opened.snapshot().db).toEqual({ b: null, c: true });
  });

  test("makes of undefined, NaN and functions inside a value what JSON does, and says so", async () => {
    const opened = await open(function () {
      this.db.set("seen", { list: [undefined, 1], at: NaN, none: undefined, do: () => 1 });
    });
    const run = await opened.poll();
    expect(run.ok).toBe(true);
    expect(run.notes).toEqual([
      "the value of \"seen\".list[0] is undefined, which becomes null",
      "the value of \"seen\".at is NaN, which becomes null",
      "the value of \"seen\".do is a function, which Pipedream cannot store; it is dropped",
    ]);
    expect(opened.snapshot().db).toEqual({ seen: { list: [null, 1], at: null } });
  });

  const circle: unknown[] = [];
  circle.push(circle);

  test.each<[string, unknown, RegExp]>([
    ["a set", new Set([1]), /the value of "seen" is a Set/],
    ["a circle", { circle }, /"seen".circle\[0\] is a circular reference/],
    ["a function", () => 1, /the value of "seen" is a function/],
    ["a BigInt", { n: [1n] }, /"seen".n\[0\] is a BigInt/],
  ])("refuses %s and names the key", async (_what, value, message) => {
    const opened = await open(function () {
      this.db.set("seen", value);
    });
    expect(await opened.poll()).toMatchObject({
      error: { message: expect.stringMatching(message) as string },
    });
    expect(opened.snapshot().db).toEqual({});
  });
});

describe("a poll", () => {
  test("gets the timer's event by the clock", async () => {
    const events: unknown[] = [];
    const opened = await open((event) => events.push(event), {}, {
      props: { timer: "{\"intervalSeconds\":300}" },
      clock: () => Promise.resolve(Date.parse("2026-03-20T09:00:00Z")),
    });
    await opened.poll();
    await opened.poll({ mine: true });
    const timestamp = Date.parse("2026-03-20T09:00:00Z") / 1000;
    expect(events).toEqual([{ timestamp, interval_seconds: 300 }, { mine: true }]);
    expect(opened.timer).toEqual({ intervalSeconds: 300 });
  });

  test("that fails keeps what it emitted and stored before", async () => {
    const heard: unknown[] = [];
    const opened = await open(function () {
      this.$emit(1, { id: 1 });
      this.db.set("done", 1);
      throw new Error("offline");
    }, { dedupe: "unique" }, { onEmit: (event: unknown) => heard.push(event) });
    expect(await opened.poll()).toMatchObject({ ok: false, error: { message: "offline" } });
    expect(heard).toHaveLength(1);
    expect(opened.snapshot()).toEqual({ db: { done: 1 }, dedupe: { ids: ["1"] } });
  });
});

test("hooks share this with run; one that is missing does nothing", async () => {
  const opened = await open(function () {
    this.$emit(this.db.get("from"));
  }, {
    hooks: {
      deploy(this: Self) {
        this.db.set("from", "deploy");
        this.$emit("history");
      },
      activate: () => Promise.reject(new Error("denied")),
    },
  });
  expect((await opened.deploy()).emitted).toMatchObject([{ event: "history" }]);
  expect(await opened.activate()).toMatchObject({ ok: false, error: { message: "denied" } });
  expect(await opened.deactivate()).toMatchObject({ ok: true, emitted: [] });
  expect((await opened.poll()).emitted).toMatchObject([{ event: "deploy" }]);
});

test.each([
  [{ type: "$.interface.timer", default: { cron: "0 0 * * *" } }, { cron: "0 0 * * *" }],
  [{ type: "$.interface.timer", static: { intervalSeconds: 30 } }, { intervalSeconds: 30 }],
  ["$.interface.timer", { intervalSeconds: 900 }],
])("the timer %j is set to %j", async (definition, setting) => {
  const opened = await open(() => 1, { props: { timer: definition } });
  expect(opened.timer).toEqual(setting);
});

test("a source with a timer and no run emits the timer's event", async () => {
  const clock = () => Promise.resolve(Date.parse("2026-03-20T09:00:00Z"));
  const opened = await openSource({ dedupe: "unique", props: { timer } }, { props: {}, accounts, clock });
  const timestamp = Date.parse("2026-03-20T09:00:00Z") / 1000;
  expect((await opened.poll()).emitted).toEqual([
    { id: timestamp, ts: timestamp * 1000, event: { timestamp, interval_seconds: 60 } },
  ]);
});

test("an action is no source", async () => {
  await expect(open(() => 1, { type: "action" })).rejects.toThrow("shop-new is an action");
});

test("a source that its app calls is run with what the app would send, as it is", async () => {
  const seen: unknown[] = [];
  const props = { hook: { type: "$.interface.apphook", eventNames: ["order.paid"] } };
  const opened = await open((event) => seen.push(event), { props });
  for (const event of [{ order: 1 }, null, 0, "text"]) expect(await opened.poll(event)).toMatchObject({ ok: true });
  expect(seen).toEqual([{ order: 1 }, null, 0, "text"]);
});

describe("a data store", () => {
  interface Store {
    get: (key: string) => Promise<number | undefined>;
    set: (key: string, value: number) => Promise<void>;
  }
  const count = async function (this: Self) {
    const { data } = this as unknown as { data: Store };
    const n = (await data.get("n") ?? 0) + 1;
    await data.set("n", n);
    this.$emit(n);
  };
  const props = { timer, data: { type: "data_store" } };
  const numbers = ({ emitted }: SourceRun): unknown[] => emitted.map(({ event }) => event);

  test("is kept from call to call, and in a snapshot", async () => {
    const opened = await open(count, { props, hooks: { deploy: count } });
    await opened.deploy();
    expect(numbers(await opened.poll())).toEqual([2]);
    const state = JSON.parse(JSON.stringify(opened.snapshot())) as SourceState;
    expect(state.dataStores).toEqual({ data: { n: { value: 2 } } });
    const next = await open(count, { props }, { state });
    expect(numbers(await next.poll())).toEqual([3]);
  });

  test("begins with what its prop is given, unless it is kept", async () => {
    const given = { props: { data: "{\"n\": 7}" } };
    const opened = await open(count, { props }, given);
    expect(numbers(await opened.poll())).toEqual([8]);
    const next = await open(count, { props }, { ...given, state: opened.snapshot() });
    expect(numbers(await next.poll())).toEqual([9]);
  });

  test("that nobody has takes no place in the state", async () => {
    expect((await open(() => 1)).snapshot()).toEqual({ db: {}, dedupe: {} });
  });
});

describe("an HTTP endpoint", () => {
  const call = async (run: Run, customResponse: boolean, init?: RequestInit) => {
    const http = { type: "$.interface.http", customResponse };
    const runs: SourceRun[] = [];
    const opened = await open(run, { props: { http } });
    const endpoint = await opened.listen((done) => runs.push(done));
    const response = await fetch(`${endpoint}/path?a=1`, init);
    const { status } = response;
    const answer = { status, type: response.headers.get("content-type"), body: await response.text() };
    while (runs.length === 0) await new Promise((done) => setTimeout(done, 5));
    await opened.close();
    return { answer, runs, endpoint, opened };
  };
  const json = { method: "POST", body: "{\"x\":1}", headers: { "Content-Type": "application/json" } };

  test("runs the source on a request and answers by itself", async () => {
    const { answer, runs, opened } = await call(function (event) {
      this.$emit(event);
    }, false, json);
    expect(answer).toMatchObject({ status: 200, body: "{\"success\":true}" });
    expect(runs[0]?.emitted[0]?.event).toMatchObject({
      method: "POST", path: "/path", query: { a: "1" }, body: { x: 1 }, bodyRaw: "{\"x\":1}",
      headers: { "content-type": "application/json" },
    });
    expect(opened.endpoint).toBeUndefined();
  });

  test.each([["201", 201], ["", 200], ["ok", 200], [404, 404]])("takes the status %j as %j", async (given, status) => {
    const { answer } = await call(function () {
      this.http.respond({ status: given });
    }, true);
    expect(answer.status).toBe(status);
  });

  test("lets the source answer", async () => {
    const { answer } = await call(function () {
      this.http.respond({ status: 201, body: { at: this.http.endpoint.slice(0, 17) } });
    }, true);
    expect(answer).toEqual({
      status: 201, type: "application/json", body: "{\"at\":\"http://127.0.0.1:\"}",
    });
  });

  test("answers 500 when the source fails before", async () => {
    const { answer, runs } = await call(() => {
      throw new Error("broken");
    }, true);
    expect(answer).toMatchObject({ status: 500, body: "{\"error\":\"broken\"}" });
    expect(runs).toMatchObject([{ ok: false }]);
  });
});
