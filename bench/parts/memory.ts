import type { Call } from "../../common/call";
import type { HealthApi } from "../../common/health-api";
import type { Auth } from "../../common/pipedream";
import { limitRequests } from "../../common/wire/budget";
import { fitbitAlone } from "../../fitbit.app";
import googleHealth from "../../google_health.app";
import { loopback } from "../loopback";
import { MB, print } from "../table";

const MINUTE = 60_000;
const BOUND = 128_000_000;

/** A value each minute, newest first as Google gives them. */
function windows(body: string): string {
  const { range } = JSON.parse(body) as { range: { startTime: string; endTime: string } };
  const [from, to] = [Date.parse(range.startTime), Date.parse(range.endTime)];
  const points: object[] = [];
  for (let at = to - MINUTE; at >= from; at -= MINUTE) {
    points.push({
      startTime: new Date(at).toISOString(),
      endTime: new Date(at + MINUTE).toISOString(),
      heartRate: { beatsPerMinuteAvg: 60, beatsPerMinuteMin: 55, beatsPerMinuteMax: 70 },
    });
  }
  return JSON.stringify({ rollupDataPoints: points });
}

const dataset = Array.from({ length: 1_440 }, (_, i) => (
  { time: new Date(i * MINUTE).toISOString().slice(11, 19), value: 60 }
));
const DAY = JSON.stringify({
  "activities-heart": [{ dateTime: "2026-03-20", value: {} }],
  "activities-heart-intraday": { dataset, datasetInterval: 1, datasetType: "minute" },
});

let requests = 0;
const close = await loopback((path, body) => {
  requests++;
  return path.startsWith("/v4") ? windows(body) : DAY;
});

const connected = <M extends object>(methods: M): M & { $auth: Auth } =>
  Object.assign(Object.create(methods) as M, { $auth: { oauth_access_token: "x" } });
const apps: Record<string, HealthApi> = {
  fitbit: connected(fitbitAlone.methods),
  google_health: connected(googleHealth.methods),
};

const rows: (string | number)[][] = [];
for (const [name, app] of Object.entries(apps)) {
  const $ = { export: () => undefined };
  limitRequests($, 1_000);
  const call: Call = { $, timeZone: "UTC" };
  const year = { from: { day: "2025-03-21", time: "00:00" }, to: { day: "2026-03-20", time: "23:59" } };
  requests = 0;
  let [samples, most] = [0, 0];
  for await (const part of app.getIntradayHeartRate(year, "1min", call)) {
    samples += "answer" in part ? part.answer.length : NaN;
    globalThis.gc?.();
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
  rows.push([name, samples, requests, MB(most), MB(BOUND)]);
}
close();
print("A year of heart rates by the minute, through the app's iterator", [
  "", "samples", "requests", "most on the heap", "bound",
], rows);
