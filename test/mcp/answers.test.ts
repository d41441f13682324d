import type { AppSlug } from "../../local/catalog/apps";
import { APPS } from "../../local/catalog/apps";
import type { CatalogComponent } from "../../local/catalog/catalog";
import { loadCatalog } from "../../local/catalog/catalog";
import { resolveProps } from "../../local/runtime";
import type { Fields } from "../../local/runtime/component";
import { isFields } from "../../local/runtime/component";
import { at } from "../../local/cli/values";
import { packageRoot } from "../cli/command";
import { exampleOf } from "../support/examples";
import { connected } from "./server";

/** Where ids come from: the answers that hold them, the latest first, by the prop. */
const IDS: Record<string, string[]> = {
  activityLogId: ["log-activity.activityLog.logId"],
  bodyFatLogId: ["log-body-fat.fatLog.logId"],
  dataPointId: ["create-data-point.id"],
  dataPointIds: ["create-data-point.id"],
  foodId: ["list-frequent-foods.foods.0.foodId"],
  foodLogId: ["update-food-log.foodLog.logId", "log-food.foodLog.logId"],
  sleepLogId: ["log-sleep.sleep.logId"],
  waterLogId: ["update-water-log.waterLog.logId", "log-water.waterLog.logId"],
  weightLogId: ["log-weight.weightLog.logId"],
};

/** What tells of a record comes between what makes one and what takes it away. */
const ORDER = [/^(log|create)-/, /^list-/, /^(get|make)-/, /^update-/, /^delete-/];
const turn = ({ name }: CatalogComponent) => ORDER.findIndex((verb) => verb.test(name));

const REQUEST: Record<AppSlug, Fields> = {
  fitbit: { method: "GET", path: "/1/user/-/profile.json" },
  google_health: { method: "GET", path: "/v4/users/me/profile" },
};

function argsOf(action: CatalogComponent, told: Fields): Fields {
  const { component, example, name, entry } = action;
  if (name === "make-api-request") return REQUEST[entry.app];
  const required = resolveProps(component)
    .filter(({ kind, optional }) => kind === "user" && !optional)
    .map((prop) => [prop.name, exampleOf(prop)] as const);
  const args: Fields = { ...Object.fromEntries(required), ...example };
  const ids = Object.entries(IDS).filter(([prop]) => prop in args).map(([prop, paths]) =>
    [prop, paths.map((path) => at(told, path)).find((id) => id !== undefined)] as const);
  return { ...args, ...Object.fromEntries(ids) };
}

// The costliest is held against its schema with the tools that there are by default.
it.each(APPS)("on %s every action answers as its schema says", async (app) => {
  const server = await connected(app, { all: true });
  const catalog = await loadCatalog(packageRoot);
  const actions = catalog.filter(({ entry, name }) =>
    entry.app === app && entry.type === "action" && name !== "get-health-summary");
  const told: Fields = {};
  const refused: string[] = [];
  for (const action of actions.sort((a, b) => turn(a) - turn(b))) {
    const { name } = action;
    const { isError, text, answer } = await server.call(name, argsOf(action, told));
    if (isError) refused.push(`${name}: ${text}`);
    if (isFields(answer)) told[name] = answer;
  }
  await server.close();
  expect(refused).toEqual([]);
});
