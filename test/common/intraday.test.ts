import { during, samplesOf } from "../../common/fitbit/intraday";
import { rolledUp, samplesOfType, valued } from "../../common/google-health/intraday";
import type { Requests } from "../../common/google-health/requests";
import {
  collectSamples, cutWindow, fromWholeSample, localMs, minuteAt, readWindow, windowAround,
  windowInWords, windowOf, windowSoFar, type Granularity, type LocalMinute, type Sample,
  type Samples, type Window,
} from "../../common/intraday";
import { numberOf } from "../../common/fields";
import type { Stop } from "../../common/ranges";
import { STEP_LIMITS } from "../../common/wire/budget";
import { ApiError } from "../../common/wire/errors";
import { api, app, between, points } from "../google-health/support";
import { given } from "../support/given";
import fc from "../support/properties";

const MINUTE_MS = 60_000;

/** `2026-03-20 07:00`, as a minute. */
function minute(text: string): LocalMinute {
  const [day = "", time = ""] = text.split(" ");
  return { day, time };
}

const windowFrom = (from: string, to: string): Window =>
  ({ from: minute(from), to: minute(to) });

const asGiven = (props: Record<string, unknown>) => readWindow({
  startDate: given(props.startDate),
  endDate: given(props.endDate),
  startTime: given(props.startTime),
  endTime: given(props.endTime),
});

const WHOLE = { from: "00:00", to: "23:59" };

describe("a window that a user writes", () => {
  it.each([
    [{}, { days: { from: { daysAgo: 0 }, to: { daysAgo: 0 } }, times: WHOLE }],
    [{ startDate: "yesterday" }, { days: { from: { daysAgo: 1 }, to: { daysAgo: 1 } }, times: WHOLE }],
    [{ endDate: "yesterday" }, { days: { from: { daysAgo: 1 }, to: { daysAgo: 1 } }, times: WHOLE }],
    [
      { startDate: "2026-03-19", endDate: "2026-03-20", startTime: "22:00", endTime: "6:30" },
      {
        days: { from: { date: "2026-03-19" }, to: { date: "2026-03-20" } },
        times: { from: "22:00", to: "06:30" },
      },
    ],
  ])("%j is read", (props, window) => {
    expect(asGiven(props)).toEqual(window);
  });

  it("passes midnight only where End Date is the next day", () => {
    const times = { startTime: "22:00", endTime: "06:30" };
    const sentence = "End Time (06:30) is before Start Time (22:00)";
    expect(() => asGiven({ startDate: "2026-03-20", ...times })).toThrow(sentence);
    expect(() => asGiven({ startDate: "2026-03-20", endDate: "2026-03-20", ...times })).toThrow(sentence);
  });

  const today = (range: object) =>
    ({ getCivilRange: () => Promise.resolve({ from: "2026-03-20", to: "2026-03-20", ...range }) });
  const call = { $: { export: () => undefined } };

  it("is of the days that are meant", async () => {
    const asked = asGiven({ startDate: "today", startTime: "07:00" });
    expect(await windowOf(today({}), asked, call)).toEqual(windowFrom("2026-03-20 07:00", "2026-03-20 23:59"));
  });

  it("is refused where its two days turn out to be one", async () => {
    const asked = asGiven({ startDate: "2026-03-20", endDate: "today", startTime: "22:00", endTime: "06:30" });
    await expect(windowOf(today({}), asked, call)).rejects.toThrow("End Time (06:30) is before");
    expect(await windowOf(today({ to: "2026-03-21" }), asked, call))
      .toEqual(windowFrom("2026-03-20 22:00", "2026-03-21 06:30"));
  });
});

describe("the window of a record", () => {
  it.each([
    ["2026-03-20T07:30:00.000-07:00", 1_800_000, "2026-03-20 07:30", "2026-03-20 07:59", -7],
    ["2026-03-20T07:30:25.000-07:00", 1_800_000, "2026-03-20 07:30", "2026-03-20 08:00", -7],
    ["2026-03-20T23:50:00.000+05:30", 1_200_000, "2026-03-20 23:50", "2026-03-21 00:09", 5.5],
    ["2026-03-20T07:30:00.000", 0, "2026-03-20 07:30", "2026-03-20 07:30", undefined],
  ])("from %s for %i ms is from its first minute to its last, by its own clock", (
    start, length, from, to, hours,
  ) => {
    const offset = hours === undefined ? undefined : hours * 3_600_000;
    expect(windowAround(start, length)).toEqual({ ...windowFrom(from, to), offset });
  });
});

describe("a window in pieces", () => {
  it("has each minute once, the oldest first", () => {
    const draws = fc.tuple(fc.nat(6_000), fc.nat(3_000), fc.integer({ min: 1, max: 1_440 }));
    fc.assert(fc.property(draws, ([start, length, most]) => {
      const at = Date.parse("2026-03-01T00:00:00Z") + start * MINUTE_MS;
      const window = { from: minuteAt(at), to: minuteAt(at + length * MINUTE_MS) };
      const ends = cutWindow(window, most).map(({ from, to }) => [localMs(from), localMs(to)]);
      const gaps = ends.map(([from = 0], i) => from - (ends[i - 1]?.[1] ?? at - MINUTE_MS));
      expect([gaps.every((gap) => gap === MINUTE_MS), ends.at(-1)?.[1], ends.length])
        .toEqual([true, at + length * MINUTE_MS, Math.ceil((length + 1) / most)]);
    }));
  });

  it.each<[Granularity, string]>([
    ["1sec", "07:09"], ["1min", "07:09"], ["5min", "07:05"], ["15min", "07:00"],
  ])("of samples of %s begins with a whole one", (granularity, time) => {
    const window = windowFrom("2026-03-20 07:09", "2026-03-20 08:00");
    expect(fromWholeSample(window, granularity))
      .toEqual(windowFrom(`2026-03-20 ${time}`, "2026-03-20 08:00"));
  });
});

describe("samples that Fitbit gives with times alone", () => {
  const rows = (...times: string[]) => times.map((time) => ({ time, value: "7" }));

  it("are of the next day where a window has passed midnight", () => {
    const night = windowFrom("2026-03-19 22:00", "2026-03-20 06:00");
    expect(samplesOf(rows("22:00:00", "23:59:00", "00:00:00", "06:00:30"), night)).toEqual([
      { date: "2026-03-19", time: "22:00:00", value: 7 },
      { date: "2026-03-19", time: "23:59:00", value: 7 },
      { date: "2026-03-20", time: "00:00:00", value: 7 },
      { date: "2026-03-20", time: "06:00:30", value: 7 },
    ]);
  });

  it("outside of the window are left out, and so is what is none", () => {
    const hour = windowFrom("2026-03-20 07:00", "2026-03-20 07:59");
    const odd = [null, { time: "07:10:00" }, { time: 7, value: 7 }, { time: "07:20:00", value: "NaN" }];
    expect(samplesOf([...rows("06:59:00", "07:59:59", "08:00:00"), ...odd], hour))
      .toEqual([{ date: "2026-03-20", time: "07:59:59", value: 7 }]);
    expect(samplesOf(undefined, hour)).toEqual([]);
  });

  it.each([
    ["2026-03-20 00:00", "2026-03-20 23:59", "date/2026-03-20/1d/1min.json"],
    ["2026-03-20 07:00", "2026-03-20 23:59", "date/2026-03-20/2026-03-20/1min/time/07:00/23:59.json"],
    ["2026-03-19 22:00", "2026-03-20 21:59", "date/2026-03-19/2026-03-20/1min/time/22:00/21:59.json"],
  ])("from %s to %s are asked for as %s", (from, to, path) => {
    expect(during(windowFrom(from, to), "1min")).toBe(path);
  });
});

type Sum = Record<string, unknown>;

/** Google Health with heart rates at instants, and the windows that it was asked for. */
function google(sums: Sum[], timeZone = "Europe/Berlin") {
  const asked: { from: string; before: string; windowSeconds: number }[] = [];
  const inPages = async function* (items: Sum[]) {
    yield await Promise.resolve({ items, more: false });
  };
  const app = {
    getSettings: () => Promise.resolve({ timeZone }),
    getRollUp(_: string, windows: typeof asked[number]) {
      asked.push(windows);
      const [from, before] = [Date.parse(windows.from), Date.parse(windows.before)];
      const within = sums.filter(({ startTime }) =>
        Date.parse(String(startTime)) >= from && Date.parse(String(startTime)) < before);
      return inPages(within.reverse());
    },
  } as unknown as Requests;
  return { app, asked };
}

const sum = (startTime: string, value: unknown): Sum => ({ startTime, heartRate: value });
const read = (value: Sum) => valued(numberOf(value.bpm));
const freshCall = () => ({ $: { export: () => undefined } });

async function all(samples: Samples<Sample>): Promise<string[]> {
  const found: string[] = [];
  for await (const part of samples) {
    if ("stop" in part) throw part.stop.error;
    found.push(...part.answer.map(({ date, time, value }) => `${date} ${time} ${value}`));
  }
  return found;
}

describe("sums over windows at Google Health", () => {
  it("come newest first, and are given oldest first by the user's clock; empty ones are none", async () => {
    const { app } = google([
      sum("2026-03-20T06:00:00Z", { bpm: "61" }),
      sum("2026-03-20T06:15:00Z", {}),
      sum("2026-03-20T06:30:00Z", { bpm: "NaN" }),
      { startTime: "2026-03-20T06:45:00Z" },
      sum("2026-03-20T07:00:00Z", { bpm: 63.5 }),
    ]);
    const window = windowFrom("2026-03-20 07:00", "2026-03-20 08:10");
    expect(await all(rolledUp(app, "heart-rate", window, "15min", read, freshCall())))
      .toEqual(["2026-03-20 07:00:00 61", "2026-03-20 08:00:00 63.5"]);
  });

  it.each([
    ["begins summer time", "2026-03-29", "2026-03-28T23:00:00.000Z", "2026-03-29T22:00:00.000Z"],
    ["ends it", "2026-10-25", "2026-10-24T22:00:00.000Z", "2026-10-25T23:00:00.000Z"],
  ])("of a day that %s are those of all its hours", async (_, day, from, before) => {
    const { app, asked } = google([]);
    const window = windowFrom(`${day} 00:00`, `${day} 23:59`);
    await all(rolledUp(app, "heart-rate", window, "15min", read, freshCall()));
    expect(asked).toEqual([{ from, before, windowSeconds: 900 }]);
  });

  it("begin with the user's own quarters of an hour, also in Kathmandu", async () => {
    const { app, asked } = google([], "Asia/Kathmandu");
    const window = windowFrom("2026-03-20 07:05", "2026-03-20 07:20");
    await all(rolledUp(app, "heart-rate", window, "15min", read, freshCall()));
    expect(asked).toMatchObject([{ from: "2026-03-20T01:15:00.000Z", before: "2026-03-20T01:45:00.000Z" }]);
  });

  it("of a workout are by its own clock, and ask nobody for another", async () => {
    const { app, asked } = google([sum("2026-03-20T14:30:00Z", { bpm: 120 })], "nowhere");
    const window = windowAround("2026-03-20T07:30:00.000-07:00", 1_800_000);
    expect(await all(rolledUp(app, "heart-rate", window, "15min", read, freshCall())))
      .toEqual(["2026-03-20 07:30:00 120"]);
    expect(asked).toHaveLength(1);
  });
});

describe("samples at Google Health", () => {
  const sample = (time: object | undefined, bpm: unknown): Sum =>
    ({ heartRate: { sampleTime: time, bpm } });
  const window = windowFrom("2026-03-20 00:00", "2026-03-20 23:59");
  const answers = (...dataPoints: Sum[]) => api({
    path: `${points("heart-rate")}:reconcile`,
    query: {
      filter: between("heart_rate.sample_time.civil_time", "2026-03-20T00:00:00", "2026-03-21T00:00:00"),
      pageSize: "10000",
    },
    body: { dataPoints },
  });

  it("are in their order, each by the clock that it was taken under", async () => {
    answers(
      sample({ physicalTime: "2026-03-20T10:04:59Z", utcOffset: "32400s" }, "49"),
      sample({ physicalTime: "2026-03-20T09:00:00.500Z", utcOffset: "0s" }, "51"),
    );
    expect(await all(samplesOfType(app, "heart-rate", window, read, freshCall())))
      .toEqual(["2026-03-20 09:00:00 51", "2026-03-20 19:04:59 49"]);
  });

  it("that do not tell their clock are by the user's, and those without a time or a figure are none", async () => {
    api({ path: "/v4/users/me/settings", body: { timeZone: "Europe/Berlin" } });
    answers(
      sample({ physicalTime: "2026-03-20T10:00:00Z" }, "49"),
      sample({ utcOffset: "3600s" }, "50"),
      sample(undefined, "51"),
      sample({ physicalTime: "2026-03-20T11:00:00Z", utcOffset: "3600s" }, undefined),
    );
    expect(await all(samplesOfType(app, "heart-rate", window, read, freshCall())))
      .toEqual(["2026-03-20 11:00:00 49"]);
  });
});

/** A sample a minute from a minute on, of the given width in bytes. */
function minutes(from: string, count: number, note = ""): (Sample & { note: string })[] {
  const first = localMs(minute(from));
  return Array.from({ length: count }, (_, i) => {
    const { day, time } = minuteAt(first + i * MINUTE_MS);
    return { date: day, time: `${time}:00`, value: i, note };
  });
}

/** Samples in requests of so many minutes; the one that begins at `end` fails. */
async function* inRequests<S extends Sample>(samples: S[], size: number, end?: Error) {
  for (let i = 0; i < samples.length; i += size) {
    yield await Promise.resolve({ answer: samples.slice(i, i + size) });
  }
  if (!end) return;
  const last = samples.at(-1);
  const next = localMs({ day: last?.date ?? "", time: last?.time.slice(0, 5) ?? "" }) + MINUTE_MS;
  yield { stop: { piece: { from: minuteAt(next) }, error: end } satisfies Stop<Pick<Window, "from">> };
}

const sizeOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

describe("collecting the samples of a window", () => {
  const window = windowFrom("2026-03-20 22:00", "2026-03-21 06:00");

  it("says what it covers, and what they come to", async () => {
    const samples = minutes("2026-03-20 22:00", 4);
    const { extent, ...rest } = await collectSamples(inRequests(samples, 3), window);
    expect(rest).toEqual({ samples });
    expect(extent).toEqual({
      startDate: "2026-03-20", endDate: "2026-03-21", startTime: "22:00", endTime: "06:00",
      count: 4, truncated: false, minimum: 0, maximum: 3, mean: 1.5,
    });
  });

  it("has no figures of nothing", async () => {
    const { extent } = await collectSamples(inRequests([], 3), window);
    expect(extent).not.toHaveProperty("mean");
    expect(extent).toMatchObject({ count: 0, truncated: false });
  });

  it("that ends with a failure goes on with the minute that was left", async () => {
    const error = new ApiError("rate_limited", "Used up.", {
      status: 429, retryAt: Date.parse("2026-03-20T12:45:00Z"),
    });
    const read = await collectSamples(inRequests(minutes("2026-03-20 22:00", 120), 60, error), window);
    expect(read).toMatchObject({
      error,
      extent: { count: 120, nextStartDate: "2026-03-21", nextStartTime: "00:00", retryAt: "2026-03-20T12:45:00.000Z" },
    });
    expect(windowSoFar("120 samples", read.extent, Date.parse("2026-03-20T12:15:00Z"), error)).toBe(
      "120 samples. The API's limit of requests cut the range short: go on with 2026-03-21 as Start Date and 00:00 as Start Time when it resets, at 12:45 UTC (in 30 minutes).",
    );
  });

  it("holds two megabytes at most, ends with a whole minute, and goes on without loss", async () => {
    const bytes = fc.integer({ min: 20_000, max: 150_000 });
    const draws = fc.tuple(bytes, fc.integer({ min: 1, max: 3 }));
    await fc.assert(fc.asyncProperty(draws, async ([bytes, each]) => {
      // Several of a minute: a second is finer than what one goes on with.
      const left = minutes("2026-03-20 22:00", 150, "x".repeat(bytes)).flatMap((sample) =>
        Array.from({ length: each }, (_, i) => (
          { ...sample, time: `${sample.time.slice(0, 6)}0${i}` }
        )));
      let at = { ...window.from };
      const got: Sample[] = [];
      const isLeft = ({ date, time }: Sample) => `${date}${time}` >= `${at.day}${at.time}`;
      for (let steps = 0; steps < 100; steps++) {
        const { samples, extent } = await collectSamples(
          inRequests(left.filter(isLeft), 60), { ...window, from: at },
        );
        expect(sizeOf(samples)).toBeLessThanOrEqual(STEP_LIMITS.bytes);
        got.push(...samples);
        if (!extent.truncated) break;
        at = { day: extent.nextStartDate ?? "", time: extent.nextStartTime ?? "" };
      }
      const named = ({ date, time }: Sample) => `${date} ${time}`;
      expect(got.map(named)).toEqual(left.map(named));
    }), { numRuns: 8 });
  });

  it("cut in an hour that a clock shows twice goes on where it shows that first", async () => {
    const hour = minutes("2026-10-25 02:00", 60);
    const night = windowFrom("2026-10-25 01:00", "2026-10-25 06:00");
    const twice = [...minutes("2026-10-25 01:00", 60), ...hour, ...hour.slice(0, 30)];
    const { samples, extent } = await collectSamples(
      inRequests(twice, 60, new ApiError("server_error", "Down.", { status: 503 })), night,
    );
    expect(extent).toMatchObject({ nextStartDate: "2026-10-25", nextStartTime: "02:30" });
    expect(samples).toEqual(twice.slice(0, 90));
  });
});

describe("a window in words", () => {
  it.each([
    ["2026-03-20 00:00", "2026-03-20 23:59", "on 2026-03-20"],
    ["2026-03-19 00:00", "2026-03-20 23:59", "from 2026-03-19 to 2026-03-20"],
    ["2026-03-20 07:00", "2026-03-20 08:30", "from 07:00 to 08:30 on 2026-03-20"],
    ["2026-03-19 22:00", "2026-03-20 06:00", "from 2026-03-19 22:00 to 2026-03-20 06:00"],
  ])("from %s to %s is %s", (from, to, words) => {
    const [start, end] = [minute(from), minute(to)];
    expect(windowInWords({
      startDate: start.day, startTime: start.time, endDate: end.day, endTime: end.time,
    })).toBe(words);
  });
});
