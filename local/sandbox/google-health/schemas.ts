/**
 * The messages of the API: name → field → type. "!" is required of requests, "~" is set by the
 * server alone, [x] is a list of x, A|B one of these words; where words are many they have a
 * name, too. What the types of one resource alone have stands in its folder.
 * https://developers.google.com/health/reference/rest
 */
export type Schemas = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** Words as a field's type has them, from a text that is easier to read. */
export const oneOf = (words: string): string => words.trim().split(/\s+/).join("|");

export const SHARED_SCHEMAS: Schemas = {
  Application: {
    googleWebClientId: "string~", packageName: "string~", webClientId: "string~",
  },
  BatchDeleteDataPointsRequest: { names: "[string]!" },
  CivilDateTime: { date: "Date!", time: "TimeOfDay" },
  CivilTimeInterval: { end: "CivilDateTime!", start: "CivilDateTime!" },
  DailyRollUpDataPointsRequest: {
    dataSourceFamily: "string", pageSize: "int32", pageToken: "string",
    range: "CivilTimeInterval!", windowSizeDays: "int32",
  },
  DataSource: {
    application: "Application~", device: "Device",
    platform: "FITBIT|HEALTH_CONNECT|HEALTH_KIT|FIT|FITBIT_WEB_API|NEST|GOOGLE_WEB_API|GOOGLE_PARTNER_INTEGRATION~",
    recordingMethod: "MANUAL|PASSIVELY_MEASURED|DERIVED|ACTIVELY_MEASURED|UNKNOWN",
  },
  Date: { day: "int32", month: "int32", year: "int32" },
  Device: {
    displayName: "string",
    formFactor: "FITNESS_BAND|WATCH|PHONE|RING|CHEST_STRAP|SCALE|TABLET|HEAD_MOUNTED|SMART_DISPLAY",
    manufacturer: "string",
  },
  Interval: { endTime: "timestamp", startTime: "timestamp" },
  ObservationSampleTime: {
    civilTime: "CivilDateTime~", physicalTime: "timestamp!", utcOffset: "duration!",
  },
  ObservationTimeInterval: {
    civilEndTime: "CivilDateTime~", civilStartTime: "CivilDateTime~", endTime: "timestamp!",
    endUtcOffset: "duration!", startTime: "timestamp!", startUtcOffset: "duration!",
  },
  RollUpDataPointsRequest: {
    dataSourceFamily: "string", pageSize: "int32", pageToken: "string", range: "Interval!",
    windowSize: "duration!",
  },
  SessionTimeInterval: {
    civilEndTime: "CivilDateTime~", civilStartTime: "CivilDateTime~", endTime: "timestamp!",
    endUtcOffset: "duration!", startTime: "timestamp!", startUtcOffset: "duration!",
  },
  TimeOfDay: { hours: "int32", minutes: "int32", nanos: "int32", seconds: "int32" },
};
