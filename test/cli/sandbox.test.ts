import { fitbit, runSandbox } from "./command";

describe("fitbit sandbox", () => {
  it("listens, says what to try, refuses its port to another, and ends with Ctrl-C", async () => {
    const { url, printed, interrupt } = await runSandbox(["--seed", "3", "--now", "2026-04-01T12:00:00+02:00"]);
    expect(printed).toMatch(/^The sandbox listens at http:\/\/127\.0\.0\.1:\d+\n/);
    expect(printed).toContain(`curl -H "Authorization: Bearer sandbox" ${url}/1/user/-/profile.json`);
    expect(printed).toContain(`--sandbox-url ${url}`);
    expect(printed).toContain("/_sandbox/reset");

    const state: unknown = await (await fetch(`${url}/_sandbox/state`)).json();
    expect(state).toMatchObject({ seed: 3, now: "2026-04-01T10:00:00Z" });

    const { port } = new URL(url);
    const second = await fitbit(["sandbox", "--port", port]);
    expect(second).toEqual({
      code: 2,
      stdout: "",
      stderr: `Port ${port} is in use: choose another with --port.\n`,
    });
    expect(await interrupt()).toBe(0);
  });
});
