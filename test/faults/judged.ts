import type { RequestRecord } from "../../local/runtime";
import { HOSTS } from "../support/apis";
import type { Done } from "../support/household";
import { TOKEN, type Mishap } from "./mishaps";

/** Which requests of a step it happens to. */
export const WHERE = ["every", "first", "last", "write"] as const;
export type Where = (typeof WHERE)[number];

/** Some of the cases for each component, so that all components together have every one. */
export const partOf = <T>(cases: readonly T[], i: number, count: number): T[] => {
  const most = Math.min(count, cases.length);
  return Array.from({ length: most }, (_, j) => cases[(i * most + j) % cases.length])
    .filter((one) => one !== undefined);
};

const summaryOf = ({ $summary }: Record<string, unknown>): string =>
  typeof $summary === "string" ? $summary : "";

/** What a step says of itself when it has ended, in whatever way. */
const said = ({ run }: Done): string => run.ok ? summaryOf(run.exports) : run.error.message;

/** What a step gave; null where it failed. */
const given = ({ run }: Done): unknown => run.ok ? run.return : null;

/** Roll-ups are reads, though they are POSTs. */
const isWrite = ({ method, url }: RequestRecord): boolean =>
  method !== "GET" && !/ollUp(\?|$)/.test(url);

/** The writes that the API may have carried out, by what they write: after a 429 none was. */
const written = ({ requests }: Done): string[] => requests
  .filter((request) => isWrite(request) && request.status !== 429)
  .map(({ method, url }) => `${method} ${new URL(url).pathname}`);

export const writes = (done: Done): number => written(done).length;

/** How often each field is zero, by its path without the places in lists. */
function zerosIn(value: unknown, path = "", zeros = new Map<string, number>()) {
  if (value === 0 || value === "0") zeros.set(path, (zeros.get(path) ?? 0) + 1);
  if (typeof value === "object" && value !== null) {
    Object.entries(value).forEach(([key, inner]) => {
      zerosIn(inner, Array.isArray(value) ? path : `${path}.${key}`, zeros);
    });
  }
  return zeros;
}

/** How many records there are may be none. */
const MAY_BE_NONE = /^\.count$/;

const NO_WORDS = new RegExp(
  String.raw`\b(NaN|undefined|null)\b|\[object|(Type|Range|Syntax)Error`
  + "|not a function|Cannot read",
);
/** What it died of may stand behind it, in brackets. */
const SENTENCE = /^[A-Z`"].*\.( \(.+\))?$/s;
const FOREIGN = /^(Type|Range|Syntax|Reference|Axios)?Error$/;
const IN_TIME_MS = 26_000;
const MOST_BYTES = 2_200_000;

/** What is too large can stop; but an answer of one day, or of a record, is given as it is. */
function isTooLarge(value: unknown): boolean {
  if (typeof value !== "object" || value === null || !("truncated" in value)) return false;
  const isOfADay = "days" in value && Array.isArray(value.days) && value.days.length < 2;
  return !isOfADay && JSON.stringify(value).length > MOST_BYTES;
}

/** What is wrong with the words of an error, or of what went well. */
export function wordsOf(name: string | undefined, sentence: string): string[] {
  const isSentence = name === undefined || SENTENCE.test(sentence);
  const faults = [
    FOREIGN.test(name ?? "") && `it is a ${name}`,
    (NO_WORDS.test(sentence) || !isSentence) && "it is no sentence",
    sentence.includes(TOKEN) && "it tells the token",
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${fault}: ${sentence}`);
}

type Faults = (string | false)[];

/** The fields that are zero and were not; one called by a word that was put there was. */
function newZeros(done: Done, sound: Done, { answer }: Mishap): string[] {
  const before = zerosIn(given(sound));
  const put = typeof answer === "object" && "put" in answer ? answer.put : undefined;
  const mayBe = (path: string) => MAY_BE_NONE.test(path) || path.endsWith(`.${String(put)}`)
    || (answer === "swell" && before.has(path));
  const zeros = sound.run.ok ? [...zerosIn(given(done))] : [];
  return zeros.filter(([path, times]) => !mayBe(path) && times > (before.get(path) ?? 0))
    .map(([path]) => path);
}

function faultsOfResult(done: Done, sound: Done, mishap: Mishap, where: Where): Faults {
  const { errors } = mishap;
  return [
    ...newZeros(done, sound, mishap).map((path) => `a zero that means nothing in ${path}`),
    where === "every" && errors !== undefined && "it succeeded",
    isTooLarge(given(done)) && "it is too large",
  ];
}

const REFUSED = "BadRequestError";

/** What is stored already may be refused where it could not be looked for. */
function isRefusedAgain({ requests }: Done, sound: Done): boolean {
  const last = requests.at(-1);
  return writes(sound) > 0 && last !== undefined && isWrite(last) && last.status === 400;
}

/** What is wrong with the class of an error, and with what it says of a write. */
function faultsOfError(
  name: string, done: Done, sound: Done, mishap: Mishap, where: Where,
): Faults {
  const { errors, isUnsure = false, passes = false } = mishap;
  const fitting = [
    ...errors ?? [name], "ConfigurationError", ...isRefusedAgain(done, sound) ? [REFUSED] : [],
  ];
  const isFitting = fitting.includes(name) || (!sound.run.ok && sound.run.error.name === name);
  const isLeftOpen = isUnsure && where === "write" && writes(done) > 0 && sound.run.ok;
  return [
    !isFitting && `it is a ${name}, and not a ${fitting.join(" or ")}`,
    passes && where === "first" && sound.run.ok && !writes(done) && "it did not try again",
    isLeftOpen && !said(done).includes("may have been stored")
    && "it does not say what became of the write",
  ];
}

/** What is wrong with a step to which something happened, beside how it went without it. */
export function faultsOf(done: Done, sound: Done, mishap: Mishap, where: Where): string[] {
  const { run, requests } = done;
  const hosts = requests.map(({ url }) => new URL(url).origin);
  // Who reads much works, and waits for nobody.
  const ms = mishap.answer === "swell" ? done.cpuMs : run.ms;
  const faults: Faults = [
    ms > IN_TIME_MS && `it took ${ms} ms`,
    ...wordsOf(run.ok ? undefined : run.error.name, said(done)),
    new Set(written(done)).size < writes(done) && `it wrote ${written(done).join(", ")}`,
    ...hosts.map((host) => !Object.values(HOSTS).includes(host) && `it asked ${host}`),
    ...run.ok
      ? faultsOfResult(done, sound, mishap, where)
      : faultsOfError(run.error.name, done, sound, mishap, where),
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${fault}: ${said(done)}`);
}
