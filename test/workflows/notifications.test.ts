import {
  carryRequests, openSource, type Source, type SourceRun, type SourceState,
} from "../../local/runtime";
import { isFields, type Fields } from "../../local/runtime/component";
import { startSandbox, type Sandbox } from "../../local/sandbox";
import { DEFAULT_HEALTH_SWITCHES } from "../../local/sandbox/google-health/resources";
import source from "../../sources/new-notification-instant/new-notification-instant";
import sample from "../../sources/new-notification-instant/test-event";

const SECRET = "Bearer correct-horse-battery-staple";
const KEYSET = "/googlehealthapi/webhooks/webhooks_public_keyset.json";
const SUBSCRIBERS = "/v4/projects/1234567890/subscribers";

/** A source that listens, and Google Health, which notifies it. */
class Listening {
  readonly runs: SourceRun[] = [];
  readonly logged: string[] = [];
  token = "sandbox:managed";
  private opened: Source | undefined;
  private url = "";
  private later = 0;
  private onRun: () => void = () => undefined;

  private constructor(readonly sandbox: Sandbox, private readonly props: Fields) {}

  static async on(sandbox: Sandbox, props: Fields = {}, state?: SourceState) {
    const listening = new Listening(sandbox, { secret: SECRET, ...props });
    await listening.open(state);
    return listening;
  }

  async open(state?: SourceState) {
    this.opened = await openSource(source, {
      props: this.props,
      accounts: () => ({ oauth_access_token: this.token }),
      state,
      clock: () => Promise.resolve(this.sandbox.person.now + this.later),
      log: (line) => void this.logged.push(line),
    });
    this.url = await this.opened.listen((run) => {
      this.runs.push(run);
      this.onRun();
    });
  }

  /** So much later, though nothing has happened to the person. */
  wait(ms: number) {
    this.later += ms;
  }

  async activate() {
    const run = await this.opened?.activate();
    return run?.ok === false ? run.error.message : undefined;
  }

  snapshot() {
    return this.opened?.snapshot();
  }

  /** What Google answers to the registration of the endpoint. */
  async register(dataTypes: string[], secret = SECRET): Promise<number> {
    const answer = await fetch(`${this.sandbox.url}${SUBSCRIBERS}?subscriberId=workflows`, {
      method: "POST",
      headers: { authorization: "Bearer sandbox:cloud-platform" },
      body: JSON.stringify({
        endpointUri: this.url,
        subscriberConfigs: [{ dataTypes, subscriptionCreatePolicy: "AUTOMATIC" }],
        endpointAuthorization: { secret },
      }),
    });
    return answer.status;
  }

  /**
   * Posts what Google might have sent, or somebody else: after the one before, which the
   * sandbox's clock, where it stands, does not say of a run that took longer.
   */
  async post(body: unknown, headers: Record<string, string> = {}): Promise<number> {
    this.wait(10_000);
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const signature = this.sandbox.signatureOf(text);
    const answer = await fetch(this.url, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "authorization": SECRET,
        "x-healthapi-signature": signature,
        ...headers,
      },
      body: text,
    });
    return answer.status;
  }

  /** Until so many requests are done with: some are answered before. */
  async ran(count: number): Promise<void> {
    await new Promise<void>((done) => {
      this.onRun = () => {
        if (this.runs.length >= count) done();
      };
      this.onRun();
    });
  }

  /** The events since the last time. */
  told(): Fields[] {
    const runs = this.runs.splice(0);
    const events = runs.flatMap(({ emitted }) => emitted.map(({ event }) => event));
    return events.flatMap((event) => isFields(event) ? [event] : []);
  }

  close() {
    return this.opened?.close();
  }
}

let sandbox: Sandbox;
let carrier: ReturnType<typeof carryRequests>;
let listening: Listening;

beforeAll(async () => {
  sandbox = await startSandbox({ rateLimit: false });
  carrier = carryRequests({ sandboxUrl: sandbox.url });
});

afterEach(async () => {
  await listening.close();
  await control("reset");
  Object.assign(sandbox.healthSwitches, DEFAULT_HEALTH_SWITCHES);
  carrier.forget();
});

afterAll(async () => {
  carrier.stop();
  await sandbox.close();
});

async function control(name: string, body: unknown = {}) {
  await fetch(`${sandbox.url}/_sandbox/${name}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

const WEIGHING = { type: "weight", start: "2026-03-20T01:30:00", value: 70.4, synced: true };

/** What was asked of the API and of Google's keys, in order. */
const asked = () => carrier.requests.map(({ method, url }) => `${method} ${new URL(url).pathname}`);

/** What the user's id is at Google Health. */
async function userId(): Promise<string> {
  const answer = await fetch(`${sandbox.url}/v4/users/me/identity`, {
    headers: { authorization: "Bearer sandbox" },
  });
  const { healthUserId } = await answer.json() as { healthUserId: string };
  return healthUserId;
}

const notified = (healthUserId: string, dataType = "weight", more: Fields = {}) => ({
  data: {
    version: "1",
    clientProvidedSubscriptionName: "workflows",
    healthUserId,
    operation: "UPSERT",
    dataType,
    intervals: [{
      physicalTimeInterval: {
        startTime: "2026-03-20T05:30:00Z", endTime: "2026-03-20T05:30:00Z",
      },
    }],
    ...more,
  },
});

describe("registering the source's URL", () => {
  it("is answered as Google verifies it: with the secret yes, without no", async () => {
    listening = await Listening.on(sandbox);
    expect(await listening.register(["weight"])).toBe(200);
    expect(listening.told()).toEqual([]);
    expect(listening.logged.join()).toMatch(/without the Authorization header of Secret/);
  });

  it("fails where another secret was registered", async () => {
    listening = await Listening.on(sandbox);
    expect(await listening.register(["weight"], "Bearer another")).toBe(400);
  });
});

describe("a notification", () => {
  it.each([
    ["in lists", "x-healthapi-signature"],
    ["singly", "google-health-api-signature"],
  ] as const)("of the connected user is told once it is checked, sent %s", async (
    notifies, signatureHeader,
  ) => {
    Object.assign(sandbox.healthSwitches, { notifies, signatureHeader });
    listening = await Listening.on(sandbox);
    await listening.register(["weight", "body-fat"]);
    await control("records", [WEIGHING]);
    const [event, ...others] = listening.told();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      healthUserId: await userId(),
      dataType: "weight",
      operation: "UPSERT",
      intervals: [{ civilIso8601TimeInterval: { startTime: "2026-03-20T01:30:00" } }],
    });
    expect(Object.keys(event ?? {}).sort()).toEqual(Object.keys(sample).sort());
    expect(event).not.toHaveProperty("dataPoints");
  });

  it("asks for the user and the keys once, and for the keys without a token", async () => {
    listening = await Listening.on(sandbox);
    await listening.register(["weight"]);
    await control("records", [WEIGHING]);
    await control("records", [{ ...WEIGHING, start: "2026-03-20T01:40:00" }]);
    expect(listening.told()).toHaveLength(2);
    expect(asked()).toEqual([`GET ${KEYSET}`, "GET /v4/users/me/identity"]);
    expect(JSON.stringify(listening.snapshot())).not.toContain(SECRET);
  });

  it("of somebody else, or of a type that is not wanted, is taken and not told", async () => {
    listening = await Listening.on(sandbox, { dataTypes: ["sleep"] });
    const user = await userId();
    expect(await listening.post([notified("1"), notified(user)])).toBe(204);
    expect(listening.told()).toEqual([]);
    expect(await listening.post([notified(user, "sleep")])).toBe(204);
    expect(listening.told()).toHaveLength(1);
  });

  it.each([
    "bodyFat", "body_fat", "body-fat",
  ])("names its type as paths do, sent as %s", async (sent) => {
    listening = await Listening.on(sandbox, { dataTypes: ["body-fat"] });
    await listening.post(notified(await userId(), sent));
    expect(listening.told()).toMatchObject([{ dataType: "body-fat" }]);
  });

  it("that says too little is passed over, and said so", async () => {
    listening = await Listening.on(sandbox);
    const user = await userId();
    const body = [{}, null, 5, { data: { healthUserId: user } }, notified(user)];
    expect(await listening.post(body)).toBe(204);
    expect(listening.told()).toHaveLength(1);
    expect(listening.logged.join()).toMatch(/4 of the notifications say too little/);
    expect(await listening.post("no JSON")).toBe(204);
    expect(listening.told()).toEqual([]);
  });

  it("that is sent again as it is, is told once; one that is signed anew, again", async () => {
    sandbox.healthSwitches.notifiesTwice = true;
    listening = await Listening.on(sandbox);
    await listening.register(["weight"]);
    await control("records", [WEIGHING]);
    expect(listening.told()).toHaveLength(2);
    const body = JSON.stringify(notified(await userId()));
    const again = { "x-healthapi-signature": sandbox.signatureOf(body) };
    await listening.post(body, again);
    await listening.post(body, again);
    expect(listening.told()).toHaveLength(1);
  });

  it("of a deletion is told as one", async () => {
    listening = await Listening.on(sandbox, { fetchChanges: true });
    await listening.post(notified(await userId(), "weight", { operation: "DELETE" }));
    await listening.ran(1);
    const summary = "weight deleted, 2026-03-20 05:30";
    expect(listening.runs).toMatchObject([{ emitted: [{ summary }] }]);
    expect(listening.told()[0]).not.toHaveProperty("dataPoints");
  });
});

describe("a request that is none of Google's", () => {
  it.each([
    ["without the secret", { authorization: "" }, 401],
    ["with another secret", { authorization: `${SECRET}r` }, 401],
    ["without a signature", { "x-healthapi-signature": "" }, 403],
    ["with a signature that is no text of base64", { "x-healthapi-signature": "%%%" }, 403],
    ["with the signature of another body", { swapped: "yes" }, 403],
  ] as const)("is refused %s, and tells nothing", async (_, headers, status) => {
    listening = await Listening.on(sandbox);
    const signature = sandbox.signatureOf("another");
    const sent = { ...headers, ..."swapped" in headers && { "x-healthapi-signature": signature } };
    expect(await listening.post(notified(await userId()), sent)).toBe(status);
    expect(listening.told()).toEqual([]);
    expect(listening.logged.join()).not.toContain(SECRET);
  });
});

describe("Google's keys", () => {
  it("are asked for anew when one that signed is not among them, once a minute at most", async () => {
    listening = await Listening.on(sandbox);
    const user = await userId();
    await listening.post(notified(user));
    await control("keys");
    expect(await listening.post(notified(user))).toBe(403);
    listening.wait(61_000);
    expect(await listening.post(notified(user))).toBe(204);
    expect(asked().filter((one) => one === `GET ${KEYSET}`)).toHaveLength(2);
    expect(listening.told()).toHaveLength(2);
  });

  it("are asked for anew once a day, and serve a week where they cannot be", async () => {
    listening = await Listening.on(sandbox);
    const user = await userId();
    const days = 86_400_000;
    await listening.post(notified(user));
    listening.wait(days + 60_000);
    await listening.post(notified(user));
    expect(asked().filter((one) => one === `GET ${KEYSET}`)).toHaveLength(2);
    sandbox.faults = [{
      match: { path: KEYSET }, times: 100, skip: 0, after: false, answer: { status: 404 },
    }];
    listening.wait(2 * days);
    expect(await listening.post(notified(user))).toBe(204);
    listening.wait(5 * days + 60_000);
    expect(await listening.post(notified(user))).toBe(503);
    expect(listening.told()).toHaveLength(3);
  });

  it("that cannot be had have the notification sent again, and the log says so", async () => {
    sandbox.faults = [{
      match: { path: KEYSET }, times: 1, skip: 0, after: false, answer: { status: 404 },
    }];
    listening = await Listening.on(sandbox);
    await listening.register(["weight"]);
    await control("records", [WEIGHING]);
    const [failed] = listening.runs.slice(-1);
    const words = failed?.ok === false && failed.error.message;
    expect(words).toMatch(/keys for notifications could not be had.*404/);
    expect(listening.told()).toEqual([]);
    await control("sync");
    expect(listening.told()).toHaveLength(1);
  });
});

describe("fetching what changed", () => {
  it("gives the points that are there now, after Google has its answer", async () => {
    listening = await Listening.on(sandbox, { fetchChanges: true });
    await listening.register(["weight"]);
    listening.runs.splice(0);
    await control("records", [WEIGHING]);
    expect(listening.runs).toEqual([]);
    await listening.ran(1);
    expect(listening.runs.at(-1)).toMatchObject({
      emitted: [{ summary: "weight changed, 2026-03-20 01:30: 1 data point" }],
    });
    expect(listening.told()).toMatchObject([{
      dataType: "weight", dataPoints: [{ weightGrams: 70_400, dataSource: {} }],
    }]);
    expect(listening.snapshot()?.db).not.toHaveProperty("untold");
  });

  it("reads each type as it is kept, in the time that was told", async () => {
    const types = [
      "steps", "floors", "heart-rate", "sleep", "exercise", "total-calories",
      "daily-resting-heart-rate", "nutrition-log",
    ];
    listening = await Listening.on(sandbox, { fetchChanges: true });
    await listening.register(types);
    await control("clock", { now: "2026-03-21T16:00:00Z" });
    await control("sync");
    await listening.ran(4);
    const events = listening.told();
    const found = new Map(events.map((event) => [event.dataType, event]));
    expect([...found.keys()].sort()).toEqual([...types].sort());
    for (const [type, { dataPoints, missing }] of found) {
      const isEmpty = !Array.isArray(dataPoints) || !dataPoints.length;
      expect({ type, missing, isEmpty }).toEqual({ type, missing: undefined, isEmpty: false });
    }
    expect(found.get("heart-rate")).toMatchObject({ truncated: true });
    expect(listening.runs).toEqual([]);
  });

  it("asks once for times that touch, and names what could not be had", async () => {
    listening = await Listening.on(sandbox, { fetchChanges: true });
    listening.token = "sandbox:sleep";
    const times = (from: string, to: string, zone = "") =>
      ({ startTime: `2026-03-20T${from}:00${zone}`, endTime: `2026-03-20T${to}:00${zone}` });
    const hour = (from: string, to: string) => ({
      physicalTimeInterval: times(from, to, "Z"), civilIso8601TimeInterval: times(from, to),
    });
    const intervals = [hour("05:00", "06:00"), hour("06:00", "07:00"), hour("04:00", "05:30")];
    await listening.post(notified(await userId(), "steps", { intervals }));
    await listening.ran(1);
    expect(listening.told()).toMatchObject([{
      dataType: "steps",
      missing: [{ part: "dataPoints", why: "scope", scope: "activity_and_fitness.readonly" }],
    }]);
    expect(asked().filter((one) => one.includes("steps"))).toHaveLength(1);
    expect(listening.logged.join()).toMatch(/lacks the scope `activity_and_fitness.readonly`/);
  });

  it("is done by the next run where one was ended, and told once", async () => {
    listening = await Listening.on(sandbox, { fetchChanges: true });
    const user = await userId();
    await listening.post(notified(user, "sleep"));
    const state = listening.snapshot();
    const left = { id: "left", at: sandbox.person.now, notifications: [notified(user).data] };
    await listening.close();
    listening.told();
    const db = { ...state?.db, untold: [left] };
    await listening.open({ dedupe: state?.dedupe ?? {}, db });
    await listening.post(notified(user, "steps"));
    await listening.ran(1);
    expect(listening.told()).toMatchObject([{ dataType: "steps" }]);
    listening.wait(121_000);
    for (const [i, type] of ["height", "exercise"].entries()) {
      await listening.post(notified(user, type));
      await listening.ran(i + 1);
    }
    const types = listening.told().map(({ dataType }) => dataType);
    expect(types).toEqual(["weight", "height", "exercise"]);
  });
});

describe("on activation", () => {
  it("a connection that fails shows, and so does a secret that is missing", async () => {
    listening = await Listening.on(sandbox);
    expect(await listening.activate()).toBeUndefined();
    listening.token = "expired";
    expect(await listening.activate()).toMatch(/Reconnect/);
  });

  it("the user is asked for anew: the account may be another one", async () => {
    listening = await Listening.on(sandbox);
    await listening.post(notified(await userId()));
    await listening.activate();
    await listening.post(notified(await userId()));
    expect(asked().filter((one) => one.endsWith("identity"))).toHaveLength(2);
  });
});
