import { ApiError } from "../../common/wire/errors";
import { writeOnce } from "../../common/write-once";

const stored = { sleep: { logId: "1" } };
const made = { sleep: { logId: "2" } };

/** Writes what was looked for with the outcome given; says what came of it. */
async function written(found: () => Promise<typeof stored | undefined>, skip = true) {
  const create = jest.fn(() => Promise.resolve({ data: made }));
  const find = jest.fn(found);
  const answer = await writeOnce(skip, { find, create });
  return { answer, looked: find.mock.calls.length, wrote: create.mock.calls.length };
}

const failing = (error: Error) => () => Promise.reject(error);

describe("a log that is written once", () => {
  it("is written where it is not there", async () => {
    expect(await written(() => Promise.resolve(undefined)))
      .toEqual({ answer: { data: made }, looked: 1, wrote: 1 });
  });

  it("is given, and not written, where it is", async () => {
    expect(await written(() => Promise.resolve(stored)))
      .toEqual({ answer: { data: { ...stored, alreadyLogged: true } }, looked: 1, wrote: 0 });
  });

  it("is written without a look for who wants that", async () => {
    expect(await written(() => Promise.resolve(stored), false))
      .toEqual({ answer: { data: made }, looked: 0, wrote: 1 });
  });

  it.each([
    ["missing_scope", { part: "alreadyLogged", why: "scope", scope: "sleep.readonly" }],
    ["forbidden", { part: "alreadyLogged", why: "refused" }],
  ] as const)("is written where looking is refused (%s), and says so", async (code, lost) => {
    const refusal = new ApiError(code, "No.", { scope: "sleep.readonly" });
    expect(await written(failing(refusal)))
      .toEqual({ answer: { data: made, missing: [lost] }, looked: 1, wrote: 1 });
  });

  it("is not written where looking failed: nobody knows then whether it is there", async () => {
    await expect(written(failing(new ApiError("server_error", "It failed.")))).rejects.toThrow("It failed.");
    await expect(written(failing(new TypeError("A bug.")))).rejects.toThrow("A bug.");
  });

  it("names what else the answer lacks", async () => {
    const lacking = { data: made, missing: [{ part: "sleep", why: "failed" }] } as const;
    const refusal = new ApiError("forbidden", "No.");
    const answer = await writeOnce(true, {
      find: failing(refusal),
      create: () => Promise.resolve({ ...lacking, missing: [...lacking.missing] }),
    });
    expect(answer.missing).toEqual([
      { part: "alreadyLogged", why: "refused" }, ...lacking.missing,
    ]);
  });
});
