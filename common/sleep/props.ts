import { optionsCall } from "../call";
import type { LogQuery } from "../lists";
import { recentLogs } from "../options";
import type { OptionsQuery } from "../pipedream";
import type { SleepApi } from "./api";
import { nightAsleep } from "./sentences";

export const sleepProps = {
  sleepLogId: {
    type: "string",
    label: "Sleep Log ID",
    description: "The id of a sleep log, e.g. `2369048793018741424`. Take `logId` from **List Sleep Logs**.",
    async options(this: SleepApi, { prevContext }: OptionsQuery) {
      const list = (wanted: LogQuery) =>
        this.listSleepLogs({ ...wanted, own: true }, optionsCall());
      return recentLogs(prevContext, list, (log) => ({
        label: nightAsleep(log),
        value: log.logId,
        day: log.dateOfSleep,
      }));
    },
  },
} as const;
