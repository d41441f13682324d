/** An event in the shape of the real ones. */
export default {
  version: "1",
  clientProvidedSubscriptionName: "workflows",
  healthUserId: "4201337",
  operation: "UPSERT",
  dataType: "weight",
  intervals: [
    {
      physicalTimeInterval: {
        startTime: "2026-03-20T06:14:00Z",
        endTime: "2026-03-20T06:14:00Z",
      },
      civilDateTimeInterval: {
        startDateTime: {
          date: {
            year: 2026,
            month: 3,
            day: 20,
          },
          time: {
            hours: 7,
            minutes: 14,
          },
        },
        endDateTime: {
          date: {
            year: 2026,
            month: 3,
            day: 20,
          },
          time: {
            hours: 7,
            minutes: 14,
          },
        },
      },
      civilIso8601TimeInterval: {
        startTime: "2026-03-20T07:14:00",
        endTime: "2026-03-20T07:14:00",
      },
    },
  ],
};
