import "./stays";
import type { RequestListener } from "node:http";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exit } from "../../local/cli/exit";
import { onInterrupt } from "../../local/cli/interrupt";
import { called } from "./call";

const silent: RequestListener = () => undefined;
let onRequest = silent;

const server = createServer((request, response) => onRequest(request, response));
let url = "";

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  onRequest = silent;
  jest.restoreAllMocks();
});

/** What Ctrl-C calls of ours alone: others end the process of the tests as well. */
function interrupt(signal: NodeJS.Signals): void {
  const own = process.listeners(signal).find(({ name }) => name === "interrupt");
  own?.(signal);
}

/** Lets patience end at once; gives how long it would have lasted. */
function impatient(): number[] {
  const real = AbortSignal.timeout.bind(AbortSignal);
  const asked: number[] = [];
  jest.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
    asked.push(ms);
    return real(30);
  });
  return asked;
}

describe("where --sandbox-url leads to what never answers", () => {
  it.each([
    ["run", "nothing", ["run", "get-profile"]],
    ["watch", "nothing", ["watch", "new-sleep-log"]],
    ["describe", "nothing", ["describe", "log-activity", "--options", "activityTypeId"]],
    ["run", "half an answer", ["run", "get-profile"]],
  ])("%s says so within ten seconds, given %s", async (_command, given, args) => {
    if (given !== "nothing") onRequest = (_request, response) => response.write("{\"now\":");
    const asked = impatient();
    const { code, said, printed } = await called([...args, "--sandbox-url", url]);
    expect({ code, printed }).toEqual({ code: 2, printed: [] });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(/gave no answer within 5 s, so it is no sandbox/);
    expect(asked.every((ms) => ms <= 5000)).toBe(true);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("one %s ends watch, with 0", async (signal) => {
    onRequest = () => interrupt(signal);
    expect(await called(["watch", "new-sleep-log", "--sandbox-url", url]))
      .toMatchObject({ code: 0, said: [], printed: [] });
    expect(exit).not.toHaveBeenCalled();
  });

  it("an answer that leads elsewhere is not followed", async () => {
    const asked: unknown[] = [];
    onRequest = (request, response) => {
      asked.push(request.url);
      response.writeHead(302, { location: `${url}/elsewhere` }).end();
    };
    const { code, said } = await called(["run", "get-profile", "--sandbox-url", url]);
    expect([code, asked]).toEqual([2, ["/_sandbox/state"]]);
    expect(said[0]).toContain(`No sandbox answers at ${url}`);
  });
});

describe("Ctrl-C while a poll never ends", () => {
  it("ends the process after half a minute, unless the poll ends before", () => {
    jest.useFakeTimers();
    const cases = [[29_999, false, 0], [30_000, false, 1], [60_000, true, 0]] as const;
    for (const [ms, isStopped, times] of cases) {
      jest.mocked(exit).mockClear();
      const { signal, stop } = onInterrupt();
      interrupt("SIGINT");
      expect(signal.aborted).toBe(true);
      if (isStopped) stop();
      jest.advanceTimersByTime(ms);
      expect(exit).toHaveBeenCalledTimes(times);
      stop();
    }
    jest.useRealTimers();
  });
});
