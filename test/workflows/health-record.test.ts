import {
  carryRequests, openSource, type Carrier, type Source, type SourceRun,
} from "../../local/runtime";
import type { Fields } from "../../local/runtime/component";
import { startSandbox, type RecordType, type Sandbox } from "../../local/sandbox";
import * as newHealthRecord from "../../sources/new-health-record/new-health-record";
import { twin } from "../support/components";

const NOW = Date.parse("2026-03-20T21:00:00Z");
const MINUTE = 60_000;
const RECORDED = ["activity", "sleep", "weight", "fat", "food", "water"] as const;
/** As the source calls them. */
const USUAL = ["exercise", "sleep", "weight", "bodyFat", "food", "water"];

let sandbox: Sandbox;
let carrier: Carrier;

beforeEach(async () => {
  sandbox = await startSandbox({ now: new Date(NOW).toISOString(), rateLimit: false });
  carrier = carryRequests({ sandboxUrl: sandbox.url });
});
afterEach(async () => {
  carrier.stop();
  await sandbox.close();
});

const APPS = [
  {
    app: "fitbit",
    component: newHealthRecord.default,
    polls: newHealthRecord.polls,
    withoutSleep: "sandbox:activity,weight,nutrition",
  },
  {
    app: "google_health",
    component: twin(newHealthRecord),
    polls: newHealthRecord.googleHealth.polls,
    withoutSleep: "sandbox:activity_and_fitness,health_metrics_and_measurements,nutrition",
  },
];

const VALUES: Partial<Record<RecordType, number>> = {
  weight: 71, fat: 22.5, food: 300, water: 300,
};

/** Records one after the other, which takes a minute each; two hours ago at the latest. */
function live(types: readonly (RecordType | "glucose")[]): void {
  const { person } = sandbox;
  for (const [i, type] of types.entries()) {
    const start = person.now - (120 + 2 * (types.length - i)) * MINUTE;
    if (type === "glucose") {
      const reading = { start, mgPerDl: 101, measured: true };
      person.taken.glucoses.add((key) => ({ key, ...reading }), true);
    } else person.record({ type, start, minutes: 1, value: VALUES[type], synced: true });
  }
}

const many = (type: RecordType, count: number) => Array<RecordType>(count).fill(type);

/** A source on the platform, and what each of its polls tells and costs. */
class Watched {
  requests = 0;
  logged: string[] = [];
  private constructor(private readonly source: Source) {}

  static async deployed(component: unknown, props: Fields = {}, token = "sandbox") {
    const lines: string[] = [];
    const bearer = { token };
    const source = await openSource(component, {
      props,
      accounts: () => ({ oauth_access_token: bearer.token }),
      clock: () => Promise.resolve(sandbox.person.now),
      log: (line) => void lines.push(line),
    });
    const watched = new Watched(source);
    watched.logged = lines;
    return { watched, bearer, first: await watched.run(() => source.deploy()) };
  }

  poll(minutes = 15) {
    sandbox.person.moveClock(sandbox.person.now + minutes * MINUTE);
    return this.run(() => this.source.poll());
  }

  private async run(call: () => Promise<SourceRun>) {
    const before = carrier.requests.length;
    const { emitted } = await call();
    this.requests = carrier.requests.length - before;
    return emitted;
  }
}

const kindOf = (id: unknown): string => String(id).split("-")[0] ?? "";

describe.each(APPS)("New Health Record on $app", ({ component, polls, withoutSleep }) => {
  it("tells of each record of every kind but glucose, once, with its kind", async () => {
    const { watched } = await Watched.deployed(component);
    live([...RECORDED, "glucose"]);
    const told = await watched.poll();
    expect(told.map(({ id }) => kindOf(id)).sort()).toEqual([...USUAL].sort());
    for (const { id, event } of told) {
      expect(Object.keys(event as object)).toEqual(["kind", "record"]);
      expect(event).toMatchObject({ kind: kindOf(id) });
    }
    expect(await watched.poll()).toEqual([]);
  });

  it("tells of glucose where it is chosen, and of nothing that is not", async () => {
    const { watched } = await Watched.deployed(component, { kinds: ["glucose", "weight"] });
    live([...RECORDED, "glucose"]);
    expect((await watched.poll()).map(({ id }) => kindOf(id)).sort())
      .toEqual(["glucose", "weight"]);
  });

  it("tells of 25 on deploy, the newest of all kinds together", async () => {
    live([...many("activity", 20), ...many("water", 20)]);
    const { first } = await Watched.deployed(component, { kinds: ["exercise", "water"] });
    expect(first).toHaveLength(25);
  });

  it("makes as many requests as it says in a poll that finds nothing new, with glucose one more", async () => {
    const costs: number[] = [];
    for (const kinds of [[], [...USUAL, "glucose"]]) {
      const { watched } = await Watched.deployed(component, { kinds });
      await watched.poll();
      expect(await watched.poll()).toEqual([]);
      costs.push(watched.requests);
    }
    expect(costs).toEqual([polls.idle, polls.idle + 1]);
  });

  it.each(RECORDED)("makes no more than it says in a poll that tells of one %s", async (type) => {
    const { watched } = await Watched.deployed(component);
    live([type]);
    // By then what was asked of the clock is stale, and all is looked through.
    expect(await watched.poll(6.5 * 60)).toHaveLength(1);
    expect(watched.requests).toBeLessThanOrEqual(polls.firing);
  });

  it("tells of 50 records of all kinds in a poll, of the others in the next", async () => {
    const { watched } = await Watched.deployed(component);
    live([...many("activity", 35), ...many("food", 35)]);
    const counts: number[] = [];
    for (let i = 0; i < 3; i++) counts.push((await watched.poll()).length);
    expect(counts).toEqual([50, 20, 0]);
  });

  it("leaves out a kind whose scope is missing, and tells of what comes when it is there", async () => {
    const { watched, bearer } = await Watched.deployed(component, {}, withoutSleep);
    live(["sleep", "water"]);
    expect((await watched.poll()).map(({ id }) => kindOf(id))).toEqual(["water"]);
    expect(watched.logged.join()).toMatch(/sleep: .*The other kinds go on\./);
    bearer.token = "sandbox";
    expect(await watched.poll()).toEqual([]);
    live(["sleep"]);
    expect((await watched.poll()).map(({ id }) => kindOf(id))).toEqual(["sleep"]);
  });
});
