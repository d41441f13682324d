import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { listed } from "../support/components";
import type { Kind, Looks } from "./kind";

const FOLDER = join(__dirname, "kinds");
const sources = listed("sources");

/** Every source on every app of which a file of the source's name says how records look. */
export const kinds: readonly Kind[] = readdirSync(FOLDER).flatMap((file) => {
  const name = basename(file, ".ts");
  const { looks } = jest.requireActual<{ looks: Looks }>(join(FOLDER, file));
  return sources.filter((source) => source.name === name).flatMap(({ app, component }) => {
    const look = looks[app];
    return look ? [{ ...look, key: `${app}-${name}`, component }] : [];
  });
});
