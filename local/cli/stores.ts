import type { Component, DataStores } from "../runtime";
import { lockState, readStores, resolveProps, savedText } from "../runtime";
import { UsageError } from "./usage";

/** The data stores of a step. */
export interface Stores {
  /** Changed while it runs. */
  dataStores: DataStores;
  /** What to say of what is not kept. */
  notes: () => string[];
  save: () => Promise<void>;
  /** Lets others have their file. */
  release: () => Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

function forgetful(): Stores {
  const dataStores: DataStores = {};
  const filled = (): string[] => Object.entries(dataStores)
    .filter(([, items]) => Object.keys(items).length > 0)
    .map(([name]) => name);
  return {
    dataStores,
    notes: () => filled().map((name) =>
      `the data store ${name} is kept for this run alone: --state FILE keeps it for the next`),
    save: nothing,
    release: nothing,
  };
}

function demandStores(component: Component, title: string): void {
  const has = resolveProps(component).some(({ kind }) => kind === "data_store");
  if (has || component.additionalProps) return;
  throw new UsageError(`${title} has no data store, which is what --state keeps: leave it out.`);
}

/**
 * Keeps the data stores of a step in a file, which it holds until it is released; without a
 * file, in memory. Whatever else is in the file stays.
 * @throws StateFileError when the file is in use, or no state file.
 */
export async function openStores(
  file: string | undefined,
  component: Component,
  title: string,
): Promise<Stores> {
  if (file === undefined) return forgetful();
  demandStores(component, title);
  const { release, replace } = await lockState(file);
  try {
    const kept = await readStores(file);
    return {
      dataStores: kept.dataStores,
      notes: () => [],
      save: () => replace(savedText(kept)),
      release,
    };
  } catch (error) {
    await release();
    throw error;
  }
}
