import { join } from "node:path";
import { folderWith } from "./command";
import { eventsOf, story, ticksOf, watchedHere } from "./watch-command";

const folder = folderWith({});
const inFolder = (name: string): string => join(folder.path(), name);

/** A poll a day on the sandbox in the process. */
const DAILY = ["--props", "{\"timer\": {\"intervalSeconds\": 86400}}"];

const APPS = ["fitbit", "google_health"] as const;

describe.each(APPS)("day after day on the embedded sandbox a source of %s", (app) => {
  it("finds what the days bring, each event before the line of its poll", async () => {
    const done = await watchedHere(["new-sleep-log", "--app", app, "--ticks", "4", ...DAILY]);
    const rest = story(done).slice(story(done).indexOf("deploy") + 1);
    const emitted = rest.join(" ").split(/tick \d/).slice(0, -1)
      .map((part) => part.split("event").length - 1);
    expect(emitted).toEqual(ticksOf(done).map((tick) => tick.emitted));
    expect(emitted.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(3);
    const times = eventsOf(done).map(({ ts }) => ts);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it("nothing is told twice or left out, though the sandbox is new each time", async () => {
    const args = ["new-activity-log", "--app", app, "--state", inFolder(`${app}.json`), ...DAILY, "--ticks"];
    const first = await watchedHere([...args, "6"]);
    const later = await watchedHere([...args, "12"]);
    expect([first.code, later.code]).toEqual([0, 0]);
    expect(story(later).slice(0, 6)).toEqual([7, 8, 9, 10, 11, 12].map((n) => `tick ${n}`));
    expect(ticksOf(later).at(-1)?.n).toBe(18);
    expect(eventsOf(later).length).toBeGreaterThan(0);

    const inOne = await watchedHere(["new-activity-log", "--app", app, ...DAILY, "--ticks", "12"]);
    const ids = [first, later].flatMap(eventsOf).map(({ id }) => id);
    expect(ids).toEqual(eventsOf(inOne).map(({ id }) => id));
  });
});
