import deleteSleepLog from "../../actions/delete-sleep-log/delete-sleep-log";
import { api, errors } from "../support/api";
import { hostileIds } from "../support/hostile";
import { refusal, run, skipWaits } from "../support/step";

const path = (id: string) => `/1.2/user/-/sleep/${id}.json`;

describe("delete-sleep-log", () => {
  it.each([
    ["11 digits", "26013218219"],
    ["19 digits", "2369048793018741424"],
    ["20 digits, all that 64 bits hold", "18446744073709551615"],
  ])("deletes exactly the log of an id of %s", async (_, id) => {
    api({ method: "DELETE", path: path(id) });
    const { result, summary } = await run(deleteSleepLog, { sleepLogId: ` ${id} ` });
    expect(result).toEqual({ logId: id, deleted: true });
    expect(summary).toBe(`Deleted sleep log ${id}`);
  });

  it("takes an answer with a body for a success too", async () => {
    api({ method: "DELETE", path: path("12"), status: 200, body: { success: true } });
    const { result } = await run(deleteSleepLog, { sleepLogId: "12" });
    expect(result).toEqual({ logId: "12", deleted: true });
  });

  it("names the remedy for an id that is not there", async () => {
    const body = errors("not_found", "The resource does not exist", "logId");
    api({ method: "DELETE", path: path("12"), status: 404, body });
    const { error } = await run(deleteSleepLog, { sleepLogId: "12" });
    expect(error).toMatchObject({ name: "NotFoundError", code: "not_found", status: 404 });
    expect(error).toHaveProperty("message", expect.stringContaining("Check the id"));
  });

  it("is sent once, and a 502 says where to look", async () => {
    const waits = skipWaits();
    api({ method: "DELETE", path: path("12"), status: 502 });
    const { error } = await run(deleteSleepLog, { sleepLogId: "12" });
    expect(error).toMatchObject({ name: "ServerError", status: 502 });
    expect(error).toHaveProperty("message", expect.stringContaining(
      "The deletion may have been stored or changed all the same: look at List Sleep Logs",
    ));
    expect(waits).toEqual([]);
  });

  it.each(hostileIds)("refuses %s as an id before any request", async (_, id) => {
    const sentence = await refusal(deleteSleepLog, { sleepLogId: id });
    expect(sentence).toBe(
      `Sleep Log ID: ${JSON.stringify(id)} is not an id. Take \`logId\` from List Sleep Logs, such as 2369048793018741424.`,
    );
  });
});
