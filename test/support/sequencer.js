import { sep } from "node:path";
import Sequencer from "@jest/test-sequencer";

/** What takes longest, so that at the end no worker is left alone with one of them. */
const LONGEST = [
  "differential/doors", "soak/sources", "faults/actions", "package/package", "cli/run",
  "soak/found", "mcp/bundle", "registry/only", "registry/bump", "registry/checks",
].map(name => `${name.replace("/", sep)}.test.ts`);

const place = ({ path }) => LONGEST.findIndex(name => path.endsWith(name));

/** Jest's own order, which on a machine that has run no test yet goes by the size of files. */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const all = [...super.sort(tests)];
    const long = all.filter(test => place(test) >= 0);
    return [
      ...long.sort((one, other) => place(one) - place(other)),
      ...all.filter(test => place(test) < 0),
    ];
  }
}
