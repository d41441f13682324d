import { SCHEMAS } from "../../../local/sandbox/google-health/resources";
import { ANY_TEXT } from "../support";
import { errorOf, type Health, idOf, type Json, stored } from "./support";

const ANY_OBJECT: unknown = expect.any(Object);

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/;

const SCALARS: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === "string" && value !== "",
  boolean: (value) => value === true,
  int32: (value) => Number.isInteger(value) && value !== 0,
  int64: (value) => typeof value === "string" && /^-?\d+$/.test(value),
  double: (value) => typeof value === "number",
  timestamp: (value) => typeof value === "string" && UTC.test(value),
  duration: (value) => typeof value === "string" && /^-?\d+(\.\d+)?s$/.test(value),
};

/** Every way in which a value differs from its message: keys it may not have, wrong types. */
function faults(type: string, value: unknown, path: string): string[] {
  const bare = type.replace(/[!~]$/, "");
  const item = /^\[(.*)\]$/.exec(bare)?.[1];
  if (item !== undefined) {
    if (!Array.isArray(value) || value.length === 0) return [`${path}: no list`];
    return value.flatMap((one, i) => faults(item, one, `${path}[${i}]`));
  }
  const scalar = SCALARS[bare];
  if (scalar) return scalar(value) ? [] : [`${path}: ${JSON.stringify(value)} is no ${bare}`];
  const schema = SCHEMAS[bare] ?? bare;
  if (typeof schema === "string") {
    const word = typeof value === "string" && schema.split("|").includes(value);
    return word ? [] : [`${path}: ${JSON.stringify(value)} is none of ${bare}`];
  }
  if (typeof value !== "object" || value === null) return [`${path}: no ${bare}`];
  return Object.entries(value).flatMap(([key, part]) => {
    const field = schema[key];
    return field === undefined
      ? [`${path}.${key}: not in ${bare}`]
      : faults(field, part, `${path}.${key}`);
  });
}

/** The values of one message, each without a fault. */
export function expectMessages(type: string, values: unknown[]): void {
  expect(values.flatMap((value, i) => faults(type, value, `${type} ${i}`))).toEqual([]);
}

export const expectMessage = (type: string, value: unknown): void =>
  expectMessages(type, [value]);

/** A data type as it is to be seen. */
export interface TypeCase {
  id: string;
  /** Its key in a point. */
  key: string;
  /** The message of its value; without one there are no points to see. */
  message?: string;
  /** The message of its roll-ups. */
  rollUp?: string;
  /** Its points have names. */
  named?: true;
  /** Its points tell no civil times. */
  civil?: false;
  /** It can be reconciled alone. */
  listed?: false;
  /** The first day of two weeks in which there is something to roll up. */
  from?: string;
}

const SOME_WEEKS = "2026-02-20";

const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);

/** Whatever may be read of these types is made of the messages that are documented. */
export function itShows(health: Health, cases: TypeCase[]): void {
  const seen = cases.filter(({ message }) => message !== undefined);
  const rolling = cases.filter(({ rollUp }) => rollUp !== undefined);

  /** The values of points, made of their message, and what else the points have. */
  const show = async ({ id, key, message = "" }: TypeCase, method: string) => {
    const { body } = await health.list(id, { pageSize: 20 }, undefined, method);
    const points = body.dataPoints as Json[];
    expect(points.length).toBeGreaterThan(0);
    const values = points.map(({ [key]: value }) => value);
    const rests = points.map(({ [key]: _, ...rest }) => rest);
    expectMessages(message, values);
    return { values, rests };
  };

  it.each(seen.filter(({ listed }) => listed !== false))(
    "lists $id with provenance, and a name where there is one", async (type) => {
      const { values, rests } = await show(type, "");
      expectMessages("DataSource", rests.map(({ dataSource }) => dataSource));
      const rest = { dataSource: ANY_OBJECT, ...(type.named && { name: ANY_TEXT }) };
      expect(rests).toEqual(rests.map(() => rest));
      const civil = values.map((value) => JSON.stringify(value).includes('"civil'));
      expect(new Set(civil)).toEqual(new Set([type.civil !== false]));
    },
  );

  it.each(seen)("reconciles $id without provenance", async (type) => {
    const { rests } = await show(type, ":reconcile");
    expect(rests).toEqual(rests.map(() => (type.named ? { dataPointName: ANY_TEXT } : {})));
  });

  if (rolling.length === 0) return;
  it.each(rolling)("rolls $id up by civil days and by windows", async (type) => {
    const { id, key, rollUp = "", from = SOME_WEEKS } = type;
    const to = later(from, 14);
    const days = (await health.daily(id, from, to)).body.rollupDataPoints as Json[];
    expect(days.length).toBeGreaterThan(0);
    for (const { civilStartTime, civilEndTime, [key]: value, ...rest } of days) {
      expectMessages("CivilDateTime", [civilStartTime, civilEndTime]);
      expectMessage(rollUp, value);
      expect(rest).toEqual({});
    }
    const windows = await health.rollUp(
      id, `${from}T00:00:00Z`, `${to}T00:00:00Z`, "43200s", { pageSize: 28 },
    );
    const parts = windows.body.rollupDataPoints as Json[];
    for (const { startTime, endTime, [key]: value, ...rest } of parts) {
      expectMessage("Interval", { startTime, endTime });
      expectMessage(rollUp, value);
      expect(rest).toEqual({});
    }
  });
}

export type WriteCase = readonly [id: string, key: string, message: string, body: Json];

/** What is written is given back, and may be read and deleted by its name. */
export function itWrites(health: Health, cases: WriteCase[]): void {
  it.each(cases)("answers a new %s with an operation that is done", async (
    id, key, message, body,
  ) => {
    const reply = await health.create(id, body);
    expect(Object.keys(reply.body)).toEqual(["done", "response"]);
    const { "@type": type, name, dataSource, [key]: value, ...rest } = stored(reply);
    expect(type).toBe("type.googleapis.com/google.devicesandservices.health.v4.DataPoint");
    expect(rest).toEqual({});
    expectMessage(message, value);
    expect(dataSource).toMatchObject({ recordingMethod: "UNKNOWN", platform: "GOOGLE_WEB_API" });
    const path = `/dataTypes/${id}/dataPoints/${idOf(name)}`;
    const point = await health.get(path);
    expect(point).toEqual({ name, dataSource, [key]: value });
    const removed = await health.remove(id, [name]);
    expect(removed.body).toEqual({
      done: true,
      response: {
        "@type": "type.googleapis.com/google.devicesandservices.health.v4"
          + ".BatchDeleteDataPointsResponse",
        "dataPoints": [point],
      },
    });
    expect((await health.ask(path)).status).toBe(404);
    expect((await health.remove(id, [name])).status).toBe(404);
  });
}

export type Refusal = [what: string, type: string, body: unknown, message: string];

/** None of these can be created, and the answer says why. */
export function itRefuses(health: Health, refusals: Refusal[]): void {
  it.each(refusals)("refuses %s", async (_, type, body, message) => {
    const reply = await health.create(type, body);
    expect(reply.status).toBe(400);
    expect(errorOf(reply).status).toBe("INVALID_ARGUMENT");
    expect(errorOf(reply).message).toContain(message);
  });
}
