import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { listed } from "../support/components";
import type { CrossingKind, CrossingLooks } from "./crossings/kind";
import type { DeviceKind, DeviceLooks } from "./devices/kind";
import type { Kind, Looks } from "./kind";

const FOLDER = join(__dirname, "kinds");
const sources = listed("sources");

/** What a file says of the source of its name: of records, of crossings, or of devices. */
type Said = { looks: Looks } | { crossings: CrossingLooks } | { devices: DeviceLooks };

/** Every source on every app of which a file says so. */
const said = readdirSync(FOLDER).flatMap((file) => {
  const name = basename(file, ".ts");
  const of = jest.requireActual<Said>(join(FOLDER, file));
  return sources.filter((source) => source.name === name).map(({ app, component }) => (
    { of, app, key: `${app}-${name}`, component }
  ));
});

export const kinds: readonly Kind[] = said.flatMap(({ of, app, ...kind }) => {
  const look = "looks" in of ? of.looks[app] : undefined;
  return look ? [{ ...look, ...kind }] : [];
});

export const crossingKinds: readonly CrossingKind[] = said.flatMap(({ of, app, ...kind }) => {
  const look = "crossings" in of ? of.crossings[app] : undefined;
  return look ? [{ ...look, ...kind }] : [];
});

export const deviceKinds: readonly DeviceKind[] = said.flatMap(({ of, app, ...kind }) => (
  "devices" in of ? [{ ...of.devices[app], ...kind }] : []
));
