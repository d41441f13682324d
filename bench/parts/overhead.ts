import { axios } from "@pipedream/platform";
import { resolveProps } from "../../local/runtime";
import { bindComponent } from "../../local/runtime/bind";
import type { Fields } from "../../local/runtime/component";
import { componentOf } from "../home";
import { loopback } from "../loopback";
import { cpuMs, median, print } from "../table";

const time = (second: number) => new Date(second * 1_000).toISOString().slice(11, 19);
const rows = Array.from({ length: 55_000 }, (_, i) => ({ time: time(i), value: 60 + i % 40 }));
const LARGE = JSON.stringify({
  "activities-heart": [{ dateTime: "2026-03-20", value: { restingHeartRate: 57 } }],
  "activities-heart-intraday": { dataset: rows, datasetInterval: 1, datasetType: "second" },
});
const SMALL = JSON.stringify([{
  id: "1", battery: "High", batteryLevel: 80, deviceVersion: "Charge 6", type: "TRACKER",
  lastSyncTime: "2026-03-20T08:00:00.000",
}]);

const close = await loopback((path) => path.includes("/devices") ? SMALL : LARGE);
/** What a step may ask for is counted by this, so that each call has its own. */
const step = () => ({ export: () => undefined });

function action(key: string, values: Fields) {
  const { component } = componentOf(key);
  const props = resolveProps(component);
  return async () => {
    const self = bindComponent({
      component, props, values, accounts: () => ({ oauth_access_token: "x" }), provide: () => undefined,
    });
    await component.run.call(self, { $: step() });
  };
}

const bare = (path: string) => async () => {
  await axios(step(), { url: `https://api.fitbit.com${path}`, headers: { Authorization: "Bearer x" } });
};

const DAY = "2026-03-20";
const HEART = `/1/user/-/activities/heart/date/${DAY}/1d/1sec.json`;
const CASES = [
  {
    what: `a small answer (${SMALL.length} bytes)`,
    runs: 300,
    ours: action("fitbit-list-devices", {}),
    theirs: bare("/1/user/-/devices.json"),
    bound: "1 ms more",
  },
  {
    what: `a large one (${(LARGE.length / 1e6).toFixed(1)} MB)`,
    runs: 25,
    ours: action("fitbit-get-intraday-heart-rate", {
      startDate: DAY, granularity: "1sec", timeZone: "UTC",
    }),
    theirs: bare(HEART),
    bound: "1.5 times",
  },
];

const table: string[][] = [];
for (const { what, runs, ours, theirs, bound } of CASES) {
  const measured = { ours: [] as number[], theirs: [] as number[] };
  for (let i = -10; i < runs; i++) {
    for (const [name, call] of [["ours", ours], ["theirs", theirs]] as const) {
      const before = process.cpuUsage();
      await call();
      if (i >= 0) measured[name].push(cpuMs(before));
    }
  }
  const [own, rival] = [median(measured.ours), median(measured.theirs)];
  const figures = [own, rival, own - rival, own / rival].map((figure) => figure.toFixed(2));
  table.push([what, ...figures, bound]);
}
close();
print("CPU of an action beside the same call by the platform's axios alone, both ends of it", [
  "", "action, ms", "axios, ms", "more, ms", "times", "bound",
], table);
