import { readFileSync } from "node:fs";
import { join } from "node:path";
import { picture } from "../../local/docs/picture";
import { svgOf } from "../../local/docs/svg";

const ROOT = process.cwd();
const stored = readFileSync(join(ROOT, "docs/run.svg"), "utf8");

describe("the picture in README.md", () => {
  it("shows what the command prints today: `npm run docs` draws it anew", async () => {
    expect(stored).toBe(await picture(ROOT));
  });

  it("is small, and nothing in it comes from elsewhere", () => {
    expect(Buffer.byteLength(stored)).toBeLessThan(20_000);
    expect(stored).not.toMatch(/href|url\(|@import|<script/);
  });

  it("is shown there", () => {
    expect(readFileSync(join(ROOT, "README.md"), "utf8")).toContain("(docs/run.svg)");
  });
});

describe("a terminal's lines as a picture", () => {
  const drawn = (...lines: string[]) => svgOf(lines, 40, "A run").split("\n")
    .filter((line) => line.startsWith("<text"));

  it("have each run of letters where it stands, over its own length", () => {
    expect(drawn("ab", "  \u001B[32mcd\u001B[39m e")).toEqual([
      "<text x=\"20\" y=\"33\" textLength=\"17\">ab</text>",
      "<text x=\"37\" y=\"51\" textLength=\"17\" class=\"green\">cd</text>",
      "<text x=\"62\" y=\"51\" textLength=\"8\">e</text>",
    ]);
  });

  it("keep a colour and a weight until each ends, over lines too", () => {
    const classes = drawn("\u001B[1m\u001B[36ma\u001B[22mb", "c\u001B[39md")
      .map((line) => /class="(.*?)"/.exec(line)?.[1]);
    expect(classes).toEqual(["bold cyan", "cyan", "cyan", undefined]);
  });

  it("say as text what would be markup", () => {
    expect(drawn("<a> & b")).toEqual([expect.stringContaining(">&lt;a&gt; &amp; b</text>")]);
    expect(svgOf([], 40, "a < b")).toContain("<title>a &lt; b</title>");
  });
});
