import { resolveProps } from "../../local/runtime";
import { listed as stored } from "../google-health/records";
import { api as google, points, rpcError } from "../google-health/support";
import { api as fitbit, errors } from "../support/api";
import { listed } from "../support/components";
import type { Exchange } from "../support/exchange";
import { hostileIds } from "../support/hostile";
import { refusal, run, skipWaits } from "../support/step";

/** Where a kind of record is deleted: a path of Fitbit's, a data type of Google's. */
interface Place { path: (id: string) => string; type: string }

const PLACES: Record<string, Place | undefined> = {
  "delete-activity-log": { path: (id) => `/1/user/-/activities/${id}.json`, type: "exercise" },
  "delete-body-fat-log": { path: (id) => `/1/user/-/body/log/fat/${id}.json`, type: "body-fat" },
  "delete-weight-log": { path: (id) => `/1/user/-/body/log/weight/${id}.json`, type: "weight" },
  "delete-food-log": { path: (id) => `/1/user/-/foods/log/${id}.json`, type: "nutrition-log" },
  "delete-water-log": {
    path: (id) => `/1/user/-/foods/log/water/${id}.json`, type: "hydration-log",
  },
  "delete-sleep-log": { path: (id) => `/1.2/user/-/sleep/${id}.json`, type: "sleep" },
};

/** How a record is deleted on one app. */
interface Manner {
  ids: [what: string, id: string][];
  example: string;
  bad: [what: string, id: string][];
  asked: (place: Place, id: string) => Exchange;
  /** Every way to say that it is done. */
  done: (place: Place, id: string) => Partial<Exchange>[];
  notFound: { body: object; remedy: string };
  api: (exchange: Exchange) => void;
}

/** Long numbers with a sign, or with more digits than 64 bits hold, are words on Google. */
const WORDS = ["a sign", "21 digits"];

const MANNERS: Record<string, Manner> = {
  fitbit: {
    ids: [
      ["11 digits", "26013218219"],
      ["19 digits", "2369048793018741424"],
      ["20 digits, all that 64 bits hold", "18446744073709551615"],
    ],
    example: "2369048793018741424",
    bad: hostileIds,
    asked: ({ path }, id) => ({ method: "DELETE", path: path(id) }),
    done: () => [{ status: 204 }, { status: 200, body: { success: true } }],
    notFound: {
      body: errors("not_found", "The resource does not exist", "logId"), remedy: "Check the id",
    },
    api: fitbit,
  },
  google_health: {
    ids: [
      ["a long integer", "8808518358174752984"],
      ["a word in four parts, as documented", "a1b2c3d4-e5f6-7890-1234-567890abcdef"],
      ["capitals", "A1B2"],
      ["63 characters, the most there are", "a".repeat(63)],
    ],
    example: "8808518358174752984",
    bad: [
      ...hostileIds.filter(([what]) => !WORDS.includes(what)),
      ["64 characters", "a".repeat(64)],
      ["an underscore", "a_b"],
    ],
    asked: ({ type }, id) => ({
      method: "POST",
      path: `${points(type)}:batchDelete`,
      sent: { names: [`users/me/dataTypes/${type}/dataPoints/${id}`] },
    }),
    done: ({ type }, id) => [
      { body: { done: true, response: { dataPoints: [stored(type, id)] } } },
    ],
    notFound: {
      body: rpcError(404, "NOT_FOUND", "None", "RESOURCE_NOT_FOUND"),
      remedy: "An app may delete only what it wrote itself",
    },
    api: google,
  },
};

const deletions = listed("actions").filter(({ name }) => /^delete-.*-log$/.test(name));

it("every action that deletes a log is in the table", () => {
  const names = new Set(deletions.map(({ name }) => name));
  expect(Object.keys(PLACES).sort()).toEqual([...names].sort());
});

const rows = deletions.flatMap(({ name, app, component }) => {
  const [place, manner] = [PLACES[name], MANNERS[app]];
  const [prop] = resolveProps(component).filter(({ kind }) => kind === "user");
  if (!place || !manner || !prop) return [];
  const { label = "", description = "" } = prop;
  const [, lister = ""] = /from \*\*([^*]+)\*\*/.exec(description) ?? [];
  return [{ key: component.key, component, prop: prop.name, label, lister, place, ...manner }];
});

describe.each(rows)("$key", ({
  component, prop, label, lister, place, ids, example, bad, asked, done, notFound, api,
}) => {
  const record = label.replace(/ ID$/, "").toLowerCase();

  it.each(ids)("deletes exactly the record of an id of %s", async (_, id) => {
    for (const answer of done(place, id)) {
      api({ ...asked(place, id), ...answer });
      const { result, summary } = await run(component, { [prop]: ` ${id} ` });
      expect(result).toEqual({ logId: id, deleted: true });
      expect(summary).toBe(`Deleted ${record} ${id}`);
    }
  });

  it("names the remedy for an id that is not there", async () => {
    api({ ...asked(place, "12"), status: 404, body: notFound.body });
    const { error } = await run(component, { [prop]: "12" });
    expect(error).toMatchObject({ name: "NotFoundError", status: 404 });
    expect(error).toHaveProperty("message", expect.stringContaining(notFound.remedy));
  });

  it("is sent once, and a 502 says where to look", async () => {
    const waits = skipWaits();
    api({ ...asked(place, "12"), status: 502, body: "" });
    const { error } = await run(component, { [prop]: "12" });
    expect(error).toMatchObject({ name: "ServerError", status: 502 });
    expect(error).toHaveProperty("message", expect.stringContaining(
      `The deletion may have been stored or changed all the same: look at ${lister}`,
    ));
    expect(waits).toEqual([]);
  });

  it.each(bad)("refuses %s as an id before any request", async (_, id) => {
    expect(await refusal(component, { [prop]: id })).toBe(
      `${label}: ${JSON.stringify(id)} is not an id. Take \`logId\` from ${lister}, such as ${example}.`,
    );
  });
});
