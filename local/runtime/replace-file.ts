import { open, rename } from "node:fs/promises";

/** For its owner alone. */
const PRIVATE = 0o600;

/**
 * Replaces a file as a whole: a crash leaves the old one or the new one.
 * @param draft where it is written first, in the same file system
 */
export async function replaceFile(file: string, draft: string, text: string): Promise<void> {
  const handle = await open(draft, "w", PRIVATE);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
