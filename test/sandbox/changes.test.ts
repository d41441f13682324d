import { truthsOf } from "../../local/sandbox";
import {
  type Activity, type Body, LIST, type Reply, type Sleep, textLike, useFreshSandbox,
} from "./support";

const SLEEP = "/1.2/user/-/sleep";
const NIGHT = "2026-03-20";
/** Walks of the evening and the morning, the newest two of the person of seed 1. */
const RECENT = `${LIST.activities}?beforeDate=2026-03-21&sort=desc&limit=2&offset=0`;

describe("changes to what the API has shown", () => {
  const client = useFreshSandbox();

  const change = (...changes: object[]): Promise<Reply> => client.control("changes", changes);
  const activities = async (): Promise<[Activity, Activity]> => {
    const { activities: [walk, other] } = await client.get(RECENT);
    return other ? [walk, other] : [walk, walk];
  };
  const sleeps = async (date = NIGHT): Promise<Sleep[]> =>
    (await client.get(`${SLEEP}/date/${date}.json`)).sleep;
  const night = async (): Promise<Sleep> => {
    const [sleep] = await sleeps();
    if (!sleep) throw new Error("There is no night.");
    return sleep;
  };
  /** Both parts of a night, the later one first. */
  const parts = async (): Promise<[Sleep, Sleep]> => {
    const [late, early] = await sleeps();
    if (!late || !early) throw new Error("There are no two sleeps.");
    return [late, early];
  };
  const id = ({ logId }: { logId: number | bigint }): string => String(logId);
  const at = (time: string, minutes: number): string =>
    new Date(Date.parse(`${time}Z`) + minutes * 60_000).toISOString().slice(0, 23);
  const pick = ({ logId, startTime, logType }: Activity) => ({ logId, startTime, logType });
  const truths = () => client.sandbox.person.sleeps().slice(-2).flatMap(truthsOf);

  it("edit an activity: it keeps its id and its day, and says when it was edited", async () => {
    const [walk] = await activities();
    expect(walk.activityName).toBe("Walk");
    const { records } = await client.state();
    await client.control("clock", { now: "2026-03-20T10:00:00Z" });
    const steps = await client.valueOf("steps", "2026-03-15");
    const start = "2026-03-15T10:40:00";
    const edit = { kind: "run", calories: 512, distance: 7.25, start };
    expect((await change({ change: "edit", id: id(walk), ...edit })).status).toBe(200);
    const [edited] = await activities();
    expect(edited).toMatchObject({
      logId: walk.logId, activityName: "Run", calories: 512, distance: 7.25,
      startTime: `${start}.000+01:00`, originalStartTime: walk.startTime,
      manualValuesSpecified: { calories: true, distance: true, steps: false },
      lastModified: "2026-03-20T10:00:00.000Z",
    });
    // What the watch counted that day does not change.
    expect(await client.valueOf("steps", "2026-03-15")).toBe(steps);
    expect((await client.state()).records).toEqual(records);
  });

  it("edit what was written by hand, in the list, the day and its totals", async () => {
    const { body: { activityLog } } = await client.post(
      "/1/user/-/activities.json?activityId=90013&date=2026-03-18&startTime=12:00"
      + "&durationMillis=1800000&distance=2&manualCalories=300",
    );
    const calories = Number(await client.valueOf("calories", "2026-03-18"));
    await change({ change: "edit", id: id(activityLog), calories: 400, distance: 3 });
    const [listed] = await activities();
    expect(listed).toMatchObject({ logId: activityLog.logId, calories: 400, distance: 3 });
    const day = await client.get("/1/user/-/activities/date/2026-03-18.json");
    expect(day.summary.distances).toContainEqual({ activity: "Walk", distance: 3 });
    expect(day.summary.caloriesOut).toBe(calories + 100);
  });

  it("edit a sleep: it counts as manual", async () => {
    const before = await night();
    const [start, end] = [at(before.startTime, 30), at(before.endTime, -45)];
    await change({ change: "edit", id: id(before), start, end });
    expect(await sleeps()).toEqual([expect.objectContaining({
      logId: before.logId, startTime: start, endTime: end, logType: "manual", type: "classic",
      timeInBed: before.timeInBed - 75,
    })]);
  });

  it("delete an activity and a sleep; what the watch counted stays", async () => {
    const [walk, other] = await activities();
    const steps = await client.valueOf("steps", "2026-03-15");
    await change({ change: "delete", id: id(walk) }, { change: "delete", id: id(await night()) });
    expect((await activities())[0].logId).toBe(other.logId);
    expect(await sleeps()).toEqual([]);
    expect(await client.valueOf("steps", "2026-03-15")).toBe(steps);
    const gone = await client.ask(`/1/user/-/activities/${id(walk)}.json`, { method: "DELETE" });
    expect(gone.status).toBe(404);
  });

  it.each([
    ["stages", { startMinutes: -4, endMinutes: 6 }],
    ["classic", { type: "classic" }],
  ])("process a night again: another id, %s", async (type, how) => {
    const before = await night();
    const known = truths();
    await change({ change: "reprocess", id: id(before), ...how });
    const after = await night();
    expect(after.logId).not.toBe(before.logId);
    const { startMinutes = 0, endMinutes = 0 } = how as Record<string, number>;
    expect(after).toMatchObject({
      type, isMainSleep: true, startTime: at(before.startTime, startMinutes),
      endTime: at(before.endTime, endMinutes),
    });
    expect(truths()).toEqual(known);
    const old = await client.ask(`${SLEEP}/${id(before)}.json`, { method: "DELETE" });
    expect(old.status).toBe(404);
    await change({ change: "reprocess", id: id(after), type: "stages" });
    expect((await night()).type).toBe("stages");
  });

  it("split a night in two, and join them when the watch thinks better of it", async () => {
    const before = await night();
    const known = truths();
    const awake = { from: at(before.startTime, 240), to: at(before.startTime, 301) };
    await change({ change: "split", id: id(before), ...awake });
    const [late, early] = await parts();
    expect([late, early]).toEqual([
      expect.objectContaining({ startTime: awake.to, endTime: before.endTime }),
      expect.objectContaining({ startTime: before.startTime, endTime: awake.from }),
    ]);
    const ids = [before, late, early].map(id);
    expect(new Set(ids).size).toBe(3);
    expect(new Set(truths())).toEqual(new Set(known.slice(-1)));
    const far = await change({ change: "stitch", ids: [id(early), id(late)] });
    expect(far.body).toEqual({ error: textLike(/less than an hour/) });
    await change({ change: "reprocess", id: id(late), startMinutes: -2 });
    const [moved] = await parts();
    await change({ change: "stitch", ids: [id(moved), id(early)] });
    expect(await sleeps()).toEqual([expect.objectContaining({
      startTime: before.startTime, endTime: before.endTime, type: "stages",
    })]);
    expect(new Set(truths())).toEqual(new Set(known));
  });

  it.each([
    ["first", [1, 0]], ["second", [0, 1]],
  ])("split a night whose %s part keeps the id", async (keeps, [kept = 0, other = 0]) => {
    const before = await night();
    const known = truths().slice(-1);
    const awake = { from: at(before.startTime, 200), to: at(before.startTime, 290) };
    await change({ change: "split", id: id(before), ...awake, keeps });
    const both = await parts();
    expect(both).toEqual([
      expect.objectContaining({ startTime: awake.to, endTime: before.endTime }),
      expect.objectContaining({ startTime: before.startTime, endTime: awake.from }),
    ]);
    expect(both[kept]?.logId).toBe(before.logId);
    expect(both[other]?.logId).not.toBe(before.logId);
    expect(truths()).toEqual([...known, ...known]);
  });

  it("bring more of an activity and of a sleep, under their ids", async () => {
    await client.control("records", [
      { type: "activity", start: "2026-03-20T08:00:00", minutes: 16, synced: true },
      { type: "sleep", start: "2026-03-19T14:00:00", minutes: 150, synced: true },
    ]);
    const [walk] = await activities();
    const [nap] = await sleeps("2026-03-19");
    expect([walk, nap]).toMatchObject([{ duration: 960_000 }, { type: "classic" }]);
    await change(
      { change: "grow", id: id(walk), minutes: 46 },
      { change: "grow", id: String(nap?.logId), minutes: 60 },
    );
    const [longer] = await activities();
    expect(longer).toMatchObject({ ...pick(walk), duration: 62 * 60_000 });
    expect(longer.calories).toBeGreaterThan(walk.calories);
    expect((await sleeps("2026-03-19"))[0]).toMatchObject({
      logId: nap?.logId, startTime: nap?.startTime, timeInBed: 210, type: "stages",
    });
  });

  it("bring no more of a record than has happened", async () => {
    const grown = await change({ change: "grow", id: id(await night()), minutes: 600 });
    expect([grown.status, grown.body]).toEqual([400, { error: textLike(/up to now/) }]);
  });

  it("join two sleeps, which both are told of by one log", async () => {
    const before = await night();
    await client.control("records", [
      { type: "sleep", start: at(before.endTime, 20).slice(0, 19), minutes: 60, synced: true },
    ]);
    const two = await sleeps();
    const known = truths();
    await change({ change: "stitch", ids: two.map(id) });
    expect(await sleeps()).toEqual([expect.objectContaining({
      startTime: before.startTime, endTime: at(before.endTime, 80),
    })]);
    expect(truths().slice(-2)).toEqual(known);
  });

  it("renumber all activities and sleeps, and nothing else of them", async () => {
    const [all, slept] = [await activities(), await sleeps()];
    await change({ change: "renumber" });
    const strip = (logs: (Activity | Sleep)[]): object[] =>
      logs.map((log) => ({ ...log, logId: 0, tcxLink: "" }));
    const [now, asleep] = [await activities(), await sleeps()];
    expect(strip(now)).toEqual(strip(all));
    const ids = (logs: { logId: number | bigint }[]): string[] => logs.map(id);
    const [old, young] = [ids([...all, ...slept]), ids([...now, ...asleep])];
    expect(old.filter((known) => young.includes(known))).toEqual([]);
    for (const path of [`/1/user/-/activities/${old[0]}.json`, `${SLEEP}/${old.at(-1)}.json`]) {
      expect((await client.ask(path, { method: "DELETE" })).status).toBe(404);
    }
  });

  it("let the next sleep answers be pending", async () => {
    await change({ change: "pending", answers: 3, retryDuration: 1500 });
    const paths = [
      `${SLEEP}/date/${NIGHT}.json`, `${SLEEP}/date/2026-03-01/${NIGHT}.json`,
      `${SLEEP}/list.json?beforeDate=2026-03-21&sort=desc&limit=1&offset=0`,
    ];
    const bodies: Body[] = [];
    for (const path of paths) bodies.push(await client.get(path));
    expect(bodies).toEqual(paths.map(() => ({ meta: { state: "pending", retryDuration: 1500 } })));
    for (const path of paths) expect((await client.get(path)).sleep).not.toEqual([]);
  });

  it("make all changes of a call, or none", async () => {
    const [walk] = await activities();
    const before = await night();
    const impossible = {
      change: "split", id: id(before), from: before.startTime, to: before.endTime,
    };
    for (const changes of [
      [{ change: "delete", id: id(walk) }, impossible],
      [{ change: "delete", id: id(walk) }, { change: "edit", id: id(walk), calories: 3 }],
      [{ change: "renumber" }, { change: "delete", id: "17" }],
      [{ change: "delete", id: id(walk) }, {
        change: "edit", id: id(before), start: at(before.startTime, -920),
      }],
    ]) {
      const reply = await change(...changes);
      expect([reply.status, reply.body]).toEqual([400, { error: textLike(/^["A-Z].*\.$/) }]);
      expect([(await activities())[0], await night()]).toEqual([walk, before]);
    }
  });

  it.each([
    ["an object", {}], ["what is no change", [{ change: "explode" }]], ["no change", [{ id: "1" }]],
    ["a number as id", [{ change: "delete", id: 1 }]], ["no id", [{ change: "delete" }]],
    ["an unknown id", [{ change: "delete", id: "1" }]],
    ["a field too many", [{ change: "renumber", id: "1" }]],
    ["no answers", [{ change: "pending" }]],
    ["nowhere to travel to", [{ change: "travel", timeZone: "Mars/Base" }]],
    ["half an answer", [{ change: "pending", answers: 0.5 }]],
    ["one sleep to join", [{ change: "stitch", ids: ["1"] }]],
    ["no list of sleeps", [{ change: "stitch", ids: "12" }]],
  ])("answers a sentence to %s", async (_what, body) => {
    const { status, body: said } = await client.control("changes", body);
    expect([status, said]).toEqual([400, { error: textLike(/^["A-Z].*\.$/) }]);
  });

  it.each([
    ["an activity's end", "activity", { change: "edit", end: "2026-03-15T11:00:00" }],
    ["an unknown kind", "activity", { change: "edit", kind: "parkour" }],
    ["no calories", "activity", { change: "edit", calories: 0 }],
    ["a sleep's calories", "sleep", { change: "edit", calories: 100 }],
    ["an end before the start", "sleep", { change: "edit", end: "2026-03-19T20:00:00" }],
    ["a start with an offset", "sleep", { change: "edit", start: "2026-03-19T20:00:00Z" }],
    ["a shift of half an hour", "sleep", { change: "reprocess", startMinutes: 30 }],
    ["an activity to process", "activity", { change: "reprocess" }],
    ["growth of nothing", "activity", { change: "grow", minutes: 0 }],
    ["a middle part that keeps an id", "sleep", {
      change: "split", from: "2026-03-20T02:00:00", to: "2026-03-20T04:00:00", keeps: "middle",
    }],
    ["a split of an hour", "sleep", {
      change: "split", from: "2026-03-20T02:00:00", to: "2026-03-20T03:00:00",
    }],
  ])("answers a sentence to an edit with %s", async (_what, of, body) => {
    const logId = id(of === "sleep" ? await night() : (await activities())[0]);
    const { status, body: said } = await change({ ...body, id: logId });
    expect([status, said]).toEqual([400, { error: textLike(/^["A-Z].*\.$/) }]);
  });
});
