import * as deleteActivityLog from "../../actions/delete-activity-log/delete-activity-log";
import * as deleteSleepLog from "../../actions/delete-sleep-log/delete-sleep-log";
import { hostileIds } from "../support/hostile";
import { refusal } from "../support/step";
import { listed } from "./records";
import { api, points, run, twin } from "./support";

/** Long numbers with a sign, or with more digits than 64 bits hold, are words like others. */
const WORDS = ["a sign", "21 digits"];

describe.each([
  ["delete-activity-log", deleteActivityLog, "activityLogId", "exercise", "Activity Log ID: "],
  ["delete-sleep-log", deleteSleepLog, "sleepLogId", "sleep", "Sleep Log ID: "],
] as const)("%s", (_, module, prop, type, label) => {
  it.each([
    ["a long integer", "8808518358174752984"],
    ["a word in four parts, as documented", "a1b2c3d4-e5f6-7890-1234-567890abcdef"],
    ["capitals", "A1B2"],
    ["63 characters, the most there are", "a".repeat(63)],
  ])("takes an id of %s", async (__, id) => {
    api({
      method: "POST",
      path: `${points(type)}:batchDelete`,
      sent: { names: [`users/me/dataTypes/${type}/dataPoints/${id}`] },
      body: { done: true, response: { dataPoints: [listed(type, id)] } },
    });
    const { result } = await run(module, { [prop]: ` ${id} ` });
    expect(result).toEqual({ logId: id, deleted: true });
  });

  it.each([
    ...hostileIds.filter(([what = ""]) => !WORDS.includes(what)),
    ["64 characters", "a".repeat(64)],
    ["an underscore", "a_b"],
  ])("refuses %s before any request", async (__, id) => {
    const sentence = await refusal(twin(module), { [prop]: id });
    expect(sentence).toContain(`${label}${JSON.stringify(id)} is not an id.`);
    expect(sentence).toContain("such as 8808518358174752984");
  });
});
