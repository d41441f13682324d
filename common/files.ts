import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** A file that a step wrote. */
export interface WrittenFile {
  filePath: string;
  /** Bytes. */
  fileSize: number;
}

/**
 * Writes a file where Pipedream looks for the files of a step: a later step reads it there,
 * and where the platform stashes files it is kept.
 * https://pipedream.com/docs/workflows/building-workflows/code/nodejs/working-with-files/
 */
export async function writeStepFile(name: string, text: string): Promise<WrittenFile> {
  const filePath = join(process.env.STASH_DIR ?? "/tmp", name);
  await writeFile(filePath, text);
  return { filePath, fileSize: Buffer.byteLength(text) };
}
