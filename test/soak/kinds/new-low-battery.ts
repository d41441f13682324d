import type { Device } from "../../../local/sandbox";
import { isInUse, isWanted, onEachApp, WATCH, type Expecting } from "../devices/kind";
import type { Props } from "../kind";

/** What became of a device's battery until now, as polls saw it. */
interface Battery {
  /** How often it was seen charged. */
  charges: number;
  /** That it was low, and how low, since it was charged. */
  low?: { level: number | undefined };
}

function isLow({ battery, level }: Device, { level: under }: Props): boolean {
  if (under === undefined) return battery === "Low" || battery === "Empty";
  return level !== undefined && level < Number(under);
}

function isCharged(device: Device, { level: under }: Props, { low }: Battery): boolean {
  const { battery, level = -Infinity } = device;
  if (under !== undefined) return level >= Number(under) + 10;
  return battery === "High" || (battery === "Medium" && level >= (low?.level ?? Infinity) + 10);
}

/** Each discharge that a poll is the first to see under the level. */
function expecting(): Expecting {
  const known = new Map<string, Battery>();
  const told = (device: Device, props: Props, now: number): boolean =>
    isWanted({ ...device, id: device.id }, { ...props, device: undefined })
    && isInUse(device, now) && (props.level === undefined || device.level !== undefined);
  return {
    due: (devices, props, now) => new Map(devices
      .filter((device) => told(device, props, now) && isWanted(device, props)
        && isLow(device, props) && !known.get(device.id)?.low)
      .map(({ id }) => [id, `${id} after ${known.get(id)?.charges ?? 0} charges`])),
    seen: (devices, props, now) => {
      for (const device of devices.filter((one) => told(one, props, now))) {
        const battery = known.get(device.id) ?? { charges: 0 };
        known.set(device.id, battery);
        if (isCharged(device, props, battery)) {
          known.set(device.id, { charges: battery.charges + 1 });
        } else if (isLow(device, props)) battery.low ??= { level: device.level };
      }
    },
  };
}

export const devices = onEachApp({
  choices: [{}, { level: 20 }, { level: 50 }, { device: WATCH, level: 30 }], expecting,
});
