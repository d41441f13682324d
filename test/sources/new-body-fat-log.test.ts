import newBodyFatLog from "../../sources/new-body-fat-log/new-body-fat-log";
import sample from "../../sources/new-body-fat-log/test-event";
import { api } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";

const LOGS = "/1/user/-/body/log/fat/date";

interface Log { date: string; time?: string; fat: number }

const log = ({ date, time = "23:59:59", fat }: Log) => (
  { date, fat, logId: Date.parse(`${date}T${time}Z`), source: "AriaAir", time }
);

/** Answers the one request of a poll. */
function measured(...logs: Log[]) {
  api({ path: `${LOGS}/today/30d.json`, body: { fat: logs.map(log) } });
}

const id = ({ date, time = "23:59:59" }: Log) => String(Date.parse(`${date}T${time}Z`));

const MORNING: Log = { date: "2026-03-19", time: "08:41:10", fat: 18.4 };
const LATER: Log = { date: "2026-03-20", fat: 18.2 };

async function deployed() {
  const source = new PlayedSource(newBodyFatLog, { timeZone: "Europe/Berlin" });
  measured(MORNING);
  const first = await source.deploy("2026-03-20T12:00:00Z");
  return { source, first };
}

describe("New Body Fat Log", () => {
  it("tells of recent measurements on deploy, in the user's own time", async () => {
    const { first } = await deployed();
    expect(first).toMatchObject({
      ids: [id(MORNING)],
      summaries: ["18.4 % body fat on 2026-03-19"],
      times: ["2026-03-19T07:41:10.000Z"],
    });
    expect(keysOf(first.events[0]).sort()).toEqual(keysOf(sample));
  });

  it("tells of each new one once, in one request a poll", async () => {
    const { source } = await deployed();
    measured(MORNING, LATER, { ...LATER, fat: 18.3 });
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual([id(LATER), `${id(LATER)}-2`]);
    measured(MORNING, LATER, { ...LATER, fat: 18.3 });
    expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual([]);
  });

  it("reads what came while it was not polled, in pieces of the thirty days that are allowed", async () => {
    const { source } = await deployed();
    measured();
    api({ path: `${LOGS}/2026-03-07/2026-04-05.json`, body: { fat: [log(MORNING), log(LATER)] } });
    api({ path: `${LOGS}/2026-02-21/2026-03-06.json`, body: { fat: [] } });
    expect((await source.poll("2026-05-04T12:00:00Z")).ids).toEqual([id(LATER)]);
  });
});
