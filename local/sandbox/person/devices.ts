import { HOUR, MINUTE } from "./days";
import type { Weighing } from "./truth";

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

/** The model of a phone. */
export const PHONE = "MobileTrack";

const WATCH_FEATURES = [
  "ACTIVE_ZONE_MINUTES", "CALORIES", "CONNECTED_GPS", "DISTANCE", "ELEVATION", "GROK",
  "HEART_RATE", "SEDENTARY_TIME", "SLEEP", "SMART_SLEEP", "SPO2", "STEPS", "SWIM",
];

/** How a battery stood at a moment. */
interface Charge {
  at: number;
  level: number;
  /** Some devices tell the word alone. */
  isLevelHidden?: boolean;
}

/** The watch's battery lasts for six days, and is charged before it is empty. */
const WATCH_PERCENT_A_MS = 0.6 / HOUR;
const CHARGED_AT = 10;

function levelAt({ at, level }: Charge, time: number, percentAMs: number): number {
  const left = level - Math.max(0, time - at) * percentAMs;
  const lowest = Math.min(level, CHARGED_AT);
  return Math.round(left < lowest ? 100 - (lowest - left) % (100 - CHARGED_AT) : left);
}

/** Of two that were seen 66 and 47 were `Medium`; where the words part is not documented. */
function wordFor(level: number): Device["battery"] {
  if (level >= 70) return "High";
  if (level >= 25) return "Medium";
  return level > 0 ? "Low" : "Empty";
}

/** What of the person tells when their devices synced. */
interface Person {
  readonly lastSync: number;
  weighings(): Weighing[];
}

/** The scale syncs by itself when someone has stood on it. */
const lastWeighing = (person: Person): number =>
  person.weighings().filter(({ source }) => source === "scale").at(-1)?.start ?? person.lastSync;

/** A device and when it synced last. */
interface Owned extends Omit<Device, "battery" | "level" | "lastSync"> {
  charge?: Charge;
  percentAMs: number;
  lastSync: (person: Person) => number;
}

const NEW_WATCH = {
  type: "TRACKER", version: "Inspire 3", address: "5C0A1B2C3D50", features: WATCH_FEATURES,
} as const;

const OWNED = (now: number): Owned[] => [
  {
    id: "816713256",
    type: "TRACKER",
    version: PHONE,
    percentAMs: 0,
    // The phone goes first, and then asks the watch.
    lastSync: (person) => person.lastSync - 15 * MINUTE,
    address: "5C0A1B2C3D4D",
    features: [],
  },
  {
    id: "816713257",
    type: "TRACKER",
    version: "Charge 6",
    charge: { at: now, level: 85 },
    percentAMs: WATCH_PERCENT_A_MS,
    lastSync: (person) => person.lastSync,
    address: "5C0A1B2C3D4E",
    features: WATCH_FEATURES,
  },
  {
    id: "816713258",
    type: "SCALE",
    version: "Aria Air",
    charge: { at: now, level: 54 },
    percentAMs: 0,
    lastSync: lastWeighing,
    address: "5C0A1B2C3D4F",
    features: [],
  },
];

/** What the person owns, in the order in which it came to the account. */
export class Devices {
  private owned: Owned[];

  constructor(now: number) {
    this.owned = OWNED(now);
  }

  list(person: Person): Device[] {
    return this.owned.map(({ charge, percentAMs, lastSync, ...device }) => {
      const last = lastSync(person);
      const level = charge && levelAt(charge, last, percentAMs);
      return {
        ...device,
        battery: level === undefined ? "Empty" : wordFor(level),
        level: charge?.isLevelHidden ? undefined : level,
        lastSync: last,
      };
    });
  }

  has(id: string): boolean {
    return this.owned.some((device) => device.id === id);
  }

  /** The battery stands so at this moment. */
  charge(id: string, charge: Charge): void {
    this.change(id, { charge });
  }

  /** It lies in a drawer, and has synced last then. */
  rest(id: string, last: number): void {
    this.change(id, { lastSync: () => last });
  }

  /** A new watch, which syncs with the person. */
  pair(id: string, charge: Charge): void {
    const percentAMs = WATCH_PERCENT_A_MS;
    const lastSync = (person: Person): number => person.lastSync;
    this.owned.push({ ...NEW_WATCH, id, charge, percentAMs, lastSync });
  }

  /** It is taken off the account. */
  unpair(id: string): void {
    this.owned = this.owned.filter((device) => device.id !== id);
  }

  /** The APIs list them in no order. */
  reorder(): void {
    this.owned.reverse();
  }

  private change(id: string, how: Partial<Owned>): void {
    this.owned = this.owned.map((device) => device.id === id ? { ...device, ...how } : device);
  }
}

/** The person's devices, in the order in which they came to the account. */
export const devicesOf = (person: Person & { devices: Devices }): Device[] =>
  person.devices.list(person);

/** A watch that lies in a drawer since it was set up: accounts keep such ones for years. */
export const UNUSED: Device = {
  id: "816713250",
  type: "TRACKER",
  version: "Inspire 2",
  battery: "Empty",
  address: "5C0A1B2C3D4A",
  features: [],
};
