import { activity } from "./activity/resource";
import { body } from "./body/resource";
import { devices } from "./devices/resource";
import { heart } from "./heart/resource";
import { nutrition } from "./nutrition/resource";
import type { Resource } from "./resource";
import { sleep } from "./sleep/resource";
import { doorSwitches, type Switches } from "./switches";
import { user } from "./user/resource";
import { vitals } from "./vitals/resource";

/** All that the door serves: a resource is a folder, and its name here. */
export const RESOURCES: readonly Resource[] = [
  activity, body, devices, heart, nutrition, sleep, user, vitals,
];

export const DEFAULT_SWITCHES: Switches = {
  ...doorSwitches, ...activity.switches, ...body.switches, ...devices.switches,
  ...nutrition.switches, ...sleep.switches, ...vitals.switches,
};
