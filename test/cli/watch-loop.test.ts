import { openTarget } from "../../local/cli/target";
import type { Keeper } from "../../local/cli/keeper";
import { openKeeper } from "../../local/cli/keeper";
import { watchSource } from "../../local/cli/watch-loop";
import type { WatchReport } from "../../local/cli/watch-report";
import { called } from "./call";

interface Self {
  $emit: (event: unknown, metadata: unknown) => void;
  db: { get: (key: string) => number | undefined; set: (key: string, value: number) => void };
}

/** A source of another app that counts its polls. */
const component = {
  type: "source",
  dedupe: "unique" as const,
  props: {
    slack: { type: "app", app: "slack" },
    db: "$.service.db",
    timer: { type: "$.interface.timer", default: { intervalSeconds: 900 } },
  },
  run(this: unknown) {
    const { $emit, db } = this as Self;
    const n = (db.get("n") ?? 0) + 1;
    db.set("n", n);
    $emit(n, { id: n });
  },
};

const nothing = (): void => undefined;

/** Plays it; gives the story, with what is saved told by the keeper. */
async function played(keeper: Keeper, ticks?: number): Promise<string[]> {
  const story: string[] = [];
  const over = new AbortController();
  const report: WatchReport = {
    event: ({ id }) => story.push(`event ${id}`),
    deployed: () => story.push("deploy"),
    activated: nothing,
    ticked: (n) => story.push(`tick ${n}`),
    working: nothing,
    waiting: (seconds) => {
      story.push(`waits ${seconds} s`);
      over.abort();
    },
    listening: nothing,
    stray: ({ message }) => story.push(message),
    stopping: nothing,
    log: nothing,
    close: nothing,
  };
  const { save } = keeper;
  keeper.save = async (state, n) => {
    await save(state, n);
    story.push(`saved ${n}`);
  };
  await watchSource({
    component, props: {}, target: await openTarget(["slack"], {}, {}), events: [],
    keeper, report, every: undefined, ticks, control: undefined, signal: over.signal,
  }).catch((error: unknown) => story.push(String(error)));
  return story;
}

const inMemory = (): Promise<Keeper> =>
  openKeeper(undefined, { key: "counter", app: "slack", version: "", props: {} });

it("a source of another app waits as long as its own timer says", async () => {
  expect(await played(await inMemory())).toEqual([
    "saved 0", "deploy", "event 1", "saved 1", "tick 1", "waits 900 s",
  ]);
});

describe("killed when its events are printed, and its poll is not saved", () => {
  it("a source tells them again, and loses none", async () => {
    const keeper = await inMemory();
    const { save } = keeper;
    keeper.save = (state, n) => n === 0 ? save(state, n) : Promise.reject(new Error("killed"));
    expect(await played(keeper, 1)).toEqual(["saved 0", "deploy", "event 1", "Error: killed"]);
    keeper.save = save;
    expect(await played(keeper, 1)).toEqual(["event 1", "saved 1", "tick 1"]);
  });

  it("is what the help of watch says", async () => {
    const written: string[] = [];
    jest.spyOn(process.stdout, "write").mockImplementation((text) => written.push(String(text)) > 0);
    await called(["watch", "--help"]);
    jest.restoreAllMocks();
    const help = written.join("").replaceAll(/\s+/g, " ");
    expect(help).toContain(
      "Events are printed before the poll that brought them is saved: where the process is killed "
      + "in between they come again, and none is lost.",
    );
    expect(help).not.toMatch(/nothing comes twice/i);
  });
});
