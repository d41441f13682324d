import {
  defineAction, defineSource, type Auth, type Db, type Given, type ResultOf, type TimerEvent,
} from "../../common/pipedream";
import { action, app, source } from "./app";

/** What `this` and the arguments are inferred to be: checked by `tsc`, never run. */

type Same<A, B>
  = (<T>(it: T) => T extends A ? 1 : 2) extends (<T>(it: T) => T extends B ? 1 : 2)
    ? true
    : false;

/** Compiles only if the two types are the same. */
function same<A, B>(_: Same<A, B>): void { /* the types say it */ }

export const counting = defineAction({
  ...action,
  props: {
    fitbit: app,
    date: { propDefinition: [app, "date"] },
    sure: { propDefinition: [app, "date"], optional: false },
    limit: { propDefinition: [app, "limit"] },
    few: { propDefinition: [app, "limit"], optional: true },
    tags: { type: "string[]" },
    counts: { type: "integer[]", optional: true },
    isSure: { type: "boolean" },
    own: {
      type: "integer",
      async options({ page, query }) {
        same<typeof page, number>(true);
        same<typeof query, string | undefined>(true);
        return await Promise.resolve([{ label: query ?? "a", value: page }]);
      },
    },
    dependent: {
      propDefinition: [app, "logId", (values: { limit: number }) => ({ n: values.limit })],
    },
  },
  methods: {
    twice(n: number) {
      same<typeof this.limit, Given<number>>(true);
      return n * 2;
    },
  },
  async run({ $, steps, event }) {
    same<typeof this.date, Given<string | undefined>>(true);
    same<typeof this.sure, Given<string>>(true);
    same<typeof this.limit, Given<number>>(true);
    same<typeof this.few, Given<number | undefined>>(true);
    same<typeof this.tags, Given<string[]>>(true);
    same<typeof this.counts, Given<number[] | undefined>>(true);
    same<typeof this.isSure, Given<boolean>>(true);
    same<typeof this.own, Given<number>>(true);
    same<typeof this.dependent, Given<string>>(true);
    same<typeof this.fitbit.$auth, Auth>(true);
    same<typeof steps, Record<string, unknown> | undefined>(true);
    same<typeof event, unknown>(true);
    const n = await this.fitbit.double(this.twice(1));
    same<typeof n, number>(true);
    $.export("$summary", `Got ${n}`);
    return { n, steps, event };
  },
});

export type Counted = ResultOf<typeof counting>;
same<Counted["n"], number>(true);

defineSource({
  ...source,
  props: {
    fitbit: app,
    db: "$.service.db",
    timer: { type: "$.interface.timer", default: { intervalSeconds: 900 } },
  },
  hooks: {
    async deploy() {
      same<ReturnType<typeof this.poll>, Promise<void>>(true);
      await this.poll();
    },
  },
  methods: {
    async poll(): Promise<void> {
      same<typeof this.db, Db>(true);
      same<typeof this.timer.intervalSeconds, number | undefined>(true);
      this.db.set("four", await this.fitbit.four());
      this.$emit({}, { id: "1", summary: "One", ts: 1 });
    },
  },
  async run(event) {
    same<typeof event, TimerEvent>(true);
    this.db.set("at", event.timestamp);
    await this.poll();
  },
});

defineSource({
  ...source,
  dedupe: undefined,
  props: { fitbit: app },
  async run() {
    await this.fitbit.four();
    this.$emit({}, { summary: "An id is needed only where events are told apart", ts: 1 });
  },
});
