import { optionsCall } from "../call";
import type { LogQuery } from "../lists";
import { recentLogs } from "../options";
import type { OptionsQuery } from "../pipedream";
import type { BodyApi } from "./api";
import { bodyFatLabel, weightLabel } from "./sentences";

export const bodyProps = {
  weightLogId: {
    type: "string",
    label: "Weight Log ID",
    description: "The id of a weight log, e.g. `1553067494000`. Take `logId` from **List Weight Logs**.",
    async options(this: BodyApi, { prevContext }: OptionsQuery) {
      const list = (wanted: LogQuery) =>
        this.listWeightLogs({ ...wanted, own: true }, optionsCall());
      return recentLogs(prevContext, list, (log) => (
        { label: weightLabel(log), value: log.logId, day: log.date }
      ));
    },
  },
  bodyFatLogId: {
    type: "string",
    label: "Body Fat Log ID",
    description: "The id of a body fat log, e.g. `1553069700000`. Take `logId` from **List Body Fat Logs**.",
    async options(this: BodyApi, { prevContext }: OptionsQuery) {
      const list = (wanted: LogQuery) =>
        this.listBodyFatLogs({ ...wanted, own: true }, optionsCall());
      return recentLogs(prevContext, list, (log) => (
        { label: bodyFatLabel(log), value: log.logId, day: log.date }
      ));
    },
  },
  weight: {
    type: "string",
    label: "Weight",
    description: "How much you weigh, in the unit given beside it, e.g. `72.5`.",
  },
  weightUnit: {
    type: "string",
    label: "Unit",
    description: "The unit of the weight, e.g. `kg`. One of `kg`, `lb`, `stone`. What is returned is in it too.",
    options: ["kg", "lb", "stone"],
  },
  bodyFat: {
    type: "string",
    label: "Body Fat (%)",
    description: "Your body fat in percent, e.g. `18.4`.",
  },
} as const;
