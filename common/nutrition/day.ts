import type { Answer, Missing } from "../answer";
import type { Call } from "../call";
import type { CivilDate, DayInput } from "../dates";
import { lossOf } from "../losses";
import type { NutritionApi } from "./api";
import type { FoodDay, FoodLog, NutritionalValues, WaterDay, WaterLog } from "./shapes";

/** What was eaten and drunk on a day, by halves; what is not known is null. */
export interface FoodAndWater {
  date?: CivilDate;
  nutrition: {
    summary: NutritionalValues | null;
    goals: { calories?: number } | null;
    foods: FoodLog[];
    /** Neither API has meals with the foods of a day. */
    meals: never[];
  };
  water: { summary: { water?: number } | null; goal: null; entries: WaterLog[] };
  /** The halves as they were answered; null is one that may not be read. */
  raw: { nutrition: Omit<FoodDay, "date"> | null; water: Omit<WaterDay, "date"> | null };
}

/**
 * Both halves of a day. One that is refused is lost alone, and named; where both are, the
 * refusal is thrown.
 */
export async function foodAndWaterOf(
  app: Pick<NutritionApi, "getFoodDay" | "getWaterDay">, day: DayInput, call: Call,
): Promise<Answer<FoodAndWater>> {
  const eaten = await half("nutrition", () => app.getFoodDay(day, call));
  // Which day it is need not be asked for again.
  const { date } = eaten.data ?? {};
  const known = date === undefined ? day : { date };
  const drunk = await half("water", () => app.getWaterDay(known, call));
  if ("error" in eaten && "error" in drunk) throw eaten.error;
  const missing = [...eaten.missing, ...drunk.missing];
  return {
    data: byHalves(date ?? drunk.data?.date, eaten.data, drunk.data),
    ...missing.length && { missing },
  };
}

interface Half<T> {
  data?: T;
  missing: Missing[];
  error?: unknown;
}

async function half<T>(part: string, ask: () => Promise<Answer<T>>): Promise<Half<T>> {
  try {
    const { data, missing = [] } = await ask();
    return { data, missing };
  } catch (error) {
    const loss = lossOf(error);
    if (!loss) throw error;
    return { missing: [{ part, ...loss }], error };
  }
}

function byHalves(
  date: CivilDate | undefined, eaten: FoodDay | undefined, drunk: WaterDay | undefined,
): FoodAndWater {
  return {
    ...date !== undefined && { date },
    nutrition: {
      summary: eaten?.summary ?? null,
      goals: eaten?.goals ?? null,
      foods: eaten?.foods ?? [],
      meals: [],
    },
    water: { summary: drunk?.summary ?? null, goal: null, entries: drunk?.water ?? [] },
    raw: { nutrition: eaten ? undated(eaten) : null, water: drunk ? undated(drunk) : null },
  };
}

function undated<T extends { date?: CivilDate }>(day: T): Omit<T, "date"> {
  const rest = { ...day };
  delete rest.date;
  return rest;
}
