import type { RequestRecord } from "../../local/runtime";
import { HOSTS } from "../support/apis";
import type { Done } from "../support/household";
import { TOKEN, type Mishap } from "./mishaps";

/** Which requests of a step it happens to. */
export const WHERE = ["every", "first", "last", "write"] as const;
export type Where = (typeof WHERE)[number];

/** What a step says of itself when it has ended, in whatever way. */
export const said = ({ run }: Done): string =>
  run.ok ? String(run.exports.$summary) : run.error.message;

/** What a step gave; null where it failed. */
const given = ({ run }: Done): unknown => run.ok ? run.return : null;

/** Roll-ups are reads, though they are POSTs. */
const isWrite = ({ method, url }: RequestRecord): boolean =>
  method !== "GET" && !/ollUp(\?|$)/.test(url);

/** The writes that the API may have carried out: after a 429 none was. */
export const writes = ({ requests }: Done): number =>
  requests.filter((request) => isWrite(request) && request.status !== 429).length;

/** How often each field is zero, however deep. */
function zerosIn(value: unknown, name = "", zeros = new Map<string, number>()) {
  if (value === 0 || value === "0") zeros.set(name, (zeros.get(name) ?? 0) + 1);
  if (typeof value === "object" && value !== null) {
    Object.entries(value).forEach(([key, inner]) => {
      zerosIn(inner, Array.isArray(value) ? name : key, zeros);
    });
  }
  return zeros;
}

/** How many of something there are may be none. */
const COUNTS = /^(count|entries|total.*(Records|Logs))$/i;

const NO_WORDS = /\b(NaN|undefined|null)\b|\[object|(Type|Range|Syntax)Error|not a function|Cannot read/;
/** What it died of may stand behind it, in brackets. */
const SENTENCE = /^[A-Z`"].*\.( \(.+\))?$/s;
const IN_TIME_MS = 26_000;
const MOST_BYTES = 2_200_000;

/** Some of the cases for each component, so that all components together have every one. */
export const partOf = <T>(cases: readonly T[], i: number, count: number): T[] => {
  const most = Math.min(count, cases.length);
  return Array.from({ length: most }, (_, j) => cases[(i * most + j) % cases.length])
    .filter((one) => one !== undefined);
};

/** What is wrong with the words of an error, or of what went well. */
export function wordsOf(name: string | undefined, sentence: string): string[] {
  const isOurs = name !== "Error" && !/^(Type|Range|Syntax|Reference|Axios)Error$/.test(name ?? "");
  const isSentence = !NO_WORDS.test(sentence) && (name === undefined || SENTENCE.test(sentence));
  return [
    ...isOurs ? [] : [`it is a ${name}: ${sentence}`],
    ...isSentence ? [] : [`it is no sentence: ${sentence}`],
    ...sentence.includes(TOKEN) ? [`it tells the token: ${sentence}`] : [],
  ];
}

/** What is wrong with a step to which something happened, beside how it went without it. */
export function faultsOf(
  done: Done, sound: Done, { errors, isUnsure, passes }: Mishap, where: Where,
): string[] {
  const { run, requests } = done;
  const sentence = said(done);
  const faults = [
    run.ms > IN_TIME_MS && `it took ${run.ms} ms`,
    ...wordsOf(run.ok ? undefined : run.error.name, sentence),
    writes(done) > Math.max(1, writes(sound)) && `it wrote ${writes(done)} times`,
    ...requests.map(({ url }) => Object.values(HOSTS).includes(new URL(url).origin)
      ? false : `it asked ${new URL(url).origin}`),
    ...run.ok ? ofResult() : ofError(run.error.name),
  ];
  return faults.filter((fault) => fault !== false).map((fault) => `${fault}: ${sentence}`);

  function ofResult(): (string | false)[] {
    const before = zerosIn(given(sound));
    const zeros = [...zerosIn(given(done))]
      .filter(([name, times]) => sound.run.ok && !COUNTS.test(name) && times > (before.get(name) ?? 0))
      .map(([name]) => `a zero that means nothing in ${name}`);
    return [
      ...zeros,
      where === "every" && errors !== undefined && "it succeeded",
      JSON.stringify(given(done) ?? null).length > MOST_BYTES && "it is too large",
    ];
  }

  function ofError(name: string): (string | false)[] {
    const usual = sound.run.ok ? [] : [sound.run.error.name];
    const fitting = errors ? [...errors, ...usual] : undefined;
    return [
      fitting !== undefined && !fitting.includes(name) && name !== "ConfigurationError"
      && `it is a ${name}, and not a ${fitting.join(" or ")}`,
      passes === true && where === "first" && sound.run.ok && writes(done) === 0
      && "it did not try again",
      isUnsure === true && where === "write" && writes(done) > 0 && sound.run.ok
      && !sentence.includes("may have been stored") && "it does not say what became of the write",
    ];
  }
}
