import { openSource, type SourceState } from "../../local/runtime";
import { componentOf, openHome } from "../home";
import { cpuMs, print } from "../table";

const POLLS = 1_000;
const PART = 100;
const BOUND_BYTES = 64_000;
const QUARTER = 15 * 60_000;

const rows: (string | number)[][] = [];
for (const key of ["fitbit-new-activity-log", "google_health-new-sleep-log"]) {
  const home = await openHome();
  const { component } = componentOf(key);
  let state: SourceState | undefined;
  let told = 0;
  let largest = 0;
  const times: number[] = [];
  for (let i = 0; i <= POLLS; i++) {
    const source = await openSource(component, {
      props: {}, ...home.platform, ...state && { state },
    });
    const before = process.cpuUsage();
    const run = i ? await source.poll() : await source.deploy();
    if (i) times.push(cpuMs(before));
    if (!run.ok) throw new Error(run.error.message);
    told += run.emitted.length;
    state = source.snapshot();
    largest = Math.max(largest, Buffer.byteLength(JSON.stringify(state.db)));
    await home.control("clock", { now: new Date(home.sandbox.person.now + QUARTER).toISOString() });
    if (i % 8 === 0) await home.control("sync", {});
  }
  const mean = (part: number[]) => part.reduce((sum, ms) => sum + ms, 0) / part.length;
  const [early, late] = [mean(times.slice(PART, 2 * PART)), mean(times.slice(-PART))];
  const requests = home.carrier.requests.length;
  const perPoll = (requests / POLLS).toFixed(2);
  rows.push([key, told, perPoll, largest, BOUND_BYTES, (late / early).toFixed(2)]);
  await home.close();
}
print(`${POLLS} polls, a quarter of an hour apart`, [
  "", "events", "requests a poll", "largest db, bytes", "bound", "CPU of the last hundred, to that of the second",
], rows);
