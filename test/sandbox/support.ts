import http from "node:http";
import { parse } from "lossless-json";
import {
  type RecordType, type Sandbox, type SandboxOptions, startSandbox,
} from "../../local/sandbox";

type Id = number | bigint;

export interface Activity {
  logId: Id;
  logType: string;
  activityName: string;
  calories: number;
  distance: number;
  distanceUnit: string;
  speed: number;
  pace: number;
  steps: number;
  startTime: string;
  tcxLink: string;
}

export interface Sleep {
  logId: Id;
  dateOfSleep: string;
  startTime: string;
  endTime: string;
  duration: number;
  timeInBed: number;
  isMainSleep: boolean;
  infoCode: number;
  type: string;
}

interface Summary {
  steps: number;
  caloriesOut: number;
  floors: number;
  elevation: number;
  activityCalories: number;
  caloriesBMR: number;
  sedentaryMinutes: number;
  lightlyActiveMinutes: number;
  fairlyActiveMinutes: number;
  veryActiveMinutes: number;
  distances: { activity: string; distance: number }[];
  heartRateZones: { minutes: number }[];
  totalSleepRecords: number;
}

/** Of all the bodies what the tests read by name; that it is there, each test proves. */
export interface Body {
  user: Record<string, unknown> & Record<
    "weight" | "height" | "strideLengthWalking" | "strideLengthRunning", number
  >;
  activities: [Activity, ...Activity[]];
  activityLog: Activity;
  /** A list, but in the answer to a new sleep one sleep. */
  sleep: [Sleep, ...Sleep[]] & Sleep;
  summary: Summary;
  goals: { distance: number };
  pagination: { next: string };
  categories: { activities: object[] }[];
  errors: [{ errorType: string; fieldName?: string; message: string }];
  error: string;
  now: string;
  records: Record<RecordType, number>;
  unsynced: number;
}

export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  /** The JSON body; whole numbers above 2^53 are bigints. */
  body: Body;
}

export const ANY_TEXT: unknown = expect.any(String);
export const ANY_NUMBER: unknown = expect.any(Number);

/** Any text of this form. */
export const textLike = (form: RegExp): unknown => expect.stringMatching(form);

const exactNumber = (text: string): number | bigint =>
  (/^-?\d+$/.test(text) && !Number.isSafeInteger(Number(text)) ? BigInt(text) : Number(text));

const exactJson = (text: string): unknown => {
  try {
    return parse(text, undefined, exactNumber);
  } catch {
    return undefined;
  }
};

export interface Asking {
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  body?: string;
}

export class Client {
  readonly sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.sandbox = sandbox;
  }

  async ask(path: string, { method = "GET", token = "sandbox", headers, body }: Asking = {}) {
    const response = await fetch(this.sandbox.url + path, {
      method,
      body,
      headers: { ...(token !== "" && { authorization: `Bearer ${token}` }), ...headers },
    });
    const text = await response.text();
    const { status, headers: received } = response;
    const reply: Reply = {
      status, headers: received, text, body: exactJson(text) as Body,
    };
    return reply;
  }

  /** The body of a GET that must succeed. */
  async get(path: string, asking?: Asking): Promise<Body> {
    const reply = await this.ask(path, asking);
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${reply.text}`);
    return reply.body;
  }

  /** The rows of a time series. */
  async series(path: string): Promise<{ dateTime: string; value: string }[]> {
    const reply = await this.ask(`/1/user/-/activities/${path}.json`);
    const [rows] = Object.values(reply.body) as [{ dateTime: string; value: string }[]];
    return rows;
  }

  /** The value of a time series on one day. */
  async valueOf(resource: string, date: string): Promise<string> {
    return (await this.series(`${resource}/date/${date}/${date}`))[0]?.value ?? "";
  }

  post(path: string, asking: Asking = {}): Promise<Reply> {
    return this.ask(path, { method: "POST", ...asking });
  }

  control(name: string, body: unknown): Promise<Reply> {
    return this.post(`/_sandbox/${name}`, {
      token: "", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
    });
  }

  state(): Promise<Body> {
    return this.get("/_sandbox/state", { token: "" });
  }
}

export const open = async (options: SandboxOptions = {}): Promise<Client> =>
  new Client(await startSandbox({ rateLimit: false, ...options }));

/** A request whose path and headers go out exactly as written. */
export function raw(
  url: string, method: string, path: string, headers: Record<string, string> = {},
): Promise<{ status: number; text: string }> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = http.request({
      hostname, port, method, path, headers: { authorization: "Bearer sandbox", ...headers },
    }, (response) => {
      let text = "";
      response.on("data", (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    request.on("error", reject);
    if (headers["transfer-encoding"]) request.write("");
    request.end();
  });
}

export const LIST = {
  activities: "/1/user/-/activities/list.json",
  sleep: "/1.2/user/-/sleep/list.json",
} as const;

/** Follows `next` from a first page to the end; the pages of one list. */
export async function pages(client: Client, path: string): Promise<Body[]> {
  const all: Body[] = [];
  for (let next = path; next !== "";) {
    const body = await client.get(next);
    all.push(body);
    next = body.pagination.next.replace("https://api.fitbit.com", "");
  }
  return all;
}
