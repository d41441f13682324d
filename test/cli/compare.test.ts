import { compared } from "../../local/cli/compare";

const night = { logId: "1", efficiency: 90, infoCode: 0, duration: 60, levels: {
  summary: { deep: { minutes: 1, thirtyDayAvgMinutes: 2 } },
} };
const twin = { logId: "2", infoCode: 0, duration: 60, levels: { summary: { deep: { minutes: 1 } } } };

describe("two answers to the same question", () => {
  it("agree but for ids, and for what the table calls absent", () => {
    expect(compared("sleepLog", [night], [twin])).toEqual({
      same: ["infoCode", "duration", "levels"],
      absent: ["`efficiency`", "thirty-day averages"],
      approximate: [],
      wrong: [],
    });
  });

  it("may differ in what the table calls approximate", () => {
    expect(compared("sleepLog", [night], [{ ...twin, infoCode: 1 }]).approximate).toEqual(["`infoCode`"]);
  });

  it("may differ in a part of a field that the table calls approximate, and in no other", () => {
    const off = (figures: object) => ({ ...twin, levels: { summary: { deep: figures } } });
    expect(compared("sleepLog", [night], [off({ minutes: 2 })]))
      .toMatchObject({ approximate: ["minutes of a night"], wrong: [] });
    expect(compared("sleepLog", [night], [off({ minutes: 2, count: 3 })]))
      .toMatchObject({ approximate: [], wrong: ["levels"] });
  });

  it.each([
    ["another value", [{ ...twin, duration: 61 }], ["duration"]],
    ["another value within", [{ ...twin, levels: {} }], ["levels"]],
    ["a field more", [{ ...twin, more: 1 }], ["more"]],
    ["an absent field made up", [{ ...twin, efficiency: 0 }], ["efficiency"]],
    ["no record", [], ["infoCode", "duration", "levels"]],
  ])("are told apart by %s", (_, there, wrong) => {
    const { wrong: found, approximate } = compared("sleepLog", [night], there);
    expect([...approximate.length > 0 ? ["infoCode"] : [], ...found]).toEqual(wrong);
  });
});
