const LETTERS = 36 ** 5;

/** What stands for a text where room is scarce: up to five letters and digits. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return ((hash >>> 0) % LETTERS).toString(36);
}
