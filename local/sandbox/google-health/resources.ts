import { activity } from "./activity/resource";
import { body } from "./body/resource";
import type { DataType } from "./data-type";
import { devices } from "./devices/resource";
import { heart } from "./heart/resource";
import { notes } from "./notes/resource";
import { notifications } from "./notifications/resource";
import { nutrition } from "./nutrition/resource";
import type { Resource } from "./resource";
import { type Schemas, SHARED_SCHEMAS } from "./schemas";
import { sleep } from "./sleep/resource";
import { doorSwitches, type HealthSwitches } from "./switches";
import { user } from "./user/resource";
import { vitals } from "./vitals/resource";

/** All that the door serves: a resource is a folder, and its name here. */
export const RESOURCES: readonly Resource[] = [
  activity, body, devices, heart, notes, notifications, nutrition, sleep, user, vitals,
];

/** Every type of data points, by its id. */
export const DATA_TYPES: ReadonlyMap<string, DataType> = new Map(
  RESOURCES.flatMap(({ types = [] }) => types.map((type) => [type.id, type] as const)),
);

/** Every message of the API that the person has a part in. */
export const SCHEMAS: Schemas = Object.fromEntries(
  [SHARED_SCHEMAS, ...RESOURCES.map(({ schemas = {} }) => schemas)].flatMap(Object.entries),
);

export const DEFAULT_HEALTH_SWITCHES: HealthSwitches = {
  ...doorSwitches, ...activity.switches, ...body.switches, ...devices.switches,
  ...heart.switches, ...notifications.switches, ...nutrition.switches, ...sleep.switches,
  ...user.switches, ...vitals.switches,
};
