import { dayText, parseDay } from "../../local/sandbox/person/days";
import { Person } from "../../local/sandbox/person/person";
import { type Level, type LevelSpan, summarize } from "../../local/sandbox/person/sleep-levels";
import type { Exercise, Sleep } from "../../local/sandbox/person/truth";
import { useSandbox } from "./support";

const NOW = Date.parse("2026-03-20T09:00:00Z");
const MINUTE = 60_000;
const day = (text: string): number => parseDay(text) ?? NaN;
const history = (person: Person): number[] =>
  Array.from({ length: 400 }, (_, i) => person.today - 400 + i);

describe.each([1, 2, 4])("the person of seed %i", (seed) => {
  const person = new Person(seed, NOW);
  const { timeline } = person;

  it("is the same each time, and another for another seed", () => {
    const story = (p: Person): unknown => [
      p.profile, p.exercises(), p.sleeps().map((s) => [s, p.levelsOf(s)]), p.weighings(),
      history(p).slice(-40).map((d) => p.dayTotals(d)),
    ];
    // Looked at in another order, the story is the same.
    const again = new Person(seed, NOW);
    history(again).reverse().forEach((d) => again.dayTotals(d));
    expect(JSON.stringify(story(again))).toBe(JSON.stringify(story(person)));
    expect(new Person(seed + 1, NOW).exercises()).not.toEqual(person.exercises());
  });

  it("has a day's totals that are the sums of its minutes", () => {
    for (const d of history(person).filter((_, i) => i % 80 === 0)) {
      const { from, to } = person.spanOf(d);
      const whole = person.dayTotals(d);
      let [steps, metres, kcal, minutes] = [0, 0, 0, 0];
      for (let at = from; at < to; at += MINUTE) {
        const one = person.totals({ from: at, to: at + MINUTE });
        steps += one.steps;
        metres += one.metres;
        kcal += one.kcal;
        minutes += one.minutes;
      }
      expect([whole.steps, whole.minutes]).toEqual([steps, minutes]);
      expect(whole.metres).toBeCloseTo(metres, 4);
      expect(whole.kcal).toBeCloseTo(kcal, 4);
      const byLevel = whole.levelMinutes.reduce((a, b) => a + b);
      expect(whole.minutes - byLevel).toBeGreaterThanOrEqual(0);
      expect(whole.zoneMinutes.reduce((a, b) => a + b)).toBe(whole.wornMinutes);
    }
  });

  it("has exercises whose figures are those of their minutes", () => {
    for (const exercise of person.exercises().filter(({ origin }) => origin !== "manual")) {
      const { start, end } = exercise;
      const from = Math.floor(start / MINUTE) * MINUTE;
      const to = Math.ceil(end / MINUTE) * MINUTE;
      const { heartBeats, ...effort } = person.effortOf(exercise);
      expect(person.totals({ from, to })).toEqual({ heartBeats, ...effort });
      expect(effort.activeMinutes).toBe(effort.minutes);
    }
  });

  it("takes no steps asleep, and sleeps at one time only", () => {
    const sleeps = person.sleeps();
    for (const [i, { start, end }] of sleeps.entries()) {
      const whole = {
        from: Math.ceil(start / MINUTE) * MINUTE, to: Math.floor(end / MINUTE) * MINUTE,
      };
      expect(person.totals(whole)).toMatchObject({ steps: 0, floors: 0, activeMinutes: 0 });
      expect(sleeps[i + 1]?.start ?? Infinity).toBeGreaterThan(end);
    }
    const clash = (a: Exercise, b: Sleep): boolean => a.start < b.end && b.start < a.end;
    expect(person.exercises().filter((e) => sleeps.some((s) => clash(e, s)))).toEqual([]);
  });

  it("burns at no time less than at rest", () => {
    for (const d of history(person).slice(-30)) {
      const { from, to } = person.spanOf(d);
      for (let hour = from; hour < to; hour += 60 * MINUTE) {
        const { kcal, basalKcal } = person.totals({ from, to: hour + 60 * MINUTE });
        expect(kcal).toBeGreaterThanOrEqual(basalKcal);
      }
    }
  });

  it("has levels that tile each sleep, with the short wakes inside them", () => {
    const ends = ({ start, seconds }: LevelSpan): number => start + seconds * 1000;
    const wrong = person.sleeps().filter((sleep) => {
      const { spans, short } = person.levelsOf(sleep);
      const step = sleep.kind === "stages" ? 30 : 60;
      const tiled = spans.every((span, i) => span.seconds % step === 0
        && ends(span) === (spans[i + 1]?.start ?? sleep.end));
      const inside = short.every((wake) => wake.seconds <= 180 && spans.some((span) =>
        span.level !== "wake" && span.start <= wake.start && ends(wake) <= ends(span)));
      return !tiled || !inside || spans[0]?.start !== sleep.start;
    });
    expect(wrong).toEqual([]);
  });

  it("has levels that are counted half minute by half minute, short wakes as wakes", () => {
    for (const sleep of person.sleeps()) {
      const { spans, short, summary } = person.levelsOf(sleep);
      const painted: string[] = [];
      for (const { level, start, seconds } of [...spans, ...short]) {
        const from = (start - sleep.start) / 30_000;
        for (let i = 0; i < seconds / 30; i += 1) painted[from + i] = level;
      }
      for (const [level, { count, minutes }] of Object.entries(summary)) {
        const is = painted.map((one) => one === level);
        const halves = is.filter(Boolean).length;
        const even = [0, 0, 1, 2].map((rest) => Math.floor(halves / 4) * 2 + rest)[halves % 4];
        const runs = is.filter((now, i) => now && !is[i - 1]).length;
        expect([sleep, level, minutes, count]).toEqual([sleep, level, even, runs]);
      }
    }
  });

  it("has a main sleep each worn night, naps, second sleeps, and nights without stages", () => {
    const sleeps = person.sleeps();
    const ended = new Set(sleeps.map(({ end }) => timeline.dayOf(end)));
    const worn = history(person).slice(1).filter((d) => person.dayTotals(d).wornMinutes > 0);
    expect(worn.filter((d) => !ended.has(d))).toEqual([]);
    const count = (test: (s: Sleep) => boolean): number => sleeps.filter(test).length;
    expect(count(({ lack }) => lack === "too short")).toBeGreaterThan(30);
    expect(count(({ lack }) => lack === "heart data")).toBeGreaterThan(3);
    const staged = sleeps.filter(({ kind }) => kind === "stages")
      .map(({ end }) => timeline.dayOf(end));
    expect(staged.length - new Set(staged).size).toBeGreaterThan(3);
    const overMidnight = count((s) => timeline.dayOf(s.start) < timeline.dayOf(s.end));
    expect(overMidnight).toBeGreaterThan(100);
  });

  it("has more than a hundred exercises of all kinds, and weighings twice a week", () => {
    const recorded = person.exercises().filter(({ by }) => by === undefined);
    expect(recorded.length).toBeGreaterThan(100);
    expect(new Set(recorded.map(({ kind }) => kind)).size).toBe(8);
    expect(person.weighings().length).toBeGreaterThan(90);
  });

  it("has a few days without the watch: no minutes, no sleep, no exercise", () => {
    const off = history(person).filter((d) => person.dayTotals(d).wornMinutes === 0);
    expect(off.length).toBeGreaterThan(5);
    expect(off.length).toBeLessThan(40);
    for (const d of off) {
      const totals = person.dayTotals(d);
      expect(totals).toMatchObject({ steps: 0, metres: 0, activeKcal: 0 });
      expect(totals.kcal).toBe(totals.basalKcal);
      expect(person.restingHeartRate(d)).toBeUndefined();
      expect(person.sleeps().filter(({ end }) => timeline.dayOf(end) === d)).toEqual([]);
      expect(person.exercises().filter((e) => timeline.dayOf(e.start) === d)).toEqual([]);
    }
  });

  it("sleeps over each change of the clocks: daylight saving, there and back", () => {
    const odd = history(person).filter((d) => {
      const { from, to } = person.spanOf(d);
      return to - from !== 24 * 60 * MINUTE;
    });
    const offset = (instant: number): number => timeline.offsetAt(instant);
    const changes = person.sleeps().filter(({ start, end }) => offset(start) !== offset(end));
    // Two daylight-saving changes at least, and two flights.
    expect(changes.length).toBeGreaterThanOrEqual(4);
    expect(odd.length).toBeGreaterThanOrEqual(4);
    const trip = person.sleeps().map(({ end }) => timeline.zoneAt(end));
    expect(trip.filter((zone) => zone !== person.timeZone).length).toBeGreaterThanOrEqual(9);
  });

  it("has days that follow on one another without a gap", () => {
    const wrong = history(person).filter((d) => {
      const { from, to } = person.spanOf(d);
      return timeline.dayOf(from) !== d || timeline.dayOf(to - MINUTE) !== d
        || person.dayTotals(d).minutes !== (to - from) / MINUTE;
    });
    expect(wrong).toEqual([]);
  });
});

it("records nothing while the watch lies about, and forgets nothing that was synced", () => {
  const person = new Person(1, NOW);
  const { today } = person;
  const steps = (d: number): number => person.dayTotals(d).steps;
  const before = steps(today);
  const { from, to } = person.spanOf(today + 1);
  person.takeOff({ from: from - 48 * 60 * MINUTE, to });
  person.moveClock(to + 24 * 60 * MINUTE);
  person.sync({ from: -Infinity, to: person.now });
  expect(before).toBeGreaterThan(0);
  expect([today, today + 1].map(steps)).toEqual([before, 0]);
  expect(steps(today + 2)).toBeGreaterThan(0);
  const during = [...person.sleeps(), ...person.exercises()]
    .filter(({ origin, start }) => origin !== "manual" && start > NOW && start < to);
  expect(during).toEqual([]);
});

it("counts a night as one that was recorded was counted", () => {
  const spans: LevelSpan[] = [];
  const add = (level: Level, seconds: number): void => {
    const last = spans.at(-1);
    spans.push({ level, start: last ? last.start + last.seconds * 1000 : 0, seconds });
  };
  const wakes: LevelSpan[] = [];
  const wake = (after: number, seconds: number): void => {
    wakes.push({ level: "wake", start: (spans.at(-1)?.start ?? 0) + after * 1000, seconds });
  };
  add("wake", 330);
  add("light", 6000);
  wake(600, 120);
  add("deep", 4770);
  wake(4590, 180);
  add("light", 7050);
  wake(0, 90);
  for (const after of [600, 1200, 1800, 2400]) wake(after, 150);
  add("rem", 6000);
  wake(1000, 270);
  add("wake", 870);
  expect(summarize(spans, wakes, ["deep", "light", "rem", "wake"])).toEqual({
    deep: { count: 1, minutes: 76 },
    light: { count: 7, minutes: 204 },
    rem: { count: 2, minutes: 96 },
    wake: { count: 10, minutes: 41 },
  });
});

describe("the person of seed 1 over HTTP", () => {
  const client = useSandbox();

  it("is in the middle of a morning: the night has synced, and some steps", async () => {
    const { sleep } = await client.get("/1.2/user/-/sleep/date/2026-03-20.json");
    expect(sleep).toEqual([expect.objectContaining({
      dateOfSleep: "2026-03-20", isMainSleep: true, type: "stages",
    })]);
    expect(sleep[0].endTime < "2026-03-20T08:00:00.000").toBe(true);
    expect(Number(await client.valueOf("steps", "2026-03-20"))).toBeGreaterThan(500);
    const { user } = await client.get("/1/user/-/profile.json");
    expect(user).toMatchObject({
      timezone: "Europe/Berlin", distanceUnit: "METRIC", weightUnit: "METRIC",
    });
  });

  it.each([
    ["2025-03-30", 23 * 60], ["2025-10-26", 25 * 60],
    ["2026-02-03", 30 * 60], ["2026-02-13", 18.5 * 60], ["2026-03-02", 24 * 60],
  ])("lives %s for %i minutes", async (date, minutes) => {
    const { summary } = await client.get(`/1/user/-/activities/date/${date}.json`);
    const active = summary.sedentaryMinutes + summary.lightlyActiveMinutes
      + summary.fairlyActiveMinutes + summary.veryActiveMinutes;
    const zones = summary.heartRateZones.reduce((sum, zone) => sum + zone.minutes, 0);
    expect(zones).toBe(minutes);
    expect(active).toBeLessThan(minutes);
    expect(active).toBeGreaterThan(minutes - 700);
  });

  it("tells durations in real time over a change of the clocks", async () => {
    /** How many hours more the clocks show than have passed. */
    const gained = async (date: string): Promise<number> => {
      const { sleep } = await client.get(`/1.2/user/-/sleep/date/${date}.json`);
      const { startTime, endTime, duration } = sleep.find((s) => s.isMainSleep) ?? sleep[0];
      return (Date.parse(`${endTime}Z`) - Date.parse(`${startTime}Z`) - duration) / 3_600_000;
    };
    const nights = ["2025-03-30", "2025-10-26", "2026-02-03", "2026-02-13", "2026-03-02"];
    expect(await Promise.all(nights.map(gained))).toEqual([1, -1, -6, 6, 0]);
  });

  it("says the same in the summary, in the series and in the sum of UTC days", async () => {
    const { summary } = await client.get("/1/user/-/activities/date/2026-02-08.json");
    const pairs: [string, number][] = [
      ["steps", summary.steps], ["calories", summary.caloriesOut], ["floors", summary.floors],
      ["activityCalories", summary.activityCalories], ["caloriesBMR", summary.caloriesBMR],
      ["minutesSedentary", summary.sedentaryMinutes], ["elevation", summary.elevation],
      ["minutesLightlyActive", summary.lightlyActiveMinutes],
      ["minutesFairlyActive", summary.fairlyActiveMinutes],
      ["minutesVeryActive", summary.veryActiveMinutes],
    ];
    for (const [name, value] of pairs) {
      expect([name, await client.valueOf(name, "2026-02-08")]).toEqual([name, String(value)]);
    }
    const { from, to } = client.sandbox.person.spanOf(day("2026-02-08"));
    const hours = (to - from) / 3_600_000;
    expect(hours).toBe(24);
    const { text } = await client.ask(
      "/1/user/-/activities/steps/date/2026-02-08/2026-02-08.json?timezone=UTC",
    );
    const midnight = Date.parse("2026-02-08T00:00:00Z");
    const utcDay = { from: midnight, to: midnight + 86_400_000 };
    const { steps } = client.sandbox.person.totals(utcDay);
    expect(JSON.parse(text)).toEqual({
      "activities-steps": [{ dateTime: "2026-02-08", value: String(steps) }],
    });
    expect(steps).not.toBe(summary.steps);
  });

  it("swims with strokes on the days of swimming alone", async () => {
    const rows = await client.series("swimming-strokes/date/today/1y");
    const { person } = client.sandbox;
    const swims = new Set(person.exercises().filter(({ kind }) => kind === "swim")
      .map(({ start }) => dayText(person.timeline.dayOf(start))));
    expect(rows.filter(({ value, dateTime }) => (value !== "0") !== swims.has(dateTime))).toEqual([]);
    expect(swims.size).toBeGreaterThan(5);
  });

  it("shows goals for today and the 21 days before, and nothing of the future", async () => {
    for (const [date, shown] of [
      ["2026-03-20", true], ["2026-02-27", true], ["2026-02-26", false], ["2026-03-21", false],
    ] as const) {
      const body = await client.get(`/1/user/-/activities/date/${date}.json`);
      expect([date, "goals" in body]).toEqual([date, shown]);
    }
    const { summary } = await client.get("/1/user/-/activities/date/2026-03-21.json");
    expect(summary).toMatchObject({ steps: 0, caloriesOut: 0, sedentaryMinutes: 0 });
  });
});
