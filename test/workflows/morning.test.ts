import type { Fields } from "../../local/runtime/component";
import { DEFAULT_SWITCHES } from "../../local/sandbox/fitbit/resources";
import { DEFAULT_HEALTH_SWITCHES } from "../../local/sandbox/google-health/resources";
import * as newMorningReport from "../../sources/new-morning-report/new-morning-report";
import sample from "../../sources/new-morning-report/test-event";
import { openPlace, type Bench } from "../soak/bench";
import type { Polling } from "../soak/steps";
import { twin } from "../support/components";

const CALM: Polling = { troubles: [], kill: undefined };

let place: Awaited<ReturnType<typeof openPlace>>;
beforeAll(async () => {
  place = await openPlace();
});
afterAll(() => place.close());

/** The source of a person who sleeps, deployed at three in the morning by their own clock. */
async function deployed(component: unknown, props: Fields = {}): Promise<Bench> {
  const bench = place.bench({ component });
  const does = { fitbit: DEFAULT_SWITCHES, health: DEFAULT_HEALTH_SWITCHES };
  await bench.reset(1, Date.parse("2026-03-20T02:00:00Z"), does);
  await bench.reopen(undefined, { timeZone: "home", ...props });
  expect(bench.scene.person.timeline.local(bench.scene.person.now)).toMatch(/T03:00/);
  const { run, requests } = await bench.deploy(CALM);
  expect(run).toMatchObject({ ok: true, emitted: [] });
  expect(requests).toBe(1);
  return bench;
}

const ALL = { from: -Infinity, to: Infinity };

/** A poll at a time of the person's own clock, after the watch has synced what is said. */
async function poll(
  bench: Bench, local: string, synced: { from: number; to: number } = ALL, how = CALM,
) {
  const { person } = bench.scene;
  person.moveClock(person.timeline.instant(Date.parse(`${local}:00Z`)));
  person.sync(synced);
  const { run, requests } = await bench.poll(how);
  expect(run).toMatchObject({ ok: true });
  const [event] = run.emitted;
  const ids = run.emitted.map(({ id }) => id);
  return { requests, ids, event: (event?.event ?? {}) as Fields };
}

const NOTHING = { from: 0, to: 0 };

describe.each([
  ["fitbit", newMorningReport.default, newMorningReport.polls, 18, "/1/user/-/spo2"],
  // Six less than at worst: the offset is not asked for, and nobody weighed themselves.
  [
    "google_health", twin(newMorningReport), newMorningReport.googleHealth.polls, 19,
    "/v4/users/me/dataTypes/daily-oxygen-saturation",
  ],
] as const)("New Morning Report on %s", (_, component, polls, firing, path) => {
  it("tells of the night and yesterday when all has landed, once", async () => {
    const bench = await deployed(component);
    const idle = await poll(bench, "2026-03-20T05:00", NOTHING);
    expect(idle).toMatchObject({ ids: [], requests: polls.idle });
    const { ids, event, requests } = await poll(bench, "2026-03-20T09:30");
    expect(ids).toEqual(["2026-03-20"]);
    expect(requests).toBe(firing);
    expect(requests).toBeLessThan(polls.firing);
    const { person } = bench.scene;
    const { steps } = person.dayTotals(Date.parse("2026-03-19") / 86_400_000);
    expect(event).toMatchObject({
      row: { date: "2026-03-20", steps: null, sleepMinutes: expect.any(Number) as number },
      yesterday: { date: "2026-03-19", steps },
    });
    expect(event.sentence).toContain("asleep");
    expect(event.text).toContain(`- yesterday: ${steps.toLocaleString("en-US")} steps`);
    expect(event).not.toHaveProperty("missing");
    expect(Object.keys(sample)).toEqual(expect.arrayContaining(Object.keys(event)));
    expect(await poll(bench, "2026-03-20T18:00")).toMatchObject({ ids: [], requests: 0 });
  });

  it("does not take a night for whole that goes on", async () => {
    const bench = await deployed(component);
    expect((await poll(bench, "2026-03-20T04:00")).ids).toEqual([]);
    expect((await poll(bench, "2026-03-20T04:30")).ids).toEqual([]);
    expect((await poll(bench, "2026-03-20T09:30")).ids).toEqual(["2026-03-20"]);
  });

  it("comes at its time at the latest, and names what is not there", async () => {
    const bench = await deployed(component, { time: "08:15" });
    expect((await poll(bench, "2026-03-20T08:14", NOTHING)).ids).toEqual([]);
    const { ids, event } = await poll(bench, "2026-03-20T08:15", NOTHING);
    expect(ids).toEqual(["2026-03-20"]);
    expect(event.missing).toContainEqual({ part: "sleep", why: "not yet" });
    expect(event.text).toContain("- not there yet: sleep, ");
    expect((await poll(bench, "2026-03-20T12:00")).ids).toEqual([]);
    expect((await poll(bench, "2026-03-21T09:30")).ids).toEqual(["2026-03-21"]);
  });

  it("does not wait for what may not be read, and names it", async () => {
    const bench = await deployed(component);
    const refused = { match: { path }, answer: { status: 403 }, times: 9, skip: 0 };
    const how: Polling = { troubles: [refused], kill: undefined };
    const { ids, event } = await poll(bench, "2026-03-20T09:30", ALL, how);
    expect(ids).toEqual(["2026-03-20"]);
    expect(event.missing).toEqual([
      expect.objectContaining({ part: "oxygen saturation" }) as object,
    ]);
    expect(event.text).toContain("- could not be read: oxygen saturation");
  });

  it("is none of nothing: it fails where everything is refused", async () => {
    const bench = await deployed(component);
    bench.scene.person.moveClock(bench.scene.person.now + 10 * 3_600_000);
    const refused = { match: {}, answer: { status: 403 }, times: 99, skip: 0 };
    const { run } = await bench.poll({ troubles: [refused], kill: undefined });
    expect(run).toMatchObject({ ok: false, emitted: [] });
  });

  it("waits for yesterday where the night has synced before it", async () => {
    const bench = await deployed(component);
    const { person } = bench.scene;
    await poll(bench, "2026-03-20T20:00");
    person.moveClock(person.timeline.instant(Date.parse("2026-03-23T06:00:00Z")));
    const { timeline } = person;
    const midnight = timeline.instant(Date.parse("2026-03-22T23:59:00Z"));
    const night = { from: midnight, to: Infinity };
    const waiting = await poll(bench, "2026-03-23T09:30", night);
    expect(waiting.ids).toEqual([]);
    expect((await poll(bench, "2026-03-23T09:45")).ids).toEqual(["2026-03-23"]);
  });
});
