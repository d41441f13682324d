import { isDeepStrictEqual } from "node:util";
import type { SavedState } from "../runtime";
import { lockState, readState, writeState } from "../runtime";
import type { Keeper } from "./watch-loop";

/** What tells a source from others in a state file. */
export type Identity = Pick<SavedState, "key" | "app" | "version" | "props">;

/** A keeper, and what lets others have its file. */
export interface OpenKeeper {
  keeper: Keeper;
  release: () => Promise<void>;
}

/** Keeps nothing: the source is new, and ends with this process. */
function forgetful(): OpenKeeper {
  const keeper = {
    state: undefined,
    n: 0,
    isChanged: false,
    isLasting: false,
    save: () => Promise.resolve(),
  };
  return { keeper, release: () => Promise.resolve() };
}

/**
 * Keeps the state of a source in a file, which it holds until it is released; without a file,
 * nothing.
 * @throws StateFileError when the file is another source's, in use, or no state file.
 */
export async function openKeeper(
  file: string | undefined,
  identity: Identity,
): Promise<OpenKeeper> {
  if (file === undefined) return forgetful();
  const release = await lockState(file);
  try {
    const saved = await readState(file, identity.key);
    const { version, props } = identity;
    return {
      release,
      keeper: {
        state: saved && { db: saved.db, dedupe: saved.dedupe },
        n: saved?.n ?? 0,
        isChanged: saved !== undefined
          && (saved.version !== version || !isDeepStrictEqual(saved.props, props)),
        isLasting: true,
        save: (state, n) => writeState(file, { ...identity, ...state, n }),
      },
    };
  } catch (error) {
    await release();
    throw error;
  }
}
