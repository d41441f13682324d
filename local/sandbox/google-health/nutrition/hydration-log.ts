import { dataType, METHODS } from "../data-type";
import type { Fields } from "../read";
import { entries, record, removeFrom, session } from "../writer";
import { type Content, logs } from "./logs";
import { demandQuantities, quantity, sumOf } from "./quantities";

const drinkOf: Content = (_life, { value }, own) =>
  ({ amountConsumed: quantity(own?.amountConsumed, "milliliters", value) });

export const hydrationLog = dataType("hydration-log", "session", "nutrition", METHODS.all, {
  stream: logs("water", drinkOf, (all) => sumOf("amountConsumed", "milliliters", all)),
  writer: {
    message: "HydrationLog",
    read: session,
    add: (life, [at], log) => {
      demandQuantities(log, "data_point.hydration_log");
      const { milliliters } = log.amountConsumed as Fields;
      return record("water", entries)(life, at, Number(milliliters));
    },
    remove: removeFrom(entries),
  },
});
