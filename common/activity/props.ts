import { optionsCall } from "../call";
import type { LogQuery } from "../lists";
import { recentLogs } from "../options";
import type { OptionsQuery } from "../pipedream";
import type { ActivityApi } from "./api";
import { workout } from "./sentences";

export const activityProps = {
  activityLogId: {
    type: "string",
    label: "Activity Log ID",
    description: "The id of an activity log, e.g. `2369048793018741424`. Take `logId` from **List Activity Logs**.",
    async options(this: ActivityApi, { prevContext }: OptionsQuery) {
      const list = (wanted: LogQuery) =>
        this.listActivityLogs({ ...wanted, own: true }, optionsCall());
      return recentLogs(prevContext, list, (log) => ({
        label: `${log.startTime.slice(0, 16).replace("T", " ")}: ${workout(log)}`,
        value: log.logId,
        day: log.startTime.slice(0, 10),
      }));
    },
  },
} as const;
