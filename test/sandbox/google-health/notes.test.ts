import { at, idOf, metadataOf, NOTES, stored, useHealth } from "./support";
import { expectMessage, itRefuses } from "./tables";

const [, [, , MOODS]] = NOTES;

describe("what can be written and never read", () => {
  const health = useHealth();

  itRefuses(health, [
    ["no moods at all", "moods", { moods: { ...MOODS.moods, moods: [] } },
      "Missing required field: data_point.moods.moods"],
    ["a mood that there is not", "moods", { moods: { ...MOODS.moods, moods: ["MEH"] } },
      "TYPE_ENUM"],
  ]);

  it.each(NOTES)("gives back a new %s, with a name, once", async (id, _, body) => {
    const { "@type": type, name, dataSource, ...rest } = stored(await health.create(id, body));
    expect(type).toMatch(/DataPoint$/);
    expect(name).toMatch(new RegExp(`^users/\\d+/dataTypes/${id}/dataPoints/\\d+$`));
    expectMessage("DataSource", dataSource);
    const [[key, value] = []] = Object.entries(rest);
    expect(Object.keys(body)).toEqual([key]);
    expectMessage(String(key).replace(/^./, (letter) => letter.toUpperCase()), value);
    expect(JSON.stringify(value)).toContain('"civil');
  });

  it.each(NOTES)("%s: it is created, patched and deleted by its name", async (type, _, body) => {
    const { "@type": message, ...point } = stored(await health.create(type, body));
    expect(message).toMatch(/\.DataPoint$/);
    const { name } = point;
    const path = `/dataTypes/${type}/dataPoints/${idOf(name)}`;
    const read = await health.ask(path);
    expect(read.status).toBe(400);
    expect(metadataOf(read)).toEqual({ allowed_actions: "create, update, batchDelete" });
    expect((await health.list(type)).status).toBe(400);
    expect(stored(await health.ask(path, "PATCH", body)).name).toBe(name);
    const other = type === "moods" ? "symptoms" : "moods";
    const elsewhere = `/dataTypes/${other}/dataPoints/${idOf(name)}`;
    expect((await health.ask(elsewhere, "PATCH", body)).status).toBe(404);
    const gone = await health.remove("-", [name]);
    expect(at(gone.body, "response", "dataPoints")).toEqual([point]);
    expect((await health.remove(type, [name])).status).toBe(404);
    expect((await health.ask(path, "PATCH", body)).status).toBe(404);
  });

  it.each(NOTES)("%s: it needs its own scope, and there is none to read it", async (type, scope, body) => {
    const token = `sandbox:${scope}.writeonly`;
    const { name } = stored(await health.create(type, body, token));
    expect((await health.create(type, body, "sandbox:nutrition,profile")).status).toBe(403);
    expect((await health.remove(type, [name], "sandbox:nutrition,profile")).status).toBe(403);
    expect((await health.list(type, {}, token)).status).toBe(400);
    expect((await health.remove(type, [name], token)).status).toBe(200);
  });
});
