import { oneOf, type Schemas } from "../schemas";

export const nutritionSchemas: Schemas = {
  EnergyQuantity: { kcal: "double!", userProvidedUnit: "EnergyUnit" },
  EnergyQuantityRollup: { kcalSum: "double!", userProvidedUnitLast: "EnergyUnit" },
  EnergyUnit: oneOf(`JOULE KILOJOULE KILOCALORIE SMALL_CALORIE CALORIE`),
  HydrationLog: { amountConsumed: "VolumeQuantity!", interval: "SessionTimeInterval!" },
  HydrationLogRollupValue: { amountConsumed: "VolumeQuantityRollup" },
  MealType: oneOf(`
    BEFORE_BREAKFAST BREAKFAST BEFORE_LUNCH LUNCH BEFORE_DINNER DINNER AFTER_DINNER SNACK
    ANYTIME
  `),
  Nutrient: oneOf(`
    BIOTIN CAFFEINE CALCIUM CHLORIDE CARBOHYDRATES CHOLESTEROL CHROMIUM COPPER
    DIETARY_FIBER FOLIC_ACID IODINE IRON MAGNESIUM MANGANESE MOLYBDENUM
    MONOUNSATURATED_FAT NIACIN PANTOTHENIC_ACID PHOSPHORUS POLYUNSATURATED_FAT POTASSIUM
    PROTEIN RIBOFLAVIN SATURATED_FAT SELENIUM SODIUM SUGAR THIAMIN TRANS_FAT
    UNSATURATED_FAT VITAMIN_A VITAMIN_B12 VITAMIN_B6 VITAMIN_C VITAMIN_D VITAMIN_E
    VITAMIN_K ZINC FOLATE
  `),
  NutrientQuantity: { nutrient: "Nutrient!", quantity: "WeightQuantity!" },
  NutrientQuantityRollup: { nutrient: "Nutrient!", quantity: "WeightQuantityRollup!" },
  NutritionLog: {
    energy: "EnergyQuantity", energyFromFat: "EnergyQuantity", food: "string",
    foodDisplayName: "string", interval: "SessionTimeInterval!", mealType: "MealType",
    nutrients: "[NutrientQuantity]", serving: "Serving", totalCarbohydrate: "WeightQuantity",
    totalFat: "WeightQuantity",
  },
  NutritionLogRollupValue: {
    energy: "EnergyQuantityRollup", energyFromFat: "EnergyQuantityRollup",
    nutrients: "[NutrientQuantityRollup]", totalCarbohydrate: "WeightQuantityRollup",
    totalFat: "WeightQuantityRollup",
  },
  Serving: {
    amount: "double", foodMeasurementUnit: "string!",
    foodMeasurementUnitDisplayName: "string~",
  },
  VolumeQuantity: { milliliters: "double!", userProvidedUnit: "VolumeUnit" },
  VolumeQuantityRollup: { millilitersSum: "double!", userProvidedUnitLast: "VolumeUnit" },
  VolumeUnit: oneOf(`
    CUP_IMPERIAL CUP_US FLUID_OUNCE_IMPERIAL FLUID_OUNCE_US LITER MILLILITER PINT_IMPERIAL
    PINT_US
  `),
  WeightQuantity: { grams: "double!", userProvidedUnit: "WeightUnit" },
  WeightQuantityRollup: { gramsSum: "double!", userProvidedUnitLast: "WeightUnit" },
  WeightUnit: oneOf(`
    GRAM KILOGRAM OUNCE POUND STONE MILLIGRAM MICROGRAM NANOGRAM
  `),
};
