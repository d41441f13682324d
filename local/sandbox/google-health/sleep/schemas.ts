import type { Schemas } from "../schemas";

export const sleepSchemas: Schemas = {
  OutOfBedSegment: {
    endTime: "timestamp!", endUtcOffset: "duration!", startTime: "timestamp!",
    startUtcOffset: "duration!",
  },
  Sleep: {
    createTime: "timestamp~", interval: "SessionTimeInterval!", metadata: "SleepMetadata",
    outOfBedSegments: "[OutOfBedSegment]", shortAwakenings: "[SleepStage]~",
    stages: "[SleepStage]", summary: "SleepSummary~", type: "CLASSIC|STAGES",
    updateTime: "timestamp~",
  },
  SleepMetadata: {
    externalId: "string", mainSleep: "boolean~", manuallyEdited: "boolean~", nap: "boolean~",
    processed: "boolean~",
    stagesStatus: "REJECTED_COVERAGE|REJECTED_MAX_GAP|REJECTED_START_GAP|REJECTED_END_GAP|REJECTED_NAP|REJECTED_SERVER|TIMEOUT|SUCCEEDED|PROCESSING_INTERNAL_ERROR~",
  },
  SleepStage: {
    createTime: "timestamp~", endTime: "timestamp!", endUtcOffset: "duration!",
    startTime: "timestamp!", startUtcOffset: "duration!",
    type: "AWAKE|LIGHT|DEEP|REM|ASLEEP|RESTLESS!", updateTime: "timestamp~",
  },
  SleepSummary: {
    minutesAfterWakeUp: "int64~", minutesAsleep: "int64~", minutesAwake: "int64~",
    minutesInSleepPeriod: "int64~", minutesToFallAsleep: "int64~",
    stagesSummary: "[StageSummary]~",
  },
  StageSummary: {
    count: "int64~", minutes: "int64~", type: "AWAKE|LIGHT|DEEP|REM|ASLEEP|RESTLESS~",
  },
};
