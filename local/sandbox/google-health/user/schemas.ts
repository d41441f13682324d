import type { Schemas } from "../schemas";

export const userSchemas: Schemas = {
  Identity: { healthUserId: "string~", legacyUserId: "string~", name: "string" },
  Profile: {
    age: "int32", autoRunningStrideLengthMm: "int32~", autoWalkingStrideLengthMm: "int32~",
    membershipStartDate: "Date~", name: "string", userConfiguredRunningStrideLengthMm: "int32",
    userConfiguredWalkingStrideLengthMm: "int32",
  },
  Settings: {
    autoStrideEnabled: "boolean", distanceUnit: "DISTANCE_UNIT_MILES|DISTANCE_UNIT_KILOMETERS",
    foodLanguageCode: "string~", glucoseUnit: "GLUCOSE_UNIT_MG_DL|GLUCOSE_UNIT_MMOL_L",
    heightUnit: "HEIGHT_UNIT_INCHES|HEIGHT_UNIT_CENTIMETERS", languageLocale: "string",
    name: "string",
    strideLengthRunningType: "STRIDE_LENGTH_TYPE_DEFAULT|STRIDE_LENGTH_TYPE_MANUAL|STRIDE_LENGTH_TYPE_AUTO",
    strideLengthWalkingType: "STRIDE_LENGTH_TYPE_DEFAULT|STRIDE_LENGTH_TYPE_MANUAL|STRIDE_LENGTH_TYPE_AUTO",
    swimUnit: "SWIM_UNIT_METERS|SWIM_UNIT_YARDS",
    temperatureUnit: "TEMPERATURE_UNIT_CELSIUS|TEMPERATURE_UNIT_FAHRENHEIT",
    timeZone: "string", utcOffset: "duration",
    waterUnit: "WATER_UNIT_ML|WATER_UNIT_FL_OZ|WATER_UNIT_CUP",
    weightUnit: "WEIGHT_UNIT_POUNDS|WEIGHT_UNIT_STONE|WEIGHT_UNIT_KILOGRAMS",
  },
};
