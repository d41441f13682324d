/** An event in the shape of the real ones. */
export default {
  battery: "High",
  batteryLevel: 85,
  deviceVersion: "Charge 6",
  features: [
    "HEART_RATE",
    "SLEEP",
    "STEPS",
  ],
  id: "816713257",
  lastSyncTime: "2026-03-20T08:41:07.000",
  mac: "5C0A1B2C3D4E",
  type: "TRACKER",
};
