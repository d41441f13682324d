import type { ActivityApi } from "./activity/api";
import type { BodyApi } from "./body/api";
import type { DaysApi } from "./days";
import type { DevicesApi } from "./devices/api";
import type { HeartApi } from "./heart/api";
import type { IdsApi } from "./input";
import type { NutritionApi } from "./nutrition/api";
import type { RequestApi } from "./request/api";
import type { SleepApi } from "./sleep/api";
import type { UserApi } from "./user/api";
import type { VitalsApi } from "./vitals/api";

/**
 * What the components ask of an app, the same on both: days of the user's calendar, local
 * times, records in Fitbit's shapes. Failures are ApiErrors; wrong input is a
 * ConfigurationError.
 */
export interface HealthApi
  extends IdsApi, DaysApi, UserApi, ActivityApi, HeartApi, VitalsApi, SleepApi, RequestApi,
  BodyApi, DevicesApi, NutritionApi {}
