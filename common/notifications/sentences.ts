import { counted } from "../sentences";
import { timesOf, type Notification } from "./google-health-notification";

/** What an event says: `sleep changed, 2026-03-19 23:05 to 2026-03-20 06:50: 1 data point`. */
export function inWords(
  { dataPoints, ...notification }: Notification & { dataPoints?: unknown[] },
): string {
  const { dataType, operation } = notification;
  const what = operation === "DELETE" ? "deleted" : "changed";
  const found = dataPoints ? `: ${counted(dataPoints.length, "data point")}` : "";
  return `${dataType} ${what}${when(notification)}${found}`;
}

/** From the first to the last time, on the user's own clock where that is told. */
function when(notification: Notification): string {
  const times = timesOf(notification).map(({ civil, physical }) => civil ?? physical)
    .filter((known) => known !== undefined);
  if (!times.length) return "";
  const from = minute(Math.min(...times.map((time) => time.from)));
  const to = minute(Math.max(...times.map((time) => time.to)));
  const end = to.startsWith(from.slice(0, 10)) ? to.slice(11) : to;
  return from === to ? `, ${from}` : `, ${from} to ${end}`;
}

function minute(ms: number): string {
  return new Date(ms).toISOString().slice(0, 16).replace("T", " ");
}
