import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { axios, ConfigurationError } from "@pipedream/platform";
import { loadOptions } from "../../local/runtime/options";
import type { ActionRun } from "../../local/runtime/run";
import { runAction } from "../../local/runtime/run";

interface AppThis {
  $auth: { oauth_access_token: string };
  token: () => string;
  list: (shop: string) => string[];
}

const app = {
  type: "app",
  app: "shop",
  propDefinitions: {
    order: {
      type: "string",
      options(this: AppThis, { shop, page, prevContext, query }: Record<string, unknown>) {
        const next = (prevContext as { next?: number }).next ?? 0;
        const context = { next: next + 1 };
        return { options: [...this.list(String(shop)), `${String(page)}/${next}/${String(query)}`], context };
      },
    },
  },
  methods: {
    get host() {
      return `https://${(this as unknown as AppThis).$auth.oauth_access_token}.test`;
    },
    token(this: AppThis) {
      return this.$auth.oauth_access_token;
    },
    list(this: AppThis, shop: string) {
      return [`${shop}:${this.token()}`];
    },
  },
};

const accounts = (slug: string): Record<string, unknown> => ({ oauth_access_token: `key-of-${slug}` });

interface Self {
  [name: string]: unknown;
  shop: AppThis & { host: string };
  double: (n: number) => number;
  n: number;
}

interface Dollar {
  export: (name: string, value: unknown) => void;
  respond: (response: unknown) => Promise<void>;
  send: Record<string, (payload: unknown) => void>;
  flow: Record<string, (...args: unknown[]) => unknown>;
  context: Record<string, unknown>;
}

type Run = (this: Self, argument: { $: Dollar; steps: Record<string, unknown> }) => unknown;

const action = (run: Run, more: Record<string, unknown> = {}): unknown => ({
  type: "action",
  key: "shop-do",
  props: { shop: app, n: { type: "integer", optional: true, default: 2 } },
  methods: {
    double(this: Self, n: number) {
      return n * this.n;
    },
  },
  run,
  ...more,
});

type Fields = Record<string, unknown>;

const play = (run: Run, more: Fields = {}, options: Fields = {}) =>
  runAction(action(run, more), { props: {}, accounts, ...options });

describe("this", () => {
  test("has the values, the methods, and the app with its account", async () => {
    const run = await play(function () {
      const { double } = this;
      const { list } = this.shop;
      return [this.n, double(3), list("a"), this.shop.host, this.shop.$auth];
    }, {}, { props: { n: "4" } });
    expect(run).toMatchObject({
      ok: true,
      return: [4, 12, ["a:key-of-shop"], "https://key-of-shop.test", accounts("shop")],
    });
  });

  test("has what expressions pass as it is, its methods and its account beside it", async () => {
    const run = await play(function () {
      return [this.n, this.shop.$auth];
    }, {}, { expressions: { n: null } });
    expect(run).toMatchObject({ ok: true, return: [null, accounts("shop")] });
  });

  test("has them as well for props that additionalProps adds", async () => {
    const run = await play(function () {
      return [this.n, (this as unknown as Fields).added];
    }, {
      additionalProps: () => ({ added: { type: "integer" } }),
    }, { expressions: { n: "many", added: "few" } });
    expect(run).toMatchObject({ ok: true, return: ["many", "few"] });
  });

  test("has the services of a step", async () => {
    const props = {
      store: { type: "data_store" }, dir: { type: "dir" }, note: { type: "alert", content: "hi" }, db: "$.service.db",
    };
    const run = await play(async function () {
      const store = this.store as Record<string, (...args: unknown[]) => Promise<unknown>>;
      await store.set?.("a", { b: 1 });
      await store.set?.("gone", 1, { ttl: -1 });
      const found: unknown[] = [];
      for await (const pair of store as unknown as AsyncIterable<unknown>) found.push(pair);
      return [await store.get?.("a"), await store.keys?.(), await store.has?.("x"), found, this.dir, this.note];
    }, { props });
    expect(run).toMatchObject({
      return: [{ b: 1 }, ["a"], false, [["a", { b: 1 }]], { path: "/tmp" }, "hi"],
    });
  });
});

describe("$", () => {
  test("records exports, sends, responses, and goes on after exit", async () => {
    const run = await play(async ({ $ }) => {
      $.export("$summary", "Done");
      $.export("list", [1n]);
      $.send.email?.({ subject: "Hi" });
      await $.respond({ status: 200 });
      $.flow.exit?.("enough");
      $.flow.delay?.(1000);
      return $.context.test;
    });
    expect(run).toMatchObject({
      ok: true,
      return: true,
      exports: { $summary: "Done", list: [null] },
      sent: [{ to: "email", payload: { subject: "Hi" } }],
      responses: [{ status: 200 }],
      exit: "enough",
    });
    expect(run.notes).toEqual([
      "$.flow.delay is not played here: the step runs on to its end",
      "exports.list[0] is a BigInt, which Pipedream cannot store; it is dropped",
    ]);
  });

  test("gives earlier steps and the trigger's event", async () => {
    const given = { steps: { a: { x: 1 } }, event: { id: 7 } };
    const run = await play(({ steps }) => steps, {}, given);
    expect(run).toMatchObject({ return: { a: { x: 1 }, trigger: { event: { id: 7 } } } });
  });
});

describe("$.flow.rerun", () => {
  type Rerun = (delay?: number, context?: unknown, maxRetries?: unknown) => unknown;
  interface Told { runs: number; context?: unknown }
  const toldOf = ($: Dollar): Told => $.context.run as Told;

  test("runs the step again, which is told how often it ran and what it passed on", async () => {
    const told: Told[] = [];
    const run = await play(function ({ $ }) {
      const own = toldOf($);
      told.push(own);
      $.export(`run ${own.runs}`, this.n);
      this.n = 0;
      if (own.runs < 3) ($.flow.rerun as Rerun)(1, { hello: "world", at: own.runs }, 3);
      return own.runs;
    });
    expect(told).toEqual([
      { runs: 1 },
      { runs: 2, context: { hello: "world", at: 1 } },
      { runs: 3, context: { hello: "world", at: 2 } },
    ]);
    expect(run).toMatchObject({
      ok: true, return: 3, exports: { "run 1": 2, "run 2": 2, "run 3": 2 }, notes: [],
    });
  });

  test.each([
    [undefined, 11], [null, 11], ["many", 11], [0, 1], [1, 2], [3, 4],
  ])("with maxRetries %j runs it %i times, and no more", async (maxRetries, runs) => {
    const run = await play(({ $ }) => {
      ($.flow.rerun as Rerun)(0, null, maxRetries);
      return toldOf($).runs;
    });
    expect(run).toMatchObject({
      ok: true, return: runs,
      notes: [`$.flow.rerun: it ran ${runs} times, and no more: the workflow goes on`],
    });
  });

  test("waits as long as it says, but not for longer than a minute", async () => {
    const rerun = (delay: number): Promise<ActionRun> => play(({ $ }) => {
      if (toldOf($).runs === 1) ($.flow.rerun as Rerun)(delay);
      return toldOf($).runs;
    });
    const began = performance.now();
    expect(await rerun(30)).toMatchObject({ return: 2, notes: [] });
    expect(performance.now() - began).toBeGreaterThanOrEqual(29);
    expect(await rerun(86_400_000)).toMatchObject({
      return: 2, notes: ["$.flow.rerun: the pause of 86400 s before run 2 is left out"],
    });
  });

  test.each<[string, Run, object]>([
    ["exits", ({ $ }) => $.flow.exit?.("enough"), { ok: true, exit: "enough" }],
    ["fails", () => {
      throw new Error("no job");
    }, { ok: false, error: { message: "no job" } }],
  ])("does not count in a step that %s", async (_what, ends, expected) => {
    let runs = 0;
    const run = await play(function (given) {
      runs += 1;
      (given.$.flow.rerun as Rerun)(0);
      return ends.call(this, given);
    });
    expect(run).toMatchObject(expected);
    expect(runs).toBe(1);
  });

  test("gives the addresses that a service would call", async () => {
    const run = await play(({ $ }) => ($.flow.rerun as Rerun)(0, null, 0));
    const url = expect.stringContaining("https://") as string;
    expect(run).toMatchObject({ return: { resume_url: url, cancel_url: url } });
  });
});

describe("steps.trigger", () => {
  test("is there without an event, with the context of $", async () => {
    const run = await play(({ $, steps }) => {
      const { event, context } = steps.trigger as Fields;
      return [event, context === $.context];
    });
    expect(run).toMatchObject({ return: [{}, true] });
  });

  test("of the given steps stays, but for the event that is given itself", async () => {
    const steps = { trigger: { event: { id: 1 }, more: "m" } };
    const read: Run = ({ steps: { trigger } }) => {
      const { event, more } = trigger as Fields;
      return [event, more];
    };
    expect(await play(read, {}, { steps })).toMatchObject({ return: [{ id: 1 }, "m"] });
    expect(await play(read, {}, { steps, event: 2 })).toMatchObject({ return: [2, "m"] });
  });
});

test("$.send.sms is recorded as every send is", async () => {
  const run = await play(({ $ }) => $.send.sms?.({ message: "Hi" }));
  expect(run.sent).toEqual([{ to: "sms", payload: { message: "Hi" } }]);
});

describe("runAction", () => {
  test("runs a bare function", async () => {
    const step = ({ steps }: { steps: unknown }): unknown => ({ steps });
    const run = await runAction(step, { props: {}, accounts });
    expect(run).toMatchObject({ return: { steps: { trigger: { event: {} } } } });
  });

  test("returns what the component throws, with what it exported before", async () => {
    const run = await play(({ $ }) => {
      $.export("before", 1);
      throw new ConfigurationError("Choose a day");
    });
    expect(run).toMatchObject({
      ok: false, error: { name: "ConfigurationError", message: "Choose a day" }, exports: { before: 1 },
    });
  });

  test("keeps a failed request readable", async () => {
    const run = await play(() => axios({}, { url: "http://127.0.0.1:1/x" }));
    expect(run).toMatchObject({ ok: false, error: { code: "ECONNREFUSED" } });
  });

  test("refuses wrong props and sources before anything runs", async () => {
    await expect(play(() => 1, {}, { props: { m: 1 } })).rejects.toThrow("did you mean n?");
    await expect(play(() => 1, { type: "source" })).rejects.toThrow("shop-do is a source");
    await expect(runAction({ props: {} }, { props: {}, accounts })).rejects.toThrow("no run method");
  });

  test("passes on that an account is missing", async () => {
    const none = (): never => {
      throw new Error("Connect shop first.");
    };
    await expect(play(() => 1, {}, { accounts: none })).rejects.toThrow("Connect shop first.");
  });

  test("says when a result is larger than Pipedream keeps", async () => {
    const run = await play(() => "x".repeat(7 * 1024 * 1024));
    expect(run.notes).toEqual([expect.stringContaining("7.0 MB together")]);
  });

  test("fails where it is more than can be printed", async () => {
    const bytes = jest.spyOn(Buffer, "byteLength").mockReturnValue(300 * 1024 * 1024);
    const run = await play(() => ["much"]);
    bytes.mockRestore();
    const message = expect.stringMatching(/^It returns and exports more than/) as string;
    expect(run).toMatchObject({ ok: false, error: { message } });
  });

  test("lets a step use /tmp", async () => {
    const file = `/tmp/runtime-test-${process.pid}.txt`;
    const run = await play(() => {
      writeFileSync(file, "hello");
      return readFileSync(file, "utf8");
    });
    rmSync(file);
    expect(run).toMatchObject({ return: "hello" });
  });

  test("sets Date to the clock for the run alone", async () => {
    const real = Date;
    const start = Date.parse("2026-03-20T09:00:00Z");
    const read = (): unknown => [
      new Date().toISOString().slice(0, 16), typeof Date(), new Date(0).getTime(),
      new Date() instanceof Date, Date.now() - start < 5000, Date.UTC(1970, 0),
    ];
    const options = { clock: () => Promise.resolve(start) };
    expect(await play(read, {}, options)).toMatchObject({
      return: ["2026-03-20T09:00", "string", 0, true, true, 0],
    });
    expect(await play(() => {
      throw new Error("no");
    }, {}, options)).toMatchObject({ ok: false });
    expect(Date).toBe(real);
  });

  test("sends what is printed to the log", async () => {
    const lines: string[] = [];
    await play(() => console.log("a %d", 1, { b: 2 }), {}, { log: (line: string) => lines.push(line) });
    expect(lines).toEqual(["a 1 { b: 2 }"]);
  });

  test("gives each of several at once its own clock and its own log", async () => {
    const tell = async (): Promise<string> => {
      await new Promise((done) => setTimeout(done, 1));
      const day = new Date().toISOString().slice(0, 10);
      console.log(day);
      return day;
    };
    const days = ["2026-03-18", "2026-03-20", "2026-03-19"];
    const runs = await Promise.all(days.map(async (day) => {
      const lines: string[] = [];
      const clock = () => Promise.resolve(Date.parse(day));
      const log = (line: string) => lines.push(line);
      return { told: await play(tell, {}, { clock, log }), lines };
    }));
    expect(runs).toMatchObject(days.map((day) => ({ told: { return: day }, lines: [day] })));
  });
});

describe("additionalProps", () => {
  const props = { shop: app, kind: { type: "string", reloadProps: true }, extra: { type: "string", hidden: true } };
  const dynamic = {
    props,
    async additionalProps(this: Self, previous: Record<string, Record<string, unknown>>) {
      await Promise.resolve();
      if (this.kind === "bad") throw new ConfigurationError("No such kind");
      return {
        [`col_${String(this.kind)}`]: { type: "integer", label: this.shop.token() },
        extra: { ...previous.extra, hidden: false, optional: true },
      };
    },
  };

  test("adds props by the values set so far", async () => {
    const run = await play(function () {
      return [this.kind, this.col_a, this.extra];
    }, dynamic, { props: { kind: "a", col_a: "5", extra: "e" } });
    expect(run).toMatchObject({ return: ["a", 5, "e"] });
  });

  test("names what it requires, refuses what it does not know, and may fail", async () => {
    await expect(play(() => 1, dynamic, { props: { kind: "a" } })).rejects.toThrow("col_a is required");
    await expect(play(() => 1, dynamic, { props: { kind: "a", col_a: 1, col_b: 1 } })).rejects.toThrow("col_b is no prop");
    expect(await play(() => 1, dynamic, { props: { kind: "bad" } })).toMatchObject({
      ok: false, error: { name: "ConfigurationError" },
    });
  });
});

describe("additionalProps that asks again", () => {
  const props = { a: { type: "string", reloadProps: true } };
  const nested = {
    props,
    additionalProps(this: Self, previous: Fields) {
      const more: Fields = { b: { type: "boolean", optional: true, reloadProps: true } };
      if (this.b) more.c = { type: "string", description: Object.keys(previous).join() };
      return { ...more, nothing: undefined };
    },
  };

  test("sees the values of the props it added, until it adds no more", async () => {
    const run = await play(function () {
      return [this.a, this.b, this.c];
    }, nested, { props: { a: "x", b: "true", c: "hey" } });
    expect(run).toMatchObject({ ok: true, return: ["x", true, "hey"] });
  });

  test("requires and refuses what the last answer says", async () => {
    await expect(play(() => 1, nested, { props: { a: "x", b: true } })).rejects.toThrow("c is required");
    await expect(play(() => 1, nested, { props: { a: "x", c: "hey" } })).rejects.toThrow("c is no prop");
  });

  test("is told of the props it gave before", async () => {
    const seen: string[] = [];
    await play(() => 1, {
      props,
      additionalProps(this: Self, previous: Fields) {
        seen.push(Object.keys(previous).join());
        return nested.additionalProps.call(this, previous);
      },
    }, { props: { a: "x", b: true, c: "hey" } });
    expect(seen).toEqual(["a", "a,b", "a,b,c"]);
  });

  test("and never settles is taken as it is in the end", async () => {
    let count = 0;
    const run = await play(() => 1, {
      props,
      additionalProps() {
        count += 1;
        return { b: { type: "integer", default: count } };
      },
    }, { props: { a: "x" } });
    expect(run).toMatchObject({ ok: true, return: 1 });
    expect(count).toBeLessThan(100);
  });
});

describe("loadOptions of a form that is half filled", () => {
  const picky = action(() => 1, {
    props: { shop: app, size: { type: "string", options: ["S", "L"] } },
    additionalProps: () => {
      throw new ConfigurationError("Choose a size first");
    },
  });

  test("gives those of a written prop though additionalProps throws", async () => {
    const { options } = await loadOptions(picky, "size", { values: { color: "red" }, accounts });
    expect(options).toEqual([{ label: "S", value: "S" }, { label: "L", value: "L" }]);
  });

  test("passes on why a prop that would be added is not there", async () => {
    await expect(loadOptions(picky, "color", { values: {}, accounts }))
      .rejects.toThrow("Choose a size first");
  });
});

describe("loadOptions", () => {
  const props = {
    shop: app,
    which: { type: "string" },
    order: { propDefinition: [app, "order", (c: { which: string }) => ({ shop: c.which })] },
    size: { type: "string", options: ["S", { label: "Large", value: "L" }] },
    own: {
      type: "integer",
      options(this: Self) {
        return [this.double(4)];
      },
    },
  };
  const ask = (prop: string, more: Record<string, unknown> = {}) =>
    loadOptions(action(() => 1, { props }), prop, { values: { which: "w" }, accounts, ...more });
  const labelled = (...labels: string[]): unknown =>
    labels.map((label) => ({ label, value: label }));

  test("asks the app, with earlier values, page, context and query", async () => {
    expect(await ask("order")).toEqual({
      options: labelled("w:key-of-shop", "0/0/undefined"), context: { next: 1 },
    });
    expect(await ask("order", { page: 1, prevContext: { next: 1 }, query: "q" })).toEqual({
      options: labelled("w:key-of-shop", "1/1/q"), context: { next: 2 },
    });
  });

  test("gives written options, and asks the component for its own", async () => {
    expect((await ask("size")).options).toEqual([{ label: "S", value: "S" }, { label: "Large", value: "L" }]);
    expect((await loadOptions(action(() => 1, { props: { ...props, n: { type: "integer" } } }), "own", { values: { n: 2 }, accounts })).options)
      .toEqual([{ label: "8", value: 8 }]);
  });

  test("names a prop that is not there", async () => {
    await expect(ask("nope")).rejects.toThrow("nope is no prop of this component");
  });
});
