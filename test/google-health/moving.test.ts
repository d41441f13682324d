import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isFields, type Fields } from "../../local/runtime/component";

const ROOT = process.cwd();

/** The line of the guide that says what stays. */
const line = readFileSync(join(ROOT, "docs/moving-from-fitbit.md"), "utf8")
  .split("\n")
  .find((text) => text.startsWith("5. What stays:")) ?? "";

/** The props that each component loses on Google Health. */
async function lost() {
  const places = ["actions", "sources"].flatMap((kind) =>
    readdirSync(join(ROOT, kind)).map((name) => ({ kind, name })));
  const found = await Promise.all(places.map(async ({ kind, name }) => {
    const { googleHealth } = await import(join(ROOT, kind, name, name)) as Fields;
    const changes = isFields(googleHealth) && isFields(googleHealth.props)
      ? googleHealth.props
      : {};
    return { name, props: Object.keys(changes).filter((prop) => changes[prop] === null) };
  }));
  return found.filter(({ props }) => props.length);
}

describe("the guide to moving", () => {
  it("names every prop that is lost, and no other", async () => {
    const told = [...line.matchAll(/`(\w+)`/g)].map(([, prop]) => prop);
    const props = (await lost()).flatMap((component) => component.props);
    expect([...new Set(told)].sort()).toEqual([...new Set(props)].sort());
  });

  it("names the components that lose them", async () => {
    const told = line.match(/\b(?:log|new|update|get|list|delete|make)(?:-[a-z]+)+/g) ?? [];
    expect(told.sort()).toEqual((await lost()).map(({ name }) => name).sort());
  });
});
