import { readFileSync } from "node:fs";
import { relative, sep } from "node:path";

/** On Linux: https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
const TICKS_A_SECOND = 100;

/** CPU seconds of the processes that were started from here and have ended. */
function childSeconds() {
  try {
    const text = readFileSync("/proc/self/stat", "utf8");
    const fields = text.slice(text.lastIndexOf(")") + 2).split(" ");
    return (Number(fields[13]) + Number(fields[14])) / TICKS_A_SECOND;
  }
  catch {
    return 0;
  }
}

function spentSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000 + childSeconds();
}

const total = files => files.reduce((sum, { cost }) => sum + cost, 0);
const dearestFirst = files => [...files].sort((a, b) => b.cost - a.cost);

function line(name, files) {
  const [dearest] = dearestFirst(files);
  return [
    total(files).toFixed(1).padStart(8),
    String(files.length).padStart(6),
    ` ${name.padEnd(14)}`,
    `${dearest.cost.toFixed(1)} ${dearest.file}`,
  ].join("");
}

/**
 * Prints the CPU seconds of each folder of tests, the dearest first. For Jest in one process:
 * `npm run test:cost`, with the paths of tests behind `--` for some of them.
 */
export default class Cost {
  files = [];

  onTestFileStart() {
    this.before = spentSeconds();
  }

  onTestFileResult({ path }) {
    const [, folder, ...rest] = relative(process.cwd(), path).split(sep);
    this.files.push({ folder, file: rest.join("/"), cost: spentSeconds() - this.before });
  }

  onRunComplete(_contexts, { numFailedTests, numFailedTestSuites }) {
    const folders = [...new Set(this.files.map(({ folder }) => folder))]
      .map(name => ({ name, files: this.files.filter(({ folder }) => folder === name) }))
      .map(folder => ({ ...folder, cost: total(folder.files) }));
    console.log("   CPU s files folder        its dearest file");
    for (const { name, files } of dearestFirst(folders)) console.log(line(name, files));
    console.log(line("all", this.files));
    if (numFailedTests + numFailedTestSuites > 0) console.log("Some failed: run them with npm test.");
  }
}
