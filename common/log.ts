/** Writes a line where the owner of a workflow looks when something is not there. */
export function log(line: string): void {
  // A component has no other place to say what is no result and no failure.
  // eslint-disable-next-line no-console
  console.log(line);
}
