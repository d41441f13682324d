import newWaterLog from "../../sources/new-water-log/new-water-log";
import sample from "../../sources/new-water-log/test-event";
import { keysOf, PlayedSource } from "../support/source";
import { Diary } from "./diary";

async function deployed() {
  const diary = new Diary("water");
  diary.log("2026-03-18", { id: 1, value: 330 });
  diary.log("2026-03-20", { id: 2, value: 500 });
  const source = new PlayedSource(newWaterLog);
  const first = await source.deploy("2026-03-20T19:00:00Z");
  diary.requests();
  return { diary, source, first };
}

describe("New Water Log", () => {
  it("tells of the water of the last days on deploy, at noon of its day", async () => {
    const { first } = await deployed();
    expect(first).toMatchObject({
      ids: ["1", "2"],
      summaries: ["330 ml of water on 2026-03-18", "500 ml of water on 2026-03-20"],
      times: ["2026-03-18T19:00:00.000Z", "2026-03-20T19:00:00.000Z"],
      events: [
        { amount: 330, logDate: "2026-03-18", logId: "1" },
        { amount: 500, logDate: "2026-03-20", logId: "2" },
      ],
    });
  });

  it("costs two requests while nothing is new, and three when water of an earlier day is", async () => {
    const { diary, source } = await deployed();
    expect((await source.poll("2026-03-20T19:15:00Z")).ids).toEqual([]);
    expect(diary.requests()).toEqual(["since 2026-03-05", "2026-03-20"]);
    diary.log("2026-03-18", { id: 3, value: 250 });
    expect((await source.poll("2026-03-20T19:30:00Z")).ids).toEqual(["3"]);
    expect(diary.requests()).toEqual(["since 2026-03-05", "2026-03-18", "2026-03-20"]);
  });

  it("does not tell again of one that is changed", async () => {
    const { diary, source } = await deployed();
    diary.days["2026-03-18"] = [{ id: 1, value: 400 }];
    expect((await source.poll("2026-03-20T19:15:00Z")).ids).toEqual([]);
  });

  it("goes on where the user's today is a day that was over already, on a journey westward", async () => {
    const { diary, source } = await deployed();
    diary.today = "2026-03-19";
    expect(await source.poll("2026-03-20T10:30:00Z")).toMatchObject({ ids: [], error: undefined });
    diary.log("2026-03-19", { id: 3, value: 200 });
    expect((await source.poll("2026-03-20T10:45:00Z")).ids).toEqual(["3"]);
  });

  it("emits events in the shape of its sample", async () => {
    const { first } = await deployed();
    expect(Object.keys(sample)).toEqual(expect.arrayContaining(keysOf(first.events[0])));
  });
});
