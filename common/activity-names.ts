/** Activities that can be logged by name, and what each API calls them. */
const ACTIVITIES = [
  { name: "Walk", fitbit: 90013 },
  { name: "Run", fitbit: 90009 },
  { name: "Bike", fitbit: 90001 },
  { name: "Swim", fitbit: 90024 },
  { name: "Weights", fitbit: 2131 },
];

/** The entry of an activity's name, in any letter case. */
export function activityNamed(name: string) {
  return ACTIVITIES.find((activity) => activity.name.toLowerCase() === name.toLowerCase());
}

/** The names as a sentence lists them. */
export const activityNames = ACTIVITIES.map(({ name }) => `\`${name}\``).join(", ");
