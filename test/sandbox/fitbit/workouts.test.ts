import { activityId } from "../../../local/sandbox/fitbit/activity/by-id";
import type { Exercise } from "../../../local/sandbox/person/truth";
import { type Client, useSandbox } from "../support";
import { itAnswers } from "./tables";

const ACTIVITIES = "/1/user/-/activities";

/** The last exercise of a kind that the watch recorded, or of an author. */
function last({ sandbox: { person } }: Client, test: (exercise: Exercise) => boolean) {
  const found = person.exercises().filter(test).at(-1);
  if (!found) throw new Error("There is no such exercise.");
  return { exercise: found, id: String(activityId(person, found)) };
}

const watched = (kind: string) => (exercise: Exercise): boolean =>
  exercise.kind === kind && exercise.by === undefined && exercise.origin !== "manual";

const times = (text: string, name: string): string[] =>
  [...text.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, "g"))].map(([, value = ""]) => value);

describe("one log by its id", () => {
  const client = useSandbox();

  it("is as the list shows it", async () => {
    const list = `${ACTIVITIES}/list.json?beforeDate=2026-03-21&sort=desc&limit=1&offset=0`;
    const { body: { activities: [log] } } = await client.ask(list);
    const { id } = last(client, () => true);
    const { status, body } = await client.ask(`/1.1/user/-/activities/${id}.json`);
    expect([status, body]).toEqual([200, { activityLog: log }]);
  });

  it("is not there for an id that is none, and takes the scope of activities", async () => {
    const statuses = [];
    for (const [id, token] of [["1", "sandbox"], [last(client, () => true).id, "sandbox:sleep"]]) {
      statuses.push((await client.ask(`/1.1/user/-/activities/${id}.json`, { token })).status);
    }
    expect(statuses).toEqual([404, 403]);
  });
});

describe("the TCX of a log", () => {
  const client = useSandbox();
  const tcx = (id: string, more = "", token?: string) =>
    client.read(`${ACTIVITIES}/${id}.tcx${more}`, { token });

  it("is a track with the person's offset, positions and heart rates", async () => {
    const { exercise, id } = last(client, watched("run"));
    const { status, headers, text } = await tcx(id);
    expect(status).toBe(200);
    expect(headers.get("content-type")).toContain("application/vnd.garmin.tcx+xml");
    expect(text).toContain('<Activity Sport="Running">');
    expect(times(text, "Id")).toEqual([client.sandbox.person.timeline.localWithOffset(exercise.start)]);
    expect(times(text, "TotalTimeSeconds"))
      .toEqual([((exercise.end - exercise.start) / 1000).toFixed(1)]);
    const [whole = "", ...gone] = times(text, "DistanceMeters");
    const metres = gone.map(Number);
    expect(metres).toEqual([...metres].sort((a, b) => a - b));
    expect(metres.at(-1)).toBeCloseTo(Number(whole), 1);
    const points = times(text, "Time").map((time) => Date.parse(time));
    expect(points[0]).toBe(exercise.start);
    expect(points.at(-1)).toBe(exercise.end);
    expect(new Set(points).size).toBe(points.length);
    expect(times(text, "LatitudeDegrees")).toHaveLength(points.length);
    expect(times(text, "Value")).toHaveLength(points.length);
  });

  it("has no lap without GPS, but minutes without positions where they are asked for", async () => {
    const { exercise, id } = last(client, watched("walk"));
    const bare = (await tcx(id)).text;
    expect([times(bare, "Id").length, bare.includes("<Lap"), bare.includes("<Creator")])
      .toEqual([1, false, true]);
    const { text } = await tcx(id, "?includePartialTCX=true");
    expect(text).not.toContain("<Position>");
    const minutes = (exercise.end - exercise.start) / 60_000;
    expect(Math.abs(times(text, "Value").length - minutes)).toBeLessThan(3);
  });

  it("has no heart rates where a phone recorded it, or the scope is not there", async () => {
    const { id } = last(client, ({ by }) => by === "phone");
    const { text } = await tcx(id);
    expect([text.includes("<Position>"), text.includes("<HeartRateBpm>")]).toEqual([true, false]);
    const run = last(client, watched("run"));
    const narrow = await tcx(run.id, "", "sandbox:activity,location");
    expect([narrow.status, narrow.text.includes("<HeartRateBpm>")]).toEqual([200, false]);
  });

  it("is not there for an id that is none, nor without both scopes", async () => {
    const { id } = last(client, watched("run"));
    expect((await tcx("12345")).status).toBe(404);
    expect((await tcx(`${id}0`)).status).toBe(404);
    for (const token of ["sandbox:activity", "sandbox:location"]) {
      const reply = await tcx(id, "", token);
      expect(reply.status).toBe(403);
      expect(reply.text).toContain("insufficient_scope");
    }
  });

  it("of a log that was written down has a lap alone, where it is asked for", async () => {
    const { id } = last(client, ({ origin }) => origin === "manual");
    const { text } = await tcx(id, "?includePartialTCX=true");
    expect([times(text, "TotalTimeSeconds").length, text.includes("<Track>")]).toEqual([1, false]);
  });
});

describe("workout summaries and the types that were done", () => {
  const client = useSandbox();

  it("tell how one ran", async () => {
    const { exercise, id } = last(client, watched("run"));
    const body: unknown = await client.get(`${ACTIVITIES}/${id}/workout-summary`);
    const { steps, minutes } = client.sandbox.person.effortOf(exercise);
    expect(body).toEqual({
      workoutSummary: {
        logId: BigInt(id),
        mobilityMetrics: {
          avgCadenceStepsPerMinute: Math.round(steps / minutes),
          avgGroundContactTimeMilliseconds: expect.any(Number) as number,
        },
      },
    });
  });

  it("tell the id alone of what was not run", async () => {
    const { id } = last(client, watched("swim"));
    const body: unknown = await client.get(`${ACTIVITIES}/${id}/workout-summary`);
    expect(body).toEqual({ workoutSummary: { logId: BigInt(id), mobilityMetrics: {} } });
  });

  it("know no other log, and nobody but oneself", async () => {
    const { id } = last(client, watched("run"));
    const { encodedId } = client.sandbox.person.profile;
    for (const path of [
      `${ACTIVITIES}/1/workout-summary`, `${ACTIVITIES}/${id}/workout-summary.json`,
      `/1/user/${encodedId}/activities/${id}/workout-summary`,
    ]) expect((await client.ask(path)).status).toBe(404);
  });

  const TYPE = {
    activityId: "int", calories: "int", description: "str", distance: "num", duration: "int",
    name: "str",
  };
  itAnswers(client, [
    ["recent types", "GET", `${ACTIVITIES}/recent.json`, 200, [TYPE]],
    ["frequent types", "GET", `${ACTIVITIES}/frequent.json`, 200, [TYPE]],
  ]);

  it("are the same types, the last first or the most frequent", async () => {
    type Types = { name: string; activityId: number; duration: number }[];
    const recent = await client.get(`${ACTIVITIES}/recent.json`) as unknown as Types;
    const frequent = await client.get(`${ACTIVITIES}/frequent.json`) as unknown as Types;
    const { person } = client.sandbox;
    const done = person.exercises().at(-1);
    expect(recent[0]?.duration).toBe((done?.end ?? 0) - (done?.start ?? 0));
    const ids = (types: Types): number[] => types.map(({ activityId: id }) => id);
    expect(new Set(ids(recent)).size).toBe(recent.length);
    expect(new Set(ids(frequent))).toEqual(new Set(ids(recent)));
    const walks = person.exercises().filter(({ kind }) => kind === "walk").length;
    const yogas = person.exercises().filter(({ kind }) => kind === "yoga").length;
    expect(walks).toBeGreaterThan(yogas);
    const names = frequent.map(({ name }) => name);
    expect(names.indexOf("Walk")).toBeLessThan(names.indexOf("Yoga"));
  });
});
