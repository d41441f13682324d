type Cell = string | number;

/** Prints figures as a table, of Markdown so that a page can take it as it is. */
export function print(title: string, columns: readonly string[], rows: readonly Cell[][]) {
  const line = (cells: readonly Cell[]) => `| ${cells.join(" | ")} |`;
  console.log([
    `## ${title}`, "", line(columns), line(columns.map((_, i) => i ? "--:" : "---")),
    ...rows.map(line), "",
  ].join("\n"));
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

export const cpuMs = (since = { user: 0, system: 0 }): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1_000;
};

export const kB = (bytes: number): string => `${(bytes / 1_000).toFixed(1)} kB`;
export const MB = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;
