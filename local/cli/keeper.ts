import { isDeepStrictEqual } from "node:util";
import type { SavedState, SourceState } from "../runtime";
import { lockState, readState, savedText } from "../runtime";

/** What a watch keeps, wherever it keeps it. */
export interface Keeper {
  /** As it was saved last; undefined before the source is deployed. */
  state: SourceState | undefined;
  /** Polls so far. */
  n: number;
  /** Whether props or version are others than those of the state. */
  isChanged: boolean;
  /** Whether it outlives this process: a source that does not is taken down at the end. */
  isLasting: boolean;
  /** @throws StateFileError when it cannot be kept. */
  save: (state: SourceState, n: number) => Promise<void>;
  /** Lets others have its file. */
  release: () => Promise<void>;
}

/** What tells a source from others in a state file. */
export type Identity = Pick<SavedState, "key" | "app" | "version" | "props">;

/** Keeps what is saved in memory, and hands it on. */
function keeperOf(
  { db, dedupe, dataStores, n }: Partial<SavedState>,
  more: Pick<Keeper, "isChanged" | "isLasting" | "save" | "release">,
): Keeper {
  const keeper: Keeper = {
    ...more,
    state: db && dedupe && { db, dedupe, ...dataStores ? { dataStores } : {} },
    n: n ?? 0,
    save: async (state, count) => {
      await more.save(state, count);
      keeper.state = state;
      keeper.n = count;
    },
  };
  return keeper;
}

const nothing = (): Promise<void> => Promise.resolve();

const FORGETFUL = { isChanged: false, isLasting: false, save: nothing, release: nothing };

/**
 * Keeps the state of a source in a file, which it holds until it is released; without a file,
 * in memory.
 * @throws StateFileError when the file is another source's, in use, or no state file.
 */
export async function openKeeper(
  file: string | undefined,
  identity: Identity,
): Promise<Keeper> {
  if (file === undefined) return keeperOf({}, FORGETFUL);
  const { release, replace } = await lockState(file);
  try {
    const saved = await readState(file, identity.key);
    const { version, props } = identity;
    return keeperOf(saved ?? {}, {
      isChanged: saved !== undefined
        && (saved.version !== version || !isDeepStrictEqual(saved.props, props)),
      isLasting: true,
      save: (state, n) => replace(savedText({ ...identity, ...state, n })),
      release,
    });
  } catch (error) {
    await release();
    throw error;
  }
}
