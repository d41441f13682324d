/** An activity that has a name on both APIs, and what each API calls it. */
interface Activity {
  name: string;
  fitbit: number;
  google: string;
  /** The activity that another device may take it for. */
  like?: string;
  /** Whether it says so little that only a person's word for it tells two apart. */
  isVague?: boolean;
}

const ACTIVITIES: Activity[] = [
  { name: "Walk", fitbit: 90013, google: "WALKING" },
  { name: "Run", fitbit: 90009, google: "RUNNING" },
  { name: "Bike", fitbit: 90001, google: "BIKING" },
  { name: "Swim", fitbit: 90024, google: "SWIMMING" },
  { name: "Weights", fitbit: 2131, google: "WEIGHTS" },
  { name: "Hike", fitbit: 90012, google: "HIKING", like: "Walk" },
  { name: "Treadmill", fitbit: 90019, google: "TREADMILL", like: "Run" },
  { name: "Elliptical", fitbit: 20047, google: "ELLIPTICAL" },
  { name: "Spinning", fitbit: 55001, google: "SPINNING", like: "Bike" },
  { name: "Yoga", fitbit: 52001, google: "YOGA" },
  { name: "Pilates", fitbit: 53000, google: "PILATES" },
  { name: "Workout", fitbit: 3000, google: "WORKOUT", isVague: true },
  { name: "Sport", fitbit: 15000, google: "SPORT" },
];

/** The entry of an activity's name, in any letter case. */
export function activityNamed(name: string) {
  return ACTIVITIES.find((activity) => activity.name.toLowerCase() === name.toLowerCase());
}

/** The entry of an activity's id in Fitbit's catalogue. */
export function activityWithId(id: number) {
  return ACTIVITIES.find(({ fitbit }) => fitbit === id);
}

/** The entry of a type: Fitbit's number, or Google's word. */
export function activityOfType(type: number | string | undefined) {
  return ACTIVITIES.find(({ fitbit, google }) => type === fitbit || type === google);
}

/** What Fitbit calls an exercise type of Google Health, where both have a name for it. */
export function nameOfExercise(type: string | undefined): string | undefined {
  return ACTIVITIES.find(({ google }) => google === type)?.name;
}

/** The names as a sentence lists them. */
export const activityNames = ACTIVITIES.map(({ name }) => `\`${name}\``).join(", ");
