import {
  openSource, resolveProps, type Emitted, type SourceRun, type SourceState,
} from "../../local/runtime";
import type { Fields } from "../../local/runtime/component";
import { budgets } from "../budgets";
import { polling, type Listed } from "../support/components";
import { exampleOf } from "../support/examples";
import { Household } from "../support/household";
import { skipWaits } from "../support/waits";
import { suffering } from "./hurry";
import { partOf, wordsOf } from "./judged";
import { MISHAPS, TOKEN, type Mishap } from "./mishaps";

interface Case { mishap: Mishap; times: number }

const CASES: readonly Case[] = MISHAPS
  .flatMap((mishap) => [1_000, 1].map((times) => ({ mishap, times })));

const HOUR = 3_600_000;
/** Hours after the first poll at which it is polled again: a pause is an hour at most. */
const POLLS = [0, 1.1, 2.2].slice(0, budgets.pollsAfterFaults);

const sources = polling()
  .map((one, i) => ({ ...one, key: String(one.component.key), i }));

let home: Household;
const deployed = new Map<string, SourceState>();

const propsOf = ({ component }: Listed): Fields => Object.fromEntries(
  resolveProps(component).flatMap((prop) => {
    // Some sources cannot do without it on Fitbit.
    if (prop.name === "timeZone") return [["timeZone", home.person.timeZone]];
    return prop.kind === "user" && !prop.optional ? [[prop.name, exampleOf(prop)]] : [];
  }),
);

const opened = (
  one: Listed, hours = 0, state?: SourceState, log: (line: string) => void = () => undefined,
) => openSource(one.component, {
  props: propsOf(one),
  ...state && { state },
  accounts: () => ({ oauth_access_token: TOKEN }),
  clock: () => Promise.resolve(home.person.now + hours * HOUR),
  log,
});

/** Each source is deployed; a day later there is something of every kind to tell of. */
beforeAll(async () => {
  home = await Household.of();
  skipWaits();
  for (const one of sources) {
    const source = await opened(one);
    const run = await home.carrying(() => source.deploy());
    if (!run.ok) throw new Error(`${one.key}: ${run.error.message}`);
    deployed.set(one.key, source.snapshot());
  }
  await home.control("clock", { now: new Date(home.person.now + 30 * HOUR).toISOString() });
  await home.control("sync", {});
  const start = home.person.timeline.local(home.person.now - 3 * HOUR).slice(0, 19);
  const records = ["activity", "sleep", "weight", "fat", "food", "water"].map((type) => ({
    type, start, synced: true, ...["activity", "sleep"].includes(type) && { minutes: 70 },
  }));
  await home.control("records", records);
});
afterAll(() => home.close());

/** What polls came to, and what the log of the first says. */
interface Polled { runs: SourceRun[]; lines: string[] }

/** What a source does over its polls, the first of which something happens to. */
async function polled(one: Listed & { key: string }, each?: Case): Promise<Polled> {
  let state = deployed.get(one.key);
  const runs: SourceRun[] = [];
  const lines: string[] = [];
  for (const hours of POLLS) {
    const source = await opened(one, hours, state, (line) => {
      if (hours === 0) lines.push(line);
    });
    const poll = () => home.carrying(() => source.poll());
    const { mishap, times = 0 } = each ?? {};
    runs.push(mishap && hours === 0
      ? await suffering(home, { match: {}, times, skip: 0, answer: mishap.answer }, poll)
      : await poll());
    state = source.snapshot();
  }
  return { runs, lines };
}

const eventsOf = (runs: SourceRun[]): Emitted[] => runs.flatMap(({ emitted }) => emitted);
const idsOf = (runs: SourceRun[]): string[] =>
  eventsOf(runs).map(({ id }) => String(id)).sort();

/** Tells of hours in which there is nothing: who is answered with nothing hears of more. */
const TELLS_OF_NOTHING = "google_health-new-inactive-hour";
const NOTHING = ["no records any more", "an empty object"];

/** Whether what is told may be another thing than what there is. */
function isMisled({ component }: Listed, { what, answer }: Mishap): boolean {
  if (component.key === TELLS_OF_NOTHING && NOTHING.includes(what)) return true;
  return answer === "extra"
    || (typeof answer === "object" && ("put" in answer || "without" in answer));
}

function faultsOf(
  one: Listed, { runs, lines }: Polled, sound: SourceRun[], { mishap, times }: Case,
): string[] {
  const ids = idsOf(runs);
  const isSilent = mishap.errors !== undefined && times > 1 && runs[0]?.ok === true;
  return [
    ...new Set(ids).size < ids.length ? [`told twice: ${ids.join()}`] : [],
    ...!isMisled(one, mishap) && ids.join() !== idsOf(sound).join()
      ? [`told ${ids.join()}, and not ${idsOf(sound).join()}`]
      : [],
    ...eventsOf(runs).flatMap(({ summary }) => wordsOf(undefined, summary ?? "")),
    ...runs.flatMap((run) => run.ok ? [] : wordsOf(run.error.name, run.error.message)),
    ...runs.slice(1).flatMap((run) => run.ok ? [] : [`it failed again: ${run.error.message}`]),
    ...lines.flatMap((line) => wordsOf(undefined, line)),
    ...isSilent && !lines.length ? ["it said nothing"] : [],
  ];
}

describe("whatever happens to a poll, each record is told of once, and failures are words", () => {
  it.each(sources)("$key", async (one) => {
    const { runs: sound } = await polled(one);
    expect(sound.filter(({ ok }) => !ok)).toEqual([]);
    if (one.name.endsWith("-log")) expect(idsOf(sound)).not.toEqual([]);
    const faults: string[] = [];
    for (const each of partOf(CASES, one.i, budgets.faults)) {
      const found = faultsOf(one, await polled(one, each), sound, each);
      faults.push(...found.map((fault) => `${each.mishap.what} ${each.times} times: ${fault}`));
    }
    expect(faults).toEqual([]);
  }, 600_000);
});
