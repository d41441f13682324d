import { isInUse, isWanted, onEachApp, SCALE, WATCH, type Expecting } from "../devices/kind";

/** Each sync that a poll is the first to see. */
function expecting(): Expecting {
  const known = new Map<string, number | undefined>();
  return {
    due: (devices, props, now) => new Map(devices
      .filter((device) => isWanted(device, props) && device.lastSync !== known.get(device.id)
        && (known.has(device.id) || isInUse(device, now)))
      .map(({ id, lastSync }) => [id, `${id} at ${lastSync}`])),
    seen: (devices) => devices.forEach(({ id, lastSync }) => known.set(id, lastSync)),
  };
}

export const devices = onEachApp({
  choices: [{}, { device: WATCH }, { device: SCALE }], expecting,
});
