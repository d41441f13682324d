import { dayText } from "../../local/sandbox/person/days";
import { Person } from "../../local/sandbox/person/person";
import { type Sleep, useFreshSandbox } from "./support";

const HOUR = 3_600_000;
const SLEEPS = "/1.2/user/-/sleep/list.json?afterDate=2026-03-20&sort=asc&limit=20&offset=0";

describe("travel", () => {
  const client = useFreshSandbox({ seed: 4, now: "2026-03-20T16:00:00Z" });
  const sleeps = async (): Promise<Sleep[]> => (await client.get(SLEEPS)).sleep;
  const travel = (timeZone: string) => client.control("changes", [{ change: "travel", timeZone }]);
  const clock = (now: string) => client.control("clock", { now });

  it("west brings a local time back: both nights of it are listed", async () => {
    await travel("Asia/Tokyo");
    await clock("2026-03-20T21:10:00Z");
    const plane = { start: "2026-03-21T01:30:00", minutes: 270 };
    await client.control("records", [{ type: "sleep", ...plane, synced: true }]);
    await travel("America/Los_Angeles");
    expect(await client.state()).toMatchObject({ timeZone: "America/Los_Angeles" });
    await clock("2026-03-21T15:00:00Z");
    const night = { start: "2026-03-20T23:00:00", minutes: 480 };
    await client.control("records", [{ type: "sleep", ...night, synced: true }]);
    const known = (await sleeps()).map(({ startTime, endTime }) => [startTime, endTime]);
    expect(known).toContainEqual(["2026-03-21T01:30:00.000", "2026-03-21T06:00:00.000"]);
    expect(known).toContainEqual(["2026-03-20T23:00:00.000", "2026-03-21T07:00:00.000"]);
  });

  it("while asleep ends a sleep by other clocks than it began", async () => {
    await travel("Asia/Tokyo");
    await clock("2026-03-20T22:00:00Z");
    const start = "2026-03-21T01:30:00";
    await travel("America/New_York");
    await clock("2026-03-20T23:00:00Z");
    await client.control("records", [{ type: "sleep", start, minutes: 330, synced: true }]);
    expect(await sleeps()).toContainEqual(expect.objectContaining({
      startTime: `${start}.000`, endTime: "2026-03-20T18:00:00.000", duration: 330 * 60_000,
      dateOfSleep: "2026-03-20",
    }));
  });
});

describe.each(["Pacific/Auckland", "Pacific/Honolulu", "Asia/Kolkata"])(
  "a person who flies to %s", (zone) => {
    const now = Date.UTC(2026, 2, 20, 9);
    const lived = (person: Person) => [...person.exercises(), ...person.sleeps()]
      .map(({ key, start, end }) => `${key} ${start} ${end}`);

    it("keeps what was, and lives on without sleeping twice at once", () => {
      const person = new Person(1, now);
      const before = lived(person);
      person.moveTo(zone);
      expect(lived(person)).toEqual(before);
      person.moveClock(now + 96 * HOUR);
      person.sync({ from: -Infinity, to: Infinity });
      const after = lived(person);
      expect(after.slice(0, 5)).toEqual(before.slice(0, 5));
      expect(before.filter((record) => !after.includes(record))).toEqual([]);
      const sleeps = person.sleeps();
      const slept = before.filter((record) => record.startsWith("sleep"));
      expect(sleeps.length).toBeGreaterThan(slept.length + 1);
      expect(sleeps.filter(({ start }, i) => start < (sleeps[i - 1]?.end ?? 0))).toEqual([]);
    });

    it("has every minute in one day or another", () => {
      const person = new Person(1, now);
      person.moveTo(zone);
      person.moveClock(now + 60 * HOUR);
      person.sync({ from: -Infinity, to: Infinity });
      const span = { from: now - 24 * HOUR, to: now + 48 * HOUR };
      expect(person.totals(span).minutes).toBe(72 * 60);
      const first = person.timeline.dayIn(span.from);
      const last = person.timeline.dayIn(span.to - 1);
      const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
      const days = numbers.map((day) => person.spanOf(day));
      expect(days.every(({ from, to }) => from <= to)).toBe(true);
      expect(days.slice(1).map(({ from }) => from))
        .toEqual(days.slice(0, -1).map(({ to }) => to));
      expect(dayText(person.timeline.dayOf(now))).toMatch(/^2026-03-(19|20)$/);
    });
  },
);
