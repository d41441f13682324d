import type { Person } from "./person";

/** What the person owns; the phone has the app and measures steps. */
export interface Device {
  id: string;
  type: "TRACKER" | "SCALE";
  version: string;
  battery: "High" | "Medium" | "Low" | "Empty";
  /** Percent; nothing is known of the phone's. */
  level?: number;
  /** Epoch ms; absent of what has never synced. */
  lastSync?: number;
  address: string;
  features: readonly string[];
}

const MINUTE = 60_000;

const WATCH_FEATURES = [
  "ACTIVE_ZONE_MINUTES", "CALORIES", "CONNECTED_GPS", "DISTANCE", "ELEVATION", "GROK",
  "HEART_RATE", "SEDENTARY_TIME", "SLEEP", "SMART_SLEEP", "SPO2", "STEPS", "SWIM",
];

/** The scale syncs by itself when someone has stood on it. */
const lastWeighing = (person: Person): number =>
  person.weighings().filter(({ source }) => source === "scale").at(-1)?.start ?? person.lastSync;

/** The person's devices, in the order in which they came to the account. */
export const devicesOf = (person: Person): Device[] => [
  {
    id: "816713256",
    type: "TRACKER",
    version: "MobileTrack",
    battery: "Empty",
    // The phone goes first, and then asks the watch.
    lastSync: person.lastSync - 15 * MINUTE,
    address: "5C0A1B2C3D4D",
    features: [],
  },
  {
    id: "816713257",
    type: "TRACKER",
    version: "Charge 6",
    battery: "High",
    level: 85,
    lastSync: person.lastSync,
    address: "5C0A1B2C3D4E",
    features: WATCH_FEATURES,
  },
  {
    id: "816713258",
    type: "SCALE",
    version: "Aria Air",
    battery: "Medium",
    level: 54,
    lastSync: lastWeighing(person),
    address: "5C0A1B2C3D4F",
    features: [],
  },
];

/** A watch that lies in a drawer since it was set up: accounts keep such ones for years. */
export const UNUSED: Device = {
  id: "816713250",
  type: "TRACKER",
  version: "Inspire 2",
  battery: "Empty",
  address: "5C0A1B2C3D4A",
  features: [],
};
