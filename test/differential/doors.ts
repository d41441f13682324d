import type { DifferingRecord } from "../../common/differences";
import { loadCatalog, type CatalogComponent } from "../../local/catalog/catalog";
import { openSource, runAction, carryRequests, type Carrier } from "../../local/runtime";
import { isFields, type Fields } from "../../local/runtime/component";
import {
  startSandbox, type HealthSwitches, type Person, type Sandbox,
} from "../../local/sandbox";
import { SETTINGS } from "./settings";

/** One component, as either app has it. */
export interface Pair {
  name: string;
  isSource: boolean;
  fitbit: CatalogComponent;
  health: CatalogComponent;
}

export type Door = "fitbit" | "health";
export const DOORS = ["fitbit", "health"] as const;

/**
 * Every component that both apps have, but for one that takes a path of its API as it is, and
 * so names no scopes: the same props mean nothing at the other door.
 */
export async function pairs(packageRoot: string): Promise<Pair[]> {
  const catalog = await loadCatalog(packageRoot);
  const all = catalog.filter(({ entry }) => entry.scopes.length > 0);
  return all.flatMap((fitbit) => {
    const { key, twin, type } = fitbit.entry;
    const health = all.find(({ entry }) => entry.key === twin && entry.twin === key);
    if (fitbit.entry.app !== "fitbit" || !health) return [];
    return [{ name: fitbit.name, isSource: type === "source", fitbit, health }];
  });
}

/** Whether it changes nothing, as it says itself. */
export function isReading({ fitbit: { component } }: Pair): boolean {
  const { annotations }: Fields = { ...component };
  return isFields(annotations) && annotations.readOnlyHint === true;
}

/** The records that it gives or takes, and that differ. */
export const recordsOf = ({ health }: Pair): readonly DifferingRecord[] => health.records;

const accounts = () => ({ oauth_access_token: "sandbox" });

/** What a component gave: its result with `$summary`, or the sentence that it failed with. */
export interface Outcome {
  result?: Fields;
  error?: string;
}

/** One person's sandbox, with both doors open. */
export class House {
  private constructor(private readonly sandbox: Sandbox) {}

  static async of(
    seed: number, now: string, healthSwitches?: Partial<HealthSwitches>,
  ): Promise<House> {
    // Some answers carry estimates, some do not.
    const switches = { estimationInSummary: seed % 2 === 0 };
    const options = { seed, now, rateLimit: false, switches, healthSwitches };
    return new House(await startSandbox(options));
  }

  get person(): Person {
    return this.sandbox.person;
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  control = async (name: string, body: unknown): Promise<void> => {
    const answer = await fetch(`${this.sandbox.url}/_sandbox/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
  };

  /** Runs an action at one door. */
  async run(pair: Pair, door: Door, props: Fields): Promise<Outcome> {
    const ran = await this.within(() => runAction(pair[door].component, {
      props, accounts, clock: () => Promise.resolve(this.person.now), log: () => undefined,
    }));
    if (!ran.ok) return { error: ran.error.message };
    return { result: { ...ran.return as Fields, $summary: ran.exports.$summary } };
  }

  /** Runs an action at both doors; each may take ids of its own. */
  async runBoth(
    pair: Pair, fitbit: Fields, health = fitbit,
  ): Promise<[fitbit: Outcome, health: Outcome]> {
    return [await this.run(pair, "fitbit", fitbit), await this.run(pair, "health", health)];
  }

  /** Everything that a source tells of on being deployed, and at a first poll afterwards. */
  async tell(pair: Pair, door: Door, meanwhile?: () => Promise<void>) {
    return (await this.follow(pair, door, [() => meanwhile?.() ?? Promise.resolve()])).flat();
  }

  /** What a source tells of on being deployed, and at a poll after each of these. */
  async follow(pair: Pair, door: Door, acts: readonly (() => Promise<void>)[]) {
    return this.within(async () => {
      const source = await openSource(pair[door].component, {
        props: SETTINGS[pair.name]?.(this.person) ?? {},
        accounts,
        clock: () => Promise.resolve(this.person.now),
        log: () => undefined,
      });
      const runs = [await source.deploy()];
      for (const act of acts) {
        await act();
        runs.push(await source.poll());
      }
      const failed = runs.find(({ ok }) => !ok);
      if (failed && !failed.ok) throw new Error(failed.error.message);
      return runs.map(({ emitted }) => emitted);
    });
  }

  private async within<T>(work: () => Promise<T>): Promise<T> {
    const carrier: Carrier = carryRequests({ sandboxUrl: this.sandbox.url });
    try {
      return await work();
    } finally {
      carrier.stop();
    }
  }
}

/** Two houses of the same person, for as long as some work takes. */
export async function inTwoHouses(
  { seed, now }: { seed: number; now: string },
  work: (one: House, two: House) => Promise<void>,
  healthSwitches?: Partial<HealthSwitches>,
): Promise<void> {
  const open = () => House.of(seed, now, healthSwitches);
  const [one, two] = [await open(), await open()];
  try {
    await work(one, two);
  } finally {
    await Promise.all([one.close(), two.close()]);
  }
}
