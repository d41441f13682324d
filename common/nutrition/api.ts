import type { Answer } from "../answer";
import type { Call } from "../call";
import type { CivilDate, DayInput } from "../dates";
import type { FoundPages, Reading } from "../polling/found";
import type { Identity } from "../polling/identities";
import type { Days } from "../ranges";
import type { Series } from "../series";
import type { Volume } from "../units";
import type { NutritionFigures, NutritionMetric, NutritionRows } from "./metrics";
import type {
  DatedWaterLog, Food, FoodChange, FoodDay, FoodHabit, FoodLog, FoodUnit, NewFood, NewWater,
  WaterDay, WaterLog,
} from "./shapes";

/** Which logs are wanted: all of some days, or those of them that this app may delete. */
export interface LogsWanted extends Days {
  own?: boolean;
}

/** A log and the day that it belongs to. */
export interface OfDay<T> {
  date: CivilDate;
  log: T;
}

export interface NutritionApi extends RecentNutritionApi {
  /** One day's foods and their sums. */
  getFoodDay(day: DayInput, call: Call): Promise<Answer<FoodDay>>;
  /** One day's water, each log and the sum. */
  getWaterDay(day: DayInput, call: Call): Promise<Answer<WaterDay>>;
  /** Figures a day of each metric, the oldest day first; in the units of the call. */
  getNutritionTimeSeries(
    metrics: readonly NutritionMetric[],
    range: Days,
    call: Call,
  ): Promise<Series<NutritionRows, NutritionFigures>>;

  /** Foods of some days, the oldest first. */
  listFoodLogs(wanted: LogsWanted, call: Call): Promise<OfDay<FoodLog>[]>;
  /** The food that is stored already: the same one, at the same meal of the day. */
  findFoodLog(food: NewFood, call: Call): Promise<{ foodLog: FoodLog } | undefined>;
  /** Logs a food, and gives it as stored. */
  createFoodLog(food: NewFood, call: Call): Promise<Answer<{ foodLog?: FoodLog }>>;
  /** Changes a food log, and gives it as stored: where the API cannot, under another id. */
  updateFoodLog(
    logId: string,
    change: FoodChange,
    call: Call,
  ): Promise<Answer<{ foodLog?: FoodLog }>>;
  deleteFoodLog(logId: string, call: Call): Promise<void>;

  /** Water of some days, the oldest first. */
  listWaterLogs(wanted: LogsWanted, call: Call): Promise<OfDay<WaterLog>[]>;
  /** The water that is stored already: as much of it on the same day. */
  findWaterLog(water: NewWater, call: Call): Promise<{ waterLog: WaterLog } | undefined>;
  /** Logs water, and gives it as stored. */
  createWaterLog(water: NewWater, call: Call): Promise<Answer<{ waterLog?: WaterLog }>>;
  /** Changes a water log, and gives it as stored: where the API cannot, under another id. */
  updateWaterLog(
    logId: string,
    volume: Volume,
    call: Call,
  ): Promise<Answer<{ waterLog?: WaterLog }>>;
  deleteWaterLog(logId: string, call: Call): Promise<void>;

  /** A food of the database. */
  getFood(foodId: string, call: Call): Promise<Food>;
  /** Foods of late, each once, by when the person last ate it. */
  listRecentFoods(call: Call): Promise<FoodHabit[]>;
  /** The same by how often. */
  listFrequentFoods(call: Call): Promise<FoodHabit[]>;
  /** The units that foods are measured in. */
  listFoodUnits(call: Call): Promise<FoodUnit[]>;
}

/** Foods and drinks as a source polls them, from a day or a time on. */
export interface RecentNutritionApi {
  listRecentFoodLogs(reading: Reading, call: Call): FoundPages<FoodLog>;
  listRecentWaterLogs(reading: Reading, call: Call): FoundPages<DatedWaterLog>;
  /** How a source knows a food or a drink again. */
  getNutritionIdentity(): Identity;
}
