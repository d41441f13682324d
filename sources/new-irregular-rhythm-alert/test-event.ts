/** An event in the shape of the real ones, which have several windows of many beats. */
export default {
  alertTime: "2026-03-20T02:12:00.000",
  algoVersion: "1.6",
  detectedTime: "2026-03-20T02:42:00.000",
  deviceType: "Charge 6",
  serviceVersion: "2.2",
  windows: [
    {
      bpmData: [
        {
          dataTime: "2026-03-20T02:12:00.617",
          value: 92,
        },
        {
          dataTime: "2026-03-20T02:12:07.214",
          value: 71,
        },
      ],
      startTime: "2026-03-20T02:12:00.000",
    },
  ],
};
