import type { ExerciseKindName } from "../../person/exercise-kinds";
import type { NamedActivity } from "../../person/truth";
import type { Route } from "../route";

type Level = [id: number, name: string, mets: number, minMph?: number, maxMph?: number];
type Type = [id: number, name: string, metsOrLevels: number | Level[], hasSpeed?: true];

const WALK_LEVELS: Level[] = [
  [17151, "Walking less than 2 mph, strolling very slowly", 2, -1, 1.9],
  [17152, "2 mph, slow pace, firm surface", 2.8, 2, 2.4],
  [17170, "2.5 mph, firm surface", 3, 2.5, 2.9],
  [17190, "3 mph, moderate pace, firm surface", 3.5, 3, 3.4],
  [17200, "3.5 mph, brisk, firm surface", 4.3, 3.5, 3.9],
  [17220, "4 mph, very brisk pace", 5, 4, -1],
];
const RUN_LEVELS: Level[] = [
  [12030, "5 mph (12 min/mile)", 8.3, -1, 5.1],
  [12050, "6 mph (10 min/mile)", 9.8, 5.2, 6.6],
  [12070, "7 mph (8.5 min/mile)", 11, 6.7, 7.4],
  [12090, "8 mph (7.5 min/mile)", 11.8, 7.5, -1],
];
const BIKE_LEVELS: Level[] = [
  [1010, "under 10 mph", 4, -1, 9.9],
  [1020, "10-11.9 mph", 6, 10, 11.9],
  [1030, "12-13.9 mph", 8, 12, 13.9],
  [1040, "14-15.9 mph", 10, 14, -1],
];
const SWIM_LEVELS: Level[] = [
  [18230, "laps, freestyle, fast", 9.8],
  [18240, "laps, freestyle, light or moderate effort", 5.8],
  [18290, "leisurely, not lap swimming", 6],
];
const STEP_LEVELS: Level[] = [
  [3016, "6 - 8 inch step", 8.5],
  [3017, "10 - 12 inch step", 10],
];

/** A part of Fitbit's public catalogue, with the ids and names it uses. */
const CATEGORIES: [id: number, name: string, types: Type[]][] = [
  [20, "Walking", [
    [90013, "Walk", WALK_LEVELS, true], [90012, "Hike", 6, true], [17010, "Backpacking", 7],
    [17150, "Walking the dog", 3, true], [17231, "Nordic walking", 6.8, true],
    [17133, "Stair climbing, slow pace", 4], [17080, "Hiking, cross country", 6],
  ]],
  [9, "Running", [
    [90009, "Run", RUN_LEVELS, true], [90019, "Treadmill", RUN_LEVELS, true],
    [12010, "Jog and walk combination", 6], [12020, "Jogging, general", 7],
    [12140, "Running, cross country", 9], [12150, "Running, general", 8],
    [12170, "Running, stairs, up", 15], [12190, "Running, training, pushing a wheelchair", 8],
  ]],
  [1, "Bicycling", [
    [90001, "Bike", BIKE_LEVELS, true], [1071, "Outdoor Bike", BIKE_LEVELS, true],
    [1009, "Bicycling, BMX or mountain", 8.5], [1015, "Bicycling, general", 7.5],
    [55001, "Spinning", 8.5], [2010, "Bicycling, stationary, general", 7],
  ]],
  [18, "Swimming", [
    [90024, "Swim", SWIM_LEVELS, true], [18310, "Swimming, leisurely", 6],
    [18350, "Swimming, treading water", 4], [18355, "Water aerobics", 5.5],
    [18366, "Water jogging", 9.8], [18365, "Water volleyball", 3],
  ]],
  [17, "Dancing", [
    [90004, "Aerobic step", STEP_LEVELS], [3015, "Aerobic, general", 6.5],
    [3020, "Aerobic, low impact", 5], [3021, "Aerobic, high impact", 7.3],
    [3010, "Ballet or modern", 5], [3025, "Dancing, general", 4.5],
    [3040, "Ballroom, slow", 3], [20057, "Zumba", 6.5],
  ]],
  [2, "Conditioning", [
    [3000, "Workout", 5], [2131, "Weights", 3.5], [2020, "Calisthenics, vigorous", 8],
    [2030, "Calisthenics, light", 3.5], [2040, "Circuit training", 8],
    [2065, "Stair-treadmill ergometer", 9], [20047, "Elliptical", 5],
    [2070, "Rowing, stationary, general", 7], [52001, "Yoga", 2.5], [52000, "Stretching", 2.3],
    [53000, "Pilates", 3], [20058, "Interval Workout", 7], [2048, "Kettlebells", 8],
  ]],
  [15, "Sports", [
    [15000, "Sport", 6], [15010, "Archery", 3.5], [15030, "Badminton, general", 4.5],
    [15055, "Basketball, general", 6.5], [15110, "Boxing, punching bag", 6],
    [15255, "Golf, general", 4.5], [15430, "Martial arts", 10.3],
    [15535, "Rock climbing, ascending", 11], [15610, "Soccer, general", 7],
    [15675, "Tennis, general", 7], [15680, "Tennis, doubles", 6],
    [15710, "Volleyball", 4], [15652, "Squash", 7.3], [15660, "Table tennis", 4],
  ]],
  [19, "Winter activities", [
    [19030, "Skating, ice, general", 7], [19075, "Skiing, general", 7],
    [19080, "Skiing, cross country", 7], [19190, "Snow shoeing", 8],
  ]],
];

const levelObject = ([id, name, mets, minSpeedMPH = -1, maxSpeedMPH = -1]: Level) =>
  ({ id, maxSpeedMPH, mets, minSpeedMPH, name });

const typeObject = ([id, name, metsOrLevels, speed]: Type) => ({
  accessLevel: "PUBLIC",
  ...(typeof metsOrLevels === "number"
    ? { mets: metsOrLevels }
    : { activityLevels: metsOrLevels.map(levelObject) }),
  hasSpeed: speed === true,
  id,
  name,
});

const catalogue = () => ({
  categories: CATEGORIES.map(([id, name, types]) => ({
    activities: types.map(typeObject), id, name, subCategories: [],
  })),
});

export interface CatalogueActivity extends NamedActivity { mets: number; hasSpeed: boolean }

const ENTRIES = CATEGORIES.flatMap(([, , types]) => types).flatMap(
  ([parentId, parentName, metsOrLevels, speed]): CatalogueActivity[] => {
    const parent = { parentId, parentName, name: parentName, hasSpeed: speed === true };
    if (typeof metsOrLevels === "number") {
      return [{ ...parent, typeId: parentId, description: "", mets: metsOrLevels }];
    }
    const [first] = metsOrLevels;
    return [
      { ...parent, typeId: parentId, description: first?.[1] ?? "", mets: first?.[2] ?? 3 },
      ...metsOrLevels.map(([typeId, description, mets]) => (
        { ...parent, typeId, description, mets }
      )),
    ];
  },
);

/** A type of the catalogue, or one of its levels, by id. */
export const activityById = (id: number): CatalogueActivity | undefined =>
  ENTRIES.find(({ typeId }) => typeId === id);

const KIND_IDS: Record<ExerciseKindName, number> = {
  walk: 90013, run: 90009, bike: 90001, swim: 90024,
  sport: 15000, workout: 3000, weights: 2131, yoga: 52001,
};

/** What Fitbit calls an exercise. */
export function nameOf(kind: ExerciseKindName | NamedActivity): NamedActivity {
  if (typeof kind !== "string") return kind;
  const found = activityById(KIND_IDS[kind]);
  if (!found) throw new Error(`The catalogue has no type for ${kind}.`);
  return found;
}

export const catalogueRoutes: Route[] = [{
  method: "GET",
  path: "/1/activities.json",
  scope: "activity",
  answer: () => ({ body: catalogue() }),
}];
