import { optionsCall } from "../call";
import type { LogQuery } from "../lists";
import { recentLogs } from "../options";
import type { OptionsQuery } from "../pipedream";
import type { ActivityApi } from "./api";
import { workout } from "./sentences";

const ACTIVITY_LOG_ID = {
  type: "string",
  label: "Activity Log ID",
  description: "The id of an activity log, e.g. `2369048793018741424`. Take `logId` from **List Activity Logs**.",
} as const;

function recentActivities(
  app: ActivityApi, own: boolean, { prevContext }: OptionsQuery,
) {
  const list = (wanted: LogQuery) => app.listActivityLogs({ ...wanted, own }, optionsCall());
  return recentLogs(prevContext, list, (log) => ({
    label: `${log.startTime.slice(0, 16).replace("T", " ")}: ${workout(log)}`,
    value: log.logId,
    day: log.startTime.slice(0, 10),
  }));
}

export const activityProps = {
  /** Of a log that this app may delete. */
  activityLogId: {
    ...ACTIVITY_LOG_ID,
    async options(this: ActivityApi, query: OptionsQuery) {
      return recentActivities(this, true, query);
    },
  },
  anyActivityLogId: {
    ...ACTIVITY_LOG_ID,
    async options(this: ActivityApi, query: OptionsQuery) {
      return recentActivities(this, false, query);
    },
  },
} as const;
