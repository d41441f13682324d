import type { AppSlug } from "../../../local/catalog/apps";
import type { Device } from "../../../local/sandbox";
import type { Props } from "../kind";

/** What a history expects of a source, told from the person's devices. */
export interface Expecting {
  /** What is to be told of each device that has something new, by the device's id. */
  due: (devices: Device[], props: Props, now: number) => Map<string, string>;
  /** A poll has ended well, and has seen them. */
  seen: (devices: Device[], props: Props, now: number) => void;
}

/** How the person's devices look to a source on one of the apps. */
export interface DeviceLook {
  /** The settings that a history changes between. */
  choices: readonly Props[];
  expecting: () => Expecting;
  /** Times are the person's, and have no zone. */
  isLocal: boolean;
  /** Zeros are left out. */
  hidesZero: boolean;
  /** The most requests of a poll that tells of something. */
  firing: number;
}

/** How they look on each app: what a file in `kinds/`, of the name of its source, says. */
export type DeviceLooks = Record<AppSlug, DeviceLook>;

/** A source of devices on one of the apps. */
export interface DeviceKind extends DeviceLook { key: string; component: unknown }

/** What holds on each app. */
export const onEachApp = (look: Pick<DeviceLook, "choices" | "expecting">): DeviceLooks => ({
  fitbit: { ...look, isLocal: true, hidesZero: false, firing: 1 },
  google_health: { ...look, isLocal: false, hidesZero: true, firing: 2 },
});

/** The watch and the scale that the person has; the phone is not told of. */
export const WATCH = "816713257";
export const SCALE = "816713258";
export const PHONE = "816713256";

export const isWanted = ({ id }: Device, { device }: Props): boolean =>
  id !== PHONE && (device === undefined || device === id);

export const isInUse = ({ lastSync = 0 }: Device, now: number): boolean =>
  now - lastSync < 14 * 86_400_000;
