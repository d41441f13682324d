import { devices, type Look } from "../polling/devices";
import { isObject } from "../polling/json";
import type { Stream } from "../polling/stream";
import type { FoundDevice } from "./api";
import { batteryLow } from "./sentences";
import type { Device } from "./shapes";
import { isRecent, isWatched, syncOf } from "./watched";

/** What is remembered of a battery. */
interface Discharge {
  /** The last poll that saw it charged, in ms; absent when none has. */
  since?: number;
  /** Whether it has been told that this discharge came to its end. */
  isTold: boolean;
  /** Percent, when it was told. */
  level?: number;
}

/** So many points above what is low, and it was charged: levels go up and down by some. */
const CHARGED_POINTS = 10;
const LOW = ["Low", "Empty"];

/**
 * A battery falls under a level in percent, or else to the word `Low`: told once until it was
 * charged.
 */
export function batteries(
  list: () => Promise<FoundDevice[]>,
  { chosen, under }: { chosen: string | undefined; under: number | undefined },
): Stream {
  return devices<FoundDevice, Discharge, Device>({
    devices: list,
    idOf: ({ device }) => device.id,
    readState,
    compare: (before, found, now) => {
      const charge = chargeOf(found.device, before, under);
      if (charge === undefined || isForgotten(found, now)) return {};
      const { device } = found;
      if (charge === "charged") return { state: { since: now, isTold: false } };
      if (charge === "between") return before ? {} : { state: { isTold: false } };
      if (before?.isTold) return {};
      const state = { ...before, isTold: true, level: device.batteryLevel };
      // What does not say when it synced may be old: it is told of once it was seen charged.
      const isNews = before !== undefined || syncOf(found) !== undefined;
      if (!isNews || !isWatched(found, chosen)) return { state };
      return { state, news: news(found, before, now) };
    },
    summary: batteryLow,
  });
}

function news(
  { device, complete }: FoundDevice, before: Discharge | undefined, now: number,
): Look<Discharge, Device>["news"] {
  return { id: `${device.id}-${before?.since ?? "low"}`, ts: now, report: complete };
}

function readState(value: unknown): Discharge | undefined {
  if (!isObject(value) || typeof value.isTold !== "boolean") return undefined;
  const { since, isTold, level } = value;
  return {
    isTold,
    ...typeof since === "number" && { since },
    ...typeof level === "number" && { level },
  };
}

/** Whether the device has not synced for long, so that its battery is that of then. */
function isForgotten(found: FoundDevice, now: number): boolean {
  const sync = syncOf(found);
  return sync !== undefined && !isRecent(sync, now);
}

/** How a battery stands; undefined when nothing tells. */
function chargeOf(
  { battery, batteryLevel }: Device, before: Discharge | undefined, under: number | undefined,
): "low" | "between" | "charged" | undefined {
  if (under !== undefined) {
    if (batteryLevel === undefined) return undefined;
    if (batteryLevel < under) return "low";
    return batteryLevel >= Math.min(under + CHARGED_POINTS, 100) ? "charged" : "between";
  }
  if (battery === undefined) return undefined;
  if (LOW.includes(battery)) return "low";
  const isHigher = batteryLevel !== undefined && before?.level !== undefined
    && batteryLevel >= before.level + CHARGED_POINTS;
  return isHigher || battery === "High" ? "charged" : "between";
}
