import nock from "nock";
import { isFields, type Fields } from "../../local/runtime/component";
import { FOUND_NOTHING, HOSTS } from "../support/apis";
import { listed, polling, type Listed } from "../support/components";
import { examples } from "../support/examples";
import { noted } from "../support/noted";
import { PlayedSource } from "../support/source";
import { run, skipWaits } from "../support/step";

interface Answer {
  what: string;
  status: number;
  body: unknown;
  /** Whether it says nothing at all, which some endpoints do. */
  isNothing?: boolean;
}

/** Successes that are none. */
const ANSWERS: Answer[] = [
  { what: "an empty object", status: 200, body: {}, isNothing: true },
  { what: "an empty body", status: 200, body: "", isNothing: true },
  { what: "no content", status: 204, body: "", isNothing: true },
  { what: "an empty list", status: 200, body: "[]" },
  { what: "a list of records", status: 200, body: [{ logId: 1 }] },
  { what: "another root", status: 200, body: { somethingElse: [] } },
  {
    what: "an error of Fitbit's",
    status: 200,
    body: { errors: [{ errorType: "system", message: "oops" }], success: false },
  },
  {
    what: "an error of Google's",
    status: 200,
    body: { error: { code: 500, message: "oops", status: "INTERNAL" } },
  },
  { what: "HTML", status: 200, body: "<!doctype html><title>Sorry</title>" },
  { what: "a word", status: 200, body: "\"ok\"" },
  { what: "half an answer", status: 200, body: "{\"sleep\":[{\"logId\":12" },
];

const has = (hint: string) => ({ component }: Listed) => {
  const { annotations }: Fields = { ...component };
  return isFields(annotations) && annotations[hint] === true;
};
const isReading = has("readOnlyHint");
const isDeletion = has("destructiveHint");

/** Answers everything so; where something is written, what is read before finds nothing. */
function answersAll({ status, body }: Answer, { app }: Listed, isRead: boolean): void {
  const every = (method: string) =>
    nock(HOSTS[app]).intercept(/./, method).query(true).optionally();
  const answer = typeof body === "string" ? body : JSON.stringify(body);
  if (isRead) every("GET").reply(status, answer).persist();
  else every("GET").reply(200, FOUND_NOTHING[app]).persist();
  for (const method of ["POST", "PATCH", "DELETE"]) every(method).reply(status, answer).persist();
}

/** What a component came to: a failure in words, or the sentence of its success. */
async function outcomeOf({ component }: Listed): Promise<string> {
  const { error, summary } = await run(component, examples(component));
  return error instanceof Error ? `${error.name}: ${error.message}` : `success: ${String(summary)}`;
}

const keyed = <T extends Listed>(all: T[]) =>
  all.map((one) => ({ key: one.component.key, one }));
/** Of any request nobody knows what it is answered with. */
const actions = listed("actions").filter(({ name }) => name !== "make-api-request");

beforeEach(() => {
  skipWaits();
  noted();
});

/** Whose answers on Fitbit are lists, and no objects. */
const BARE = [
  "get-blood-glucose", "get-spo2", "list-devices", "list-food-units",
  "list-frequent-activities", "list-frequent-foods", "list-recent-activities",
  "list-recent-foods", "new-blood-glucose-reading", "new-device-sync", "new-low-battery",
];
const isBare = ({ app, name }: Listed, { what }: Answer): boolean =>
  app === "fitbit" && BARE.includes(name) && / list/.test(what);

describe("a success that is none fails a read in words, or is told as nothing", () => {
  const NOTHING
    = /^success: (No .*Data appears after the watch syncs\.|Irregular rhythm .* not set up)$/;
  // Who is asked for days in words, and answered nothing, does not say which those are.
  const FAILURE = new RegExp([
    "^(UnexpectedAnswer|NotJson)Error: (Fitbit|Google Health|Something other)",
    "^ConfigurationError: .* which day it is",
  ].join("|"));

  it.each(keyed(actions.filter(isReading)))("$key", async ({ one }) => {
    for (const answer of ANSWERS) {
      answersAll(answer, one, true);
      const outcome = await outcomeOf(one);
      const isTold = (answer.isNothing || isBare(one, answer)) && NOTHING.test(outcome);
      expect([answer.what, isTold ? "nothing" : outcome])
        .toEqual([answer.what, isTold ? "nothing" : expect.stringMatching(FAILURE)]);
      nock.cleanAll();
    }
  });
});

describe("a success that is none may have stored what is written, and says where to look", () => {
  const UNSURE = /Error: .*may have been stored or changed all the same: look at /;
  /** That it deleted something, Fitbit says by nothing, or by an object of any kind. */
  const isSaid = (one: Listed, { what, isNothing }: Answer) =>
    one.app === "fitbit" && isDeletion(one) && (isNothing || what === "another root");

  it.each(keyed(actions.filter((one) => !isReading(one))))("$key", async ({ one }) => {
    for (const answer of ANSWERS.filter((tried) => !isSaid(one, tried))) {
      answersAll(answer, one, false);
      expect([answer.what, await outcomeOf(one)])
        .toEqual([answer.what, expect.stringMatching(UNSURE)]);
      nock.cleanAll();
    }
  });
});

const ON_FITBIT = actions.filter((one) => one.app === "fitbit" && !isReading(one));

it.each(keyed(ON_FITBIT))("what Fitbit says by its status alone is a success of $key", async ({ one }) => {
  const status = isDeletion(one) ? 204 : 201;
  answersAll({ what: "its status", status, body: "" }, one, false);
  expect(await outcomeOf(one)).toMatch(/^success: /);
});

/** What a source is set to that is told of no other way. */
const SETTINGS = { hours: "9", target: "4000" };

/** The settings that a source takes. */
const settingsOf = ({ component: { props = {} } }: Listed) =>
  Object.fromEntries(Object.entries(SETTINGS).filter(([name]) => name in props));

describe("a success that is none is no event of a source, and fails its poll in words", () => {
  it.each(keyed(polling()))("$key", async ({ one }) => {
    for (const answer of ANSWERS) {
      answersAll(answer, one, true);
      const source = new PlayedSource(one.component, settingsOf(one));
      const { ids, error } = await source.deploy("2026-03-20T12:00:00Z");
      expect([answer.what, ids]).toEqual([answer.what, []]);
      if (!answer.isNothing && !isBare(one, answer)) expect(error).toMatch(/answered/);
      nock.cleanAll();
    }
  });
});
