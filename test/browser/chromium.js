import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/** Where it is on systems that do not put it on the path. */
const ELSEWHERE = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

function isThere(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  }
  catch {
    return false;
  }
}

/** The Chromium of this machine; undefined where there is none. */
export function findChromium({ CHROMIUM, PATH = "" }) {
  if (CHROMIUM) return CHROMIUM;
  const onPath = PATH.split(delimiter).flatMap(folder => NAMES.map(name => join(folder, name)));
  return [...onPath, ...ELSEWHERE].find(isThere);
}

const NONE = "There is no Chromium here, so no page was tried in a browser. Install it from the packages of "
  + "the system (Debian and Ubuntu: `apt-get install chromium`, Fedora: `dnf install chromium`, macOS: "
  + "`brew install --cask google-chrome`), or name one in the variable CHROMIUM.";

/** Before the tests: they run in this browser. */
export default function setUp() {
  const found = findChromium(process.env);
  if (!found) {
    console.error(`\n${NONE}`);
    process.exit(1);
  }
  process.env.CHROMIUM = found;
}
