/** A letter's size in a monospaced font of 14 pixels, and what is around the text. */
const LETTER = 8.4;
const LINE = 18;
const MARGIN = 20;

/** What a terminal's codes mean, as classes; those that end one are by what they end. */
const STYLES: Record<number, string> = {
  1: "bold", 2: "dim", 3: "italic", 4: "underline",
  31: "red", 32: "green", 33: "yellow", 34: "blue", 35: "magenta", 36: "cyan",
};

const ENDS: Record<number, readonly string[]> = {
  0: Object.values(STYLES),
  22: ["bold", "dim"],
  23: ["italic"],
  24: ["underline"],
  39: ["red", "green", "yellow", "blue", "magenta", "cyan"],
};

const LOOKS = `text {
  font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: 14px;
  fill: #e6edf3;
}
.bold { font-weight: bold }
.dim { fill: #9198a1 }
.italic { font-style: italic }
.underline { text-decoration: underline }
.red { fill: #ff7b72 }
.green { fill: #3fb950 }
.yellow { fill: #d29922 }
.blue { fill: #58a6ff }
.magenta { fill: #bc8cff }
.cyan { fill: #39c5cf }`;

/** Letters of one style, and the column that they start at. */
interface Run {
  text: string;
  column: number;
  styles: string[];
}

/** A line of a terminal in its runs, and the styles that go on behind it. */
function runsOf(line: string, before: ReadonlySet<string>): [Run[], ReadonlySet<string>] {
  const styles = new Set(before);
  const runs: Run[] = [];
  let column = 0;
  for (const part of line.split(/(\u001B\[\d+m)/)) {
    const code = /^\u001B\[(\d+)m$/.exec(part)?.[1];
    if (code === undefined) {
      for (const text of part.split(/( {2,})/)) {
        if (text.trim()) runs.push({ text, column, styles: [...styles] });
        column += Array.from(text).length;
      }
      continue;
    }
    for (const ended of ENDS[Number(code)] ?? []) styles.delete(ended);
    const begun = STYLES[Number(code)];
    if (begun) styles.add(begun);
  }
  return [runs, styles];
}

const ESCAPES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };

const escaped = (text: string) => text.replace(/[&<>]/g, (sign) => ESCAPES[sign] ?? sign);

/** Its place and its length are said, since fonts differ in the width of lines and blocks. */
function element({ text, column, styles }: Run, row: number): string {
  const lead = text.length - text.trimStart().length;
  const said = text.trim();
  const x = Math.round(MARGIN + (column + lead) * LETTER);
  const length = Math.round(Array.from(said).length * LETTER);
  const look = styles.length ? ` class="${styles.join(" ")}"` : "";
  return `<text x="${x}" y="${MARGIN + (row + 1) * LINE - 5}" textLength="${length}"${look}>${escaped(said)}</text>`;
}

/**
 * What a terminal shows, as a picture that is dark wherever it is looked at.
 * @param lines with the terminal's own codes for colours
 * @param columns how many letters the longest may have
 * @param title what is said of it to those who do not see it
 */
export function svgOf(lines: readonly string[], columns: number, title: string): string {
  const [width, height] = [columns * LETTER + 2 * MARGIN, lines.length * LINE + 2 * MARGIN];
  let styles: ReadonlySet<string> = new Set();
  const elements = lines.flatMap((line, row) => {
    const [runs, after] = runsOf(line, styles);
    styles = after;
    return runs.map((run) => element(run, row));
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 ${Math.round(width)} ${height}" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<style>\n${LOOKS}\n</style>`,
    "<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#0d1117\"/>",
    ...elements,
    "</svg>\n",
  ].join("\n");
}
