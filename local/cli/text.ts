import type { Paint } from "./output";

const COLOUR = /\u001B\[\d+m/g;

/** Columns a text takes, without its colours. */
export function widthOf(text: string): number {
  return Array.from(text.replace(COLOUR, "")).length;
}

/** Fills a text up with spaces. */
export function pad(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}

/** Rows with their columns aligned, two spaces apart. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, index) => {
      widths[index] = Math.max(widths[index] ?? 0, widthOf(cell));
    });
  }
  return rows.map((row) =>
    row.map((cell, index) => pad(cell, widths[index] ?? 0)).join("  ").trimEnd());
}

/** Fills lines of at most `width` columns with items; a longer item has its own line. */
export function flow(items: readonly string[], width: number, gap: string): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const longer = `${lines.at(-1) ?? ""}${gap}${item}`;
    if (lines.length > 0 && widthOf(longer) <= width) lines.splice(-1, 1, longer);
    else lines.push(item);
  }
  return lines;
}

/** Breaks a text at spaces into lines of at most `width` columns; longer words stay whole. */
export function wrap(text: string, width: number): string[] {
  return flow(text.split(/\s+/).filter(Boolean), width, " ");
}

/** Every line moved to the right. */
export function indent(lines: readonly string[], spaces = 2): string[] {
  return lines.map((line) => line === "" ? "" : " ".repeat(spaces) + line);
}

/** Markdown as a terminal shows it: links with their address, emphasis as colour. */
export function readable(markdown: string, paint: Paint): string {
  return markdown
    .replace(/\[([^\]]+)\]\(([^)]+)\)/g, (_, label: string, url: string) => `${label}: ${paint.underline(url)}`)
    .replace(/\*\*([^*]+)\*\*/g, (_, text: string) => paint.bold(text));
}
