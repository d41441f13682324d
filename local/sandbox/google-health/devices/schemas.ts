import type { Schemas } from "../schemas";

export const devicesSchemas: Schemas = {
  PairedDevice: {
    batteryLevel: "int32~", batteryStatus: "string~", deviceType: "TRACKER|SCALE~",
    deviceVersion: "string~", features: "[string]~", lastSyncTime: "timestamp~",
    macAddress: "string~", name: "string",
  },
};
