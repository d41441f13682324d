import newWeightLog from "../../sources/new-weight-log/new-weight-log";
import sample from "../../sources/new-weight-log/test-event";
import { api, errors } from "../support/api";
import { keysOf, PlayedSource } from "../support/source";

const LOGS = "/1/user/-/body/log/weight/date";

interface Log { date: string; time?: string; weight: number; fat?: number; source?: string }

function log({ date, time = "23:59:59", weight, fat, source = "API" }: Log) {
  return {
    bmi: 22.9, date, logId: Date.parse(`${date}T${time}Z`), source, time, weight, ...fat && { fat },
  };
}

/** Answers the one request of a poll. */
function weighed(...logs: Log[]) {
  api({ path: `${LOGS}/today/30d.json`, body: { weight: logs.map(log) } });
}

function inPounds(...logs: Log[]) {
  api({
    path: `${LOGS}/today/30d.json`, unitSystem: "en_US", body: { weight: logs.map(log) },
  });
}

/** The question for the user's offset. */
const OFFSET = {
  path: "/1/user/-/activities/list.json",
  query: { beforeDate: "2026-03-22", sort: "desc", limit: "1", offset: "0" },
};

const WALK = {
  logId: 1, activityName: "Walk", startTime: "2026-03-20T04:00:00.000-07:00", duration: 1,
};

const MORNING: Log = { date: "2026-03-19", time: "08:41:10", weight: 72.5, source: "AriaAir" };
const TYPED: Log = { date: "2026-03-20", weight: 72.4 };

async function deployed(props = {}) {
  const source = new PlayedSource(newWeightLog, { timeZone: "Europe/Berlin", ...props });
  weighed(MORNING);
  const first = await source.deploy("2026-03-20T12:00:00Z");
  return { source, first };
}

const id = ({ date, time = "23:59:59" }: Log) => String(Date.parse(`${date}T${time}Z`));

describe("New Weight Log", () => {
  it("tells of recent weighings on deploy, in the user's own time", async () => {
    const { first } = await deployed();
    expect(first).toMatchObject({
      ids: [id(MORNING)],
      summaries: ["72.5 kg, BMI 22.9 on 2026-03-19"],
      times: ["2026-03-19T07:41:10.000Z"],
    });
  });

  it("costs one request while nothing is new, at whatever hour the poll before was", async () => {
    const { source } = await deployed();
    for (const now of ["2026-03-20T12:15:00Z", "2026-03-20T23:59:00Z", "2026-03-21T23:58:00Z"]) {
      weighed(MORNING);
      expect(await source.poll(now)).toMatchObject({ ids: [], error: undefined });
    }
  });

  it("tells at once of one without a time, which stands at the end of a day that goes on", async () => {
    const { source } = await deployed();
    weighed(MORNING, TYPED);
    expect(await source.poll("2026-03-20T12:15:00Z")).toMatchObject({
      ids: [id(TYPED)], times: ["2026-03-20T12:15:00.000Z"],
    });
  });

  it("asks for the user's offset when one is told of, and only then", async () => {
    const source = new PlayedSource(newWeightLog);
    weighed();
    await source.deploy("2026-03-20T12:00:00Z");
    weighed({ date: "2026-03-20", time: "03:00:00", weight: 72 });
    api({ ...OFFSET, body: { activities: [WALK], pagination: {} } });
    expect((await source.poll("2026-03-20T12:15:00Z")).times).toEqual(["2026-03-20T10:00:00.000Z"]);
  });

  it("takes local times for those of UTC where nothing tells the offset", async () => {
    const source = new PlayedSource(newWeightLog);
    weighed(MORNING);
    api({ ...OFFSET, status: 403, body: errors("insufficient_scope", "No permission") });
    expect((await source.deploy("2026-03-20T12:00:00Z")).times).toEqual(["2026-03-19T08:41:10.000Z"]);
  });

  it("tells of several of one second, each once", async () => {
    const { source } = await deployed();
    weighed(MORNING, TYPED, { ...TYPED, weight: 72.1 });
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual([id(TYPED), `${id(TYPED)}-2`]);
    weighed(MORNING, TYPED, { ...TYPED, weight: 72.1 }, TYPED);
    expect((await source.poll("2026-03-20T12:30:00Z")).ids).toEqual([`${id(TYPED)}-3`]);
    weighed(MORNING, TYPED);
    expect((await source.poll("2026-03-20T12:45:00Z")).ids).toEqual([]);
  });

  it("tells of none again that is corrected, or told in another unit", async () => {
    const { source } = await deployed();
    inPounds({ ...MORNING, weight: 159.8 });
    const pounds = new PlayedSource(newWeightLog, { unitSystem: "en_US" });
    pounds.state = source.state;
    expect((await pounds.poll("2026-03-20T12:15:00Z")).ids).toEqual([]);
  });

  it("says a weight in the unit that was chosen", async () => {
    const source = new PlayedSource(newWeightLog, {
      unitSystem: "en_US", timeZone: "Europe/Berlin",
    });
    inPounds({ ...TYPED, weight: 159.8, fat: 18.4 });
    expect((await source.deploy("2026-03-20T12:15:00Z")).summaries)
      .toEqual(["159.8 lb, BMI 22.9, 18.4 % body fat on 2026-03-20"]);
  });

  it("tells of one that is 26 days late, and of none that is older", async () => {
    const { source } = await deployed();
    const late = { date: "2026-02-22", time: "08:00:00", weight: 73 };
    weighed({ ...late, date: "2026-02-20" }, late, MORNING);
    expect((await source.poll("2026-03-20T12:15:00Z")).ids).toEqual([id(late)]);
  });

  it("reads what came while it was not polled for weeks, in pieces that the API allows", async () => {
    const { source } = await deployed();
    const lateInPause = { date: "2026-03-01", time: "08:00:00", weight: 73 };
    weighed({ ...TYPED, date: "2026-05-02" });
    api({ path: `${LOGS}/2026-03-06/2026-04-05.json`, body: { weight: [log(TYPED), log(MORNING)] } });
    api({ path: `${LOGS}/2026-02-21/2026-03-05.json`, body: { weight: [log(lateInPause)] } });
    expect((await source.poll("2026-05-04T12:00:00Z")).ids)
      .toEqual([id(lateInPause), id(TYPED), id({ ...TYPED, date: "2026-05-02" })]);
  });

  it("works a backlog off from its oldest day up", async () => {
    const { source } = await deployed();
    const days = (month: string) => Array.from({ length: 28 }, (_, i): Log => (
      { date: `2026-${month}-${String(i + 1).padStart(2, "0")}`, time: "08:00:00", weight: 72 }
    ));
    const [march, april] = [days("03"), days("04")];
    const answer = () => {
      weighed(...april.slice(5));
      api({
        path: `${LOGS}/2026-03-06/2026-04-05.json`,
        body: { weight: [...march.slice(5), ...april.slice(0, 5)].map(log) },
      });
      api({
        path: `${LOGS}/2026-02-21/2026-03-05.json`, body: { weight: march.slice(0, 5).map(log) },
      });
    };
    answer();
    const first = await source.poll("2026-05-04T12:00:00Z");
    expect(first.ids).toEqual([...march, ...april].slice(0, 50).map(id));
    weighed(...april.slice(5));
    expect((await source.poll("2026-05-04T12:15:00Z")).ids)
      .toEqual([...march, ...april].slice(50).map(id));
  });

  it("makes no id up, and tells of the good ones around what cannot be read", async () => {
    const { source } = await deployed();
    const { logId, ...nameless } = log(TYPED);
    expect(logId).toBe(Number(id(TYPED)));
    const odd = { ...log({ ...TYPED, time: "8 o'clock" }), logId: 5 };
    const weight = [nameless, null, { ...log(MORNING), weight: "heavy" }, odd, log(MORNING)];
    api({ path: `${LOGS}/today/30d.json`, body: { weight } });
    expect(await source.poll("2026-03-20T12:15:00Z")).toMatchObject({ ids: [], error: undefined });
    expect(source.logged).toEqual([
      expect.stringContaining("Left out of the weight logs: 3 of 5"),
      "Records that lack an id or a time were left out: 1.",
    ]);
  });

  it.each([
    [401, errors("expired_token", "Access token expired"), "Reconnect the Fitbit account"],
    [410, "<html>Gone</html>", "google_health-new-weight-log"],
  ])("says what to do after a %i, and changes nothing", async (status, body, remedy) => {
    const { source } = await deployed();
    const before = JSON.stringify(source.state);
    api({ path: `${LOGS}/today/30d.json`, status, body });
    expect((await source.poll("2026-03-20T12:15:00Z")).error).toContain(remedy);
    expect(JSON.stringify(source.state)).toBe(before);
  });

  it("emits events in the shape of its sample", async () => {
    const { source } = await deployed();
    weighed(MORNING, { ...TYPED, fat: 18.4 });
    const { events: [event] } = await source.poll("2026-03-20T12:15:00Z");
    expect(keysOf(event).sort()).toEqual(keysOf(sample));
  });
});
