import type { SandboxOptions } from "../../../local/sandbox";
import { type Answer, type Client, open, useFreshSandbox, useSandbox } from "../support";

export type Json = Record<string, unknown>;

export interface HealthReply extends Answer { body: Json }

export interface ListedPoint extends Json {
  name: string;
  dataPointName: string;
  dataSource: Json;
}

interface Detail { reason?: string; metadata?: Json }

export interface RpcError { code: number; message: string; status: string; details?: Detail[] }

const USER = "/v4/users/me";

export const day = (text: string) => {
  const [year, month, date] = text.split("-").map(Number);
  return { date: { year, month, day: date } };
};

/** Digs into JSON by keys and indexes. */
export const at = (value: unknown, ...keys: (string | number)[]): unknown =>
  keys.reduce<unknown>((part, key) => (part as Json | undefined)?.[key], value);

export const errorOf = ({ body }: HealthReply): RpcError => body.error as RpcError;

const infoOf = (reply: HealthReply): Detail | undefined =>
  errorOf(reply).details?.find(({ reason }) => reason !== undefined);

export const reasonOf = (reply: HealthReply): unknown => infoOf(reply)?.reason;
export const metadataOf = (reply: HealthReply): Json | undefined => infoOf(reply)?.metadata;

/** A client of the Google Health API of a sandbox. */
export class Health {
  readonly client: Client;

  constructor(client: Client) {
    this.client = client;
  }

  async ask(path: string, method = "GET", body?: unknown, token = "sandbox"): Promise<HealthReply> {
    const text = typeof body === "string" ? body : body === undefined ? undefined : JSON.stringify(body);
    const answer = await this.client.read(USER + path, {
      method, token, body: text, ...(text && { headers: { "content-type": "application/json" } }),
    });
    const json = answer.headers.get("content-type")?.startsWith("application/json");
    return { ...answer, body: json ? JSON.parse(answer.text) as Json : {} };
  }

  async get(path: string, token?: string): Promise<Json> {
    const reply = await this.ask(path, "GET", undefined, token);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return reply.body;
  }

  list(type: string, query: Record<string, string | number> = {}, token?: string, method = "") {
    const text = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    ).toString();
    return this.ask(`/dataTypes/${type}/dataPoints${method}?${text}`, "GET", undefined, token);
  }

  /** Every page of a list, one after the other. */
  async pages(
    type: string, query: Record<string, string | number> = {}, method = "", token?: string,
  ): Promise<ListedPoint[][]> {
    const all: ListedPoint[][] = [];
    let pageToken = "";
    do {
      const { status, text, body } = await this.list(
        type, { ...query, ...(pageToken && { pageToken }) }, token, method,
      );
      if (status !== 200) throw new Error(`${type}: ${status} ${text}`);
      all.push((body.dataPoints ?? []) as ListedPoint[]);
      pageToken = (body.nextPageToken ?? "") as string;
    } while (pageToken !== "");
    return all;
  }

  async all(
    type: string, query: Record<string, string | number> = {}, method = "", token?: string,
  ): Promise<ListedPoint[]> {
    return (await this.pages(type, query, method, token)).flat();
  }

  daily(type: string, from: string, to: string, more: Json = {}, token?: string) {
    const body = { range: { start: day(from), end: day(to) }, ...more };
    return this.ask(`/dataTypes/${type}/dataPoints:dailyRollUp`, "POST", body, token);
  }

  rollUp(
    type: string, startTime: string, endTime: string, windowSize: string, more: Json = {},
  ) {
    const body = { range: { startTime, endTime }, windowSize, ...more };
    return this.ask(`/dataTypes/${type}/dataPoints:rollUp`, "POST", body);
  }

  create(type: string, body: unknown, token?: string) {
    return this.ask(`/dataTypes/${type}/dataPoints`, "POST", body, token);
  }

  remove(type: string, names: string[], token?: string) {
    return this.ask(`/dataTypes/${type}/dataPoints:batchDelete`, "POST", { names }, token);
  }
}

export const openHealth = async (options: SandboxOptions = {}): Promise<Health> =>
  new Health(await open(options));

/** One sandbox for all the tests of a group. */
export const useHealth = (options?: SandboxOptions): Health => new Health(useSandbox(options));

/** One sandbox for all the tests of a group, in which the person begins anew with each. */
export const useFreshHealth = (options?: SandboxOptions): Health =>
  new Health(useFreshSandbox(options));

export const between = (member: string, from: string, to: string): { filter: string } =>
  ({ filter: `${member} >= "${from}" AND ${member} < "${to}"` });

/** What comes last in the name of a point. */
export const idOf = (name: string): string => name.split("/").at(-1) ?? "";

/** The point that an operation answers with. */
export const stored = (reply: HealthReply): ListedPoint => {
  if (reply.status !== 200) throw new Error(reply.text);
  return reply.body.response as ListedPoint;
};

const HALF_AN_HOUR = {
  startTime: "2026-03-18T17:00:00Z",
  startUtcOffset: "3600s",
  endTime: "2026-03-18T17:30:00Z",
  endUtcOffset: "3600s",
};

export const RUN = {
  exercise: {
    interval: HALF_AN_HOUR,
    exerciseType: "RUNNING",
    displayName: "Run",
    metricsSummary: { caloriesKcal: 350, distanceMillimeters: 5_000_000, steps: "4800" },
    activeDuration: "1800s",
  },
};

export const NAP = {
  sleep: {
    interval: { ...HALF_AN_HOUR, endTime: "2026-03-18T18:00:00Z" },
    type: "CLASSIC",
    stages: [{ ...HALF_AN_HOUR, endTime: "2026-03-18T18:00:00Z", type: "ASLEEP" }],
  },
};

const MOMENT = { physicalTime: "2026-03-20T08:59:00Z", utcOffset: "3600s" };

export const WEIGHT = { weight: { sampleTime: MOMENT, weightGrams: 75_500, notes: "after a run" } };
export const BODY_FAT = { bodyFat: { sampleTime: MOMENT, percentage: 18.4 } };
export const HEIGHT = { height: { sampleTime: MOMENT, heightMillimeters: "1750" } };

const LUNCH_TIME = {
  ...HALF_AN_HOUR, startTime: "2026-03-19T11:00:00Z", endTime: "2026-03-19T11:20:00Z",
};

export const FOOD = {
  nutritionLog: {
    interval: LUNCH_TIME,
    mealType: "LUNCH",
    foodDisplayName: "Lentil soup",
    energy: { kcal: 420 },
    energyFromFat: { kcal: 90 },
    totalCarbohydrate: { grams: 60 },
    totalFat: { grams: 10, userProvidedUnit: "GRAM" },
    nutrients: [
      { nutrient: "PROTEIN", quantity: { grams: 24 } },
      { nutrient: "SODIUM", quantity: { grams: 0.75, userProvidedUnit: "MILLIGRAM" } },
    ],
  },
};

export const DRINK = {
  hydrationLog: {
    interval: LUNCH_TIME,
    amountConsumed: { milliliters: 500, userProvidedUnit: "MILLILITER" },
  },
};

/** The types that can be written and never read. */
export const NOTES = [
  ["menstrual-period", "reproductive_health", {
    menstrualPeriod: { interval: LUNCH_TIME, notes: "light" },
  }],
  ["moods", "mindfulness", {
    moods: { sampleTime: MOMENT, moods: ["CALM", "HOPEFUL"], valences: ["PLEASANT"] },
  }],
  ["ovulation-test", "reproductive_health", {
    ovulationTest: { sampleTime: MOMENT, result: "NEGATIVE" },
  }],
  ["symptoms", "logged_symptoms", {
    symptoms: { sampleTime: MOMENT, symptoms: ["HEADACHE", "FATIGUE"] },
  }],
] as const;
