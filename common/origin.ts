/** Who a record is by, as far as a record of either app tells: its kind, and what wrote it. */
export interface Told {
  /** `auto_detected`, `manual`, `mobile_run`, `tracker`, or the name of another app. */
  logType?: string;
  source?: { id?: string; name?: string; type?: string };
}

/**
 * `device`: recorded or detected by a watch; `hand`: typed in, or recorded with Fitbit's own
 * phone app; `app`: written by anything else.
 */
export type Writer = "device" | "hand" | "app";

/** Who it is by where a record names no source. */
const BY_LOG_TYPE = new Map<string, Writer>([
  ["tracker", "device"],
  ["auto_detected", "device"],
  ["manual", "hand"],
  ["mobile_run", "hand"],
]);

/** Fitbit's own phone apps: what they write, the person does. */
const OWN_IDS = ["228TSL", "228VSR", "com.fitbit.FitbitMobile", "MobileTrack"];
const OWN_NAME = /^Fitbit for (Android|iOS|iPad|iPhone|Windows\b.*)$/i;

/** Who a record is by; undefined where nothing tells. */
export function writtenBy({ logType, source }: Told): Writer | undefined {
  if (isOwn(source?.id) || isOwn(source?.name)) return "hand";
  if (source?.type && source.type !== "tracker") return "app";
  // A person may enter what a device stands beside.
  const told = isOwn(logType) ? "hand" : BY_LOG_TYPE.get(logType ?? "");
  if (told || source?.type) return told ?? "device";
  return logType ? "app" : undefined;
}

function isOwn(name = ""): boolean {
  return OWN_IDS.includes(name) || OWN_NAME.test(name);
}
