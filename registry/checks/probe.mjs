// Runs in a folder of its own, with the platform alone beside the payload.
import { readFileSync } from "node:fs";
import { definition } from "./definition.mjs";

const { modules, components } = JSON.parse(readFileSync("paths.json", "utf8"));
const problems = [];
const definitions = {};
const isObject = (value) => typeof value === "object" && value !== null;

for (const path of modules) {
  const say = (problem) => problems.push(`${path}: ${problem}`);
  try {
    const { default: value } = await import(`./${path}`);
    const app = components[path];
    if (app === undefined) continue;
    if (!isObject(value) || !isObject(value.props)) {
      say("its default export is no component");
      continue;
    }
    lookAt(value, path, app, say);
    definitions[path] = definition(value);
  } catch (error) {
    say(`it does not load: ${error.message}`);
  }
}
console.log(JSON.stringify({ problems, definitions }));

/** What a component is not that the registry wants it to be. */
function lookAt({ type, ai, annotations, props, sampleEmit, run }, path, app, say) {
  if (!path.includes(`/${type}s/`)) say(`its type is ${type}`);
  if (ai !== "optimized") say("it is not made for agents: ai: \"optimized\"");
  if ((type === "action") !== isObject(annotations)) say("annotations are for actions, all of them");
  if (type === "source" && !isObject(sampleEmit)) say("it has no sample event");
  if (typeof run !== "function") say("it has no run");
  if (!Object.values(props).some((prop) => prop.type === "app" && prop.app === app)) {
    say(`it has no prop of the app ${app}`);
  }
  for (const [name, { propDefinition }] of Object.entries(props)) {
    if (!propDefinition) continue;
    const [owner, shared] = propDefinition;
    if (owner?.app !== app) say(`${name} is a prop of ${owner?.app}`);
    else if (!owner.propDefinitions[shared]) say(`${name}: the app defines no ${shared}`);
  }
}
