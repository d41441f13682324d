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

export interface Answer {
  status: number;
  headers: Headers;
  text: string;
}

export interface Reply extends Answer {
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

/** Lines are kept open: a test asks often. */
const agent = new http.Agent({ keepAlive: true });

/** A request whose path and headers go out exactly as written. */
export function send(
  url: string, method: string, path: string, headers: Record<string, string>, body?: string,
): Promise<Answer> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const request = http.request({ agent, hostname, port, method, path, headers });
    request.on("error", reject);
    request.on("response", (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () => resolve({
        status: response.statusCode ?? 0,
        headers: new Headers(response.headers as Record<string, string>),
        text: Buffer.concat(parts).toString(),
      }));
    });
    if (headers["transfer-encoding"]) request.write("");
    request.end(body);
  });
}

export interface Asking {
  method?: string;
  token?: string;
  headers?: Record<string, string>;
  body?: string;
}

export class Client {
  private opened?: Sandbox;

  get sandbox(): Sandbox {
    if (!this.opened) throw new Error("The sandbox is not open yet.");
    return this.opened;
  }

  async open(options: SandboxOptions): Promise<this> {
    this.opened = await startSandbox({ rateLimit: false, ...options });
    return this;
  }

  /** What comes back, as text. */
  read(
    path: string, { method = "GET", token = "sandbox", headers, body }: Asking = {},
  ): Promise<Answer> {
    const authorization = token !== "" && { authorization: `Bearer ${token}` };
    return send(this.sandbox.url, method, path, { ...authorization, ...headers }, body);
  }

  async ask(path: string, asking?: Asking): Promise<Reply> {
    const answer = await this.read(path, asking);
    return { ...answer, body: exactJson(answer.text) as Body };
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

export const open = (options: SandboxOptions = {}): Promise<Client> =>
  new Client().open(options);

/** One sandbox for all the tests of a group. */
export function useSandbox(options: SandboxOptions = {}): Client {
  const client = new Client();
  beforeAll(() => client.open(options));
  afterAll(() => client.sandbox.close());
  return client;
}

/** One sandbox for all the tests of a group, in which the person begins anew with each. */
export function useFreshSandbox(options: SandboxOptions = {}): Client {
  const client = useSandbox(options);
  beforeEach(() => client.control("reset", {}));
  return client;
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
