/** The lines that components write into their log from here on, instead of this one. */
export function noted(): string[] {
  const lines: string[] = [];
  jest.spyOn(console, "log").mockImplementation((line: string) => void lines.push(line));
  return lines;
}
