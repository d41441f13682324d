import type { Call } from "../call";
import type { DaysApi } from "../days";
import type { Choice } from "../polling/record-stream";
import { records } from "../polling/records";
import type { Stream } from "../polling/stream";
import type { RecentNutritionApi } from "./api";
import { drink, food } from "./sentences";
import type { DatedWaterLog, FoodLog } from "./shapes";

type Api = RecentNutritionApi & Pick<DaysApi, "getRecordClock">;

const LOOK_BACK_DAYS = 14;

/** Foods of the last two weeks, as they are logged. */
export function foodStream(app: Api, call: Call, choice: Choice<FoodLog> = {}): Stream {
  return records({
    call,
    lookBackDays: LOOK_BACK_DAYS,
    recent: (reading) => app.listRecentFoodLogs(reading, call),
    identity: app.getNutritionIdentity(),
    clock: app.getRecordClock(call),
    isWanted: () => true,
    summary: food,
    ...choice,
  });
}

/** Water of the last two weeks, as it is logged. */
export function waterStream(
  app: Api, call: Call, choice: Choice<DatedWaterLog> = {},
): Stream {
  return records({
    call,
    lookBackDays: LOOK_BACK_DAYS,
    recent: (reading) => app.listRecentWaterLogs(reading, call),
    identity: app.getNutritionIdentity(),
    clock: app.getRecordClock(call),
    isWanted: () => true,
    summary: (log) => drink(log, call.unitSystem),
    ...choice,
  });
}
