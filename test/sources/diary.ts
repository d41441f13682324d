import nock from "nock";
import { addDays } from "../../common/dates";
import { jsonText } from "../support/exchange";

/** Something eaten or drunk, and what it adds to its day. */
export interface Entry {
  id: number | bigint;
  /** Kilocalories or millilitres. */
  value: number;
  /** Fitbit's id of the meal. */
  meal?: number;
}

/** How Fitbit tells of each kind: the series of its days, and the list of one day. */
const KINDS = {
  food: {
    series: "foods/log/caloriesIn",
    root: "foods-log-caloriesIn",
    day: "foods/log",
    answer: (entries: Entry[], logDate: string) => ({
      foods: entries.map(({ id, value, meal = 3 }) => ({
        isFavorite: false,
        logDate,
        logId: id,
        loggedFood: { amount: 1, calories: value, mealTypeId: meal, name: "Soup" },
        nutritionalValues: { calories: value },
      })),
      summary: {},
    }),
  },
  water: {
    series: "foods/log/water",
    root: "foods-log-water",
    day: "foods/log/water",
    answer: (entries: Entry[]) => ({
      summary: {}, water: entries.map(({ id, value }) => ({ amount: value, logId: id })),
    }),
  },
};

/** What a person has written down at Fitbit, day by day, and what is asked of it. */
export class Diary {
  readonly days: Record<string, Entry[]> = {};
  today = "2026-03-20";
  /** Of the newest activity; empty where it has none. */
  offset = "-07:00";
  /** The days that were asked for since this was emptied; a series by its first day. */
  asked: string[] = [];
  /** The answer in place of the next ones; left out, what is in the diary. */
  refusal: { status: number; body: object; headers?: Record<string, string> } | undefined;

  constructor(kind: keyof typeof KINDS) {
    const { series, root, day, answer } = KINDS[kind];
    const answered = (asked: string, body: () => object) => {
      this.asked.push(asked);
      const { status = 200, headers = {} } = this.refusal ?? {};
      return [status, jsonText(this.refusal?.body ?? body()), headers] as const;
    };
    const dateOf = (uri: string) => /date\/([\d-]+)/.exec(uri)?.[1] ?? "";
    const host = () => nock("https://api.fitbit.com").persist();
    host().get(new RegExp(`^/1/user/-/${series}/date/[\\d-]+/today.json$`)).optionally()
      .reply((uri) => answered(`since ${dateOf(uri)}`, () => ({ [root]: this.rows(dateOf(uri)) })));
    host().get(new RegExp(`^/1/user/-/${day}/date/[\\d-]+.json$`)).optionally()
      .reply((uri) => answered(dateOf(uri), () => (
        answer(this.days[dateOf(uri)] ?? [], dateOf(uri))
      )));
    // What the local times are read on.
    host().get("/1/user/-/activities/list.json").query(true).optionally()
      .reply(() => answered("clock", () => ({
        activities: [{ logId: 1, startTime: `${this.today}T06:00:00.000${this.offset}` }],
      })));
  }

  log(day: string, ...entries: Entry[]): void {
    this.days[day] = [...this.days[day] ?? [], ...entries];
  }

  /** The requests since the last time. */
  requests(): string[] {
    const { asked } = this;
    this.asked = [];
    return asked;
  }

  private rows(from: string): object[] {
    const rows: object[] = [];
    for (let day = from; day <= this.today; day = addDays(day, 1)) {
      const value = (this.days[day] ?? []).reduce((sum, entry) => sum + entry.value, 0);
      rows.push({ dateTime: day, value });
    }
    return rows;
  }
}
