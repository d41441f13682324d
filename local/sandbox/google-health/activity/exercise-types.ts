import type { ExerciseKindName } from "../../person/exercise-kinds";
import type { NamedActivity } from "../../person/truth";
import { oneOf } from "../schemas";

/** https://developers.google.com/health/reference/rest/v4/Exercise#exercisetype */
export const EXERCISE_TYPES = oneOf(`
  AEROBIC_WORKOUT ARCHERY ASSAULT_BIKE BACKPACKING BADMINTON BALLET BALLROOM_DANCE
  BARRE_CLASS BASEBALL BASKETBALL BIKING BILLIARDS BODY_WEIGHT BOOTCAMP BOWLING BOXING
  BREAKDANCING CALISTHENICS CANOEING CARDIO_SCULPT CARDIO_WORKOUT CARPENTRY
  CHEERLEADING CIRCUIT_TRAINING CLEANING CLIMBING CORE_TRAINING CRICKET CROQUET
  CROSS_COUNTRY_SKI CROSS_TRAINING CROSSFIT CURLING DANCING DIVING ELECTRIC_BIKE
  ELECTRIC_SCOOTER ELLIPTICAL EQUESTRIAN_SPORTS EXERCISE_CLASS FENCING FIELD_HOCKEY
  FISHING FITNESS_GAMING FOILING FOOTBALL_AMERICAN FOOTBALL_AUSTRALIAN FREE_WEIGHTS
  FRISBEE_PLAYING_GENERAL FUNCTIONAL_STRENGTH_TRAINING GARDENING GOLF GYMNASTICS
  HANDBALL HAND_CYCLING HIIT HIKING HIP_HOP HOCKEY HOEING HOUSEHOLD_CHORES HUNTING
  ICE_SKATING INCLINE_RUN INCLINE_WALK INDOOR_CLIMBING INTERVAL_WORKOUT JAZZ_DANCE
  JIU_JITSU JUMPING_ROPE KARATE KAYAKING KICKBOXING KITESURFING LACROSSE MARTIAL_ARTS
  MEDITATE MODERN_DANCE MOTOCROSS MOTORCYCLE MOUNTAIN_BIKE MOWING_LAWN MUAY_THAI
  MULTISPORT MUSICAL_PERFORMANCE NORDIC_WALKING ORIENTEERING OTHER OUTDOOR_BIKE
  OUTDOOR_WORKOUT PADDLEBOARDING PADEL PAINTING PARAGLIDING PARKOUR PICKELBALL PILATES
  POLO POWERLIFTING POWER_WALKING RACKET_SPORTS RACQUETBALL RESISTANCE_BANDS
  ROCK_CLIMBING ROLLERBLADING ROLLER_SKATING ROWING ROWING_MACHINE RUCKING RUGBY
  RUNNING SAILING SCOOTERING SCUBA_DIVING SHOOTING SHOVELING SKATEBOARDING SKATING
  SKIING SKYDIVING SNORKELING SNOWBOARDING SNOWMOBILING SNOWSHOEING SNOW_SPORT SOCCER
  SOFTBALL SPEED_SKATING SPINNING SPORT SQUASH STAIRCLIMBER STATIONARY_BIKE
  STEP_TRAINING STRENGTH_TRAINING STRETCHING STROLLER_WALK SURFING SWIMMING
  SWIMMING_OPEN_WATER SWIMMING_POOL SYNCHRONIZED_SWIMMING TABATA_WORKOUT TABLE_TENNIS
  TAEKWONDO TAI_CHI TANGO TENNIS TRACK_AND_FIELD TRAIL_RUN TRAMPOLINE TREADMILL
  TREADMILL_WALK TRX ULTIMATE_FRISBEE UNICYCLING VOLLEYBALL VOLLEYBALL_BEACH
  WAKEBOARDING WALKING WALK_WITH_WEIGHTS WATER_AEROBICS WATER_JOGGING WATER_POLO
  WATER_SKIING WATER_SPORT WATER_VOLLEYBALL WEEDING WEIGHTLIFTING WEIGHT_MACHINES
  WEIGHTS WHEELCHAIR WINDSURFING WORKOUT WRESTLING YOGA YOGA_BIKRAM YOGA_HATHA
  YOGA_POWER YOGA_VINYASA ZUMBA
`);

const OF_KIND: Record<ExerciseKindName, string> = {
  walk: "WALKING", run: "RUNNING", bike: "BIKING", swim: "SWIMMING",
  sport: "SPORT", workout: "WORKOUT", weights: "WEIGHTS", yoga: "YOGA",
};

/** What the legacy Fitbit Web API calls some types: its id and name. */
const FITBIT: [type: string, id: number, name: string][] = [
  ["WALKING", 90013, "Walk"], ["HIKING", 90012, "Hike"], ["BACKPACKING", 17010, "Backpacking"],
  ["NORDIC_WALKING", 17231, "Nordic walking"], ["RUNNING", 90009, "Run"],
  ["TREADMILL", 90019, "Treadmill"], ["BIKING", 90001, "Bike"],
  ["OUTDOOR_BIKE", 1071, "Outdoor Bike"], ["SPINNING", 55001, "Spinning"],
  ["STATIONARY_BIKE", 2010, "Bicycling, stationary, general"], ["SWIMMING", 90024, "Swim"],
  ["WATER_AEROBICS", 18355, "Water aerobics"], ["WATER_JOGGING", 18366, "Water jogging"],
  ["AEROBIC_WORKOUT", 3015, "Aerobic, general"], ["DANCING", 3025, "Dancing, general"],
  ["BALLET", 3010, "Ballet or modern"], ["ZUMBA", 20057, "Zumba"], ["WORKOUT", 3000, "Workout"],
  ["WEIGHTS", 2131, "Weights"], ["CIRCUIT_TRAINING", 2040, "Circuit training"],
  ["STAIRCLIMBER", 2065, "Stair-treadmill ergometer"], ["ELLIPTICAL", 20047, "Elliptical"],
  ["ROWING_MACHINE", 2070, "Rowing, stationary, general"], ["YOGA", 52001, "Yoga"],
  ["STRETCHING", 52000, "Stretching"], ["PILATES", 53000, "Pilates"],
  ["INTERVAL_WORKOUT", 20058, "Interval Workout"], ["SPORT", 15000, "Sport"],
  ["ARCHERY", 15010, "Archery"], ["BADMINTON", 15030, "Badminton, general"],
  ["BASKETBALL", 15055, "Basketball, general"], ["GOLF", 15255, "Golf, general"],
  ["MARTIAL_ARTS", 15430, "Martial arts"], ["SOCCER", 15610, "Soccer, general"],
  ["TENNIS", 15675, "Tennis, general"], ["VOLLEYBALL", 15710, "Volleyball"],
  ["SQUASH", 15652, "Squash"], ["TABLE_TENNIS", 15660, "Table tennis"],
  ["ICE_SKATING", 19030, "Skating, ice, general"], ["SKIING", 19075, "Skiing, general"],
  ["CROSS_COUNTRY_SKI", 19080, "Skiing, cross country"], ["SNOWSHOEING", 19190, "Snow shoeing"],
];

/** The type of an exercise; what has no type of its own is OTHER and keeps its name. */
export function typeOf(kind: ExerciseKindName | NamedActivity): string {
  if (typeof kind === "string") return OF_KIND[kind];
  const known = FITBIT.find(([, id]) => id === kind.typeId)
    ?? FITBIT.find(([, id]) => id === kind.parentId);
  return known?.[0] ?? "OTHER";
}

/** The name that the server gives a type: "Water polo" for WATER_POLO. */
export function displayNameOf(type: string): string {
  const words = type.toLowerCase().replace(/_/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Above all ids of the Fitbit catalogue: what it has no type for. */
const OWN_TYPE = 40_000_000;

/** How an exercise that was written here is named for the other API. */
export function activityOf(type: string, displayName: string): NamedActivity {
  const known = FITBIT.find(([name]) => name === type);
  const name = known?.[2] ?? displayName;
  const typeId = known?.[1]
    ?? OWN_TYPE + Buffer.from(name).reduce((h, b) => (h * 31 + b) % 1_000_003, 7);
  return { typeId, parentId: typeId, name, parentName: name, description: "" };
}
