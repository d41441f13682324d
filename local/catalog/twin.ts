import type { Component, Fields } from "../runtime/component";
import { asComponent, isFields } from "../runtime/component";
import { splitKey, type AppSlug } from "./apps";
import { describe, partsOf, pollsOf } from "./description";

const isFitbitApp = (value: unknown): boolean =>
  isFields(value) && value.type === "app" && value.app === "fitbit";

/** A prop of the Fitbit component as one of the other app: nothing else of it changes. */
function rebind(prop: unknown, app: Fields): unknown {
  if (isFitbitApp(prop)) return app;
  if (!isFields(prop) || !Array.isArray(prop.propDefinition)) return prop;
  const [owner, ...rest] = prop.propDefinition as unknown[];
  return isFitbitApp(owner) ? { ...prop, propDefinition: [app, ...rest] } : prop;
}

/** A change is laid over a prop; null takes it out. */
function twinProps(props: Fields, changes: Fields, app: Fields): Fields {
  return Object.fromEntries(
    Object.entries(props)
      .filter(([name]) => changes[name] !== null)
      .map(([name, prop]) => [name, changed(rebind(prop, app), changes[name])]),
  );
}

function changed(prop: unknown, change: unknown): unknown {
  return isFields(prop) && isFields(change) ? { ...prop, ...change } : prop;
}

/** The API's reference, of which `docs` names a page. */
const REFERENCE = "https://developers.google.com/health/reference/rest/v4/";

const textsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((text) => typeof text === "string") : [];

function describedOnGoogle(
  component: Component,
  { description, ...literals }: Fields,
): string {
  const { said } = partsOf(component.description ?? "");
  const { docs, scopes, records, polls } = literals;
  return describe({
    app: "google_health",
    said: typeof description === "string" ? description : said,
    ...typeof docs === "string" ? { docs: new URL(docs, REFERENCE).href } : {},
    scopes: textsOf(scopes),
    records: textsOf(records),
    polls: pollsOf(polls),
  });
}

/**
 * The `google_health` component of a module: the Fitbit one under its own key, with what
 * differs, its description put together, and every prop of the Fitbit app rebound to the
 * Google Health app.
 * @param googleHealth what the module exports beside its component
 * @param app the Google Health app object
 */
export function deriveTwin(
  component: Component,
  googleHealth: Fields,
  app: Fields,
): Component {
  const { props, version, name, sampleEmit } = googleHealth;
  return asComponent({
    ...component,
    ...Object.fromEntries(Object.entries({ version, name, sampleEmit })
      .filter(([, value]) => value !== undefined)),
    description: describedOnGoogle(component, googleHealth),
    key: `google_health-${splitKey(component.key ?? "").name}`,
    props: twinProps(component.props ?? {}, isFields(props) ? props : {}, app),
  });
}

/** A module's own component, without the props that it has on Google Health alone. */
export function own(component: Component, { onFitbit }: Fields): Component {
  const { props } = isFields(onFitbit) ? onFitbit : {};
  if (!isFields(props)) return component;
  const kept = Object.entries(component.props ?? {}).filter(([name]) => props[name] !== null);
  return asComponent({ ...component, props: Object.fromEntries(kept) });
}

/** The same, its description put together of what stands beside it. */
export function described(component: Component, app: AppSlug, beside: Fields): Component {
  const { scopes, polls, ownClient } = beside;
  const parts = partsOf(component.description ?? "");
  const said = {
    scopes: textsOf(scopes), polls: pollsOf(polls), ownClient: ownClient === true,
  };
  const description = describe({ app, ...said, ...parts });
  return asComponent({ ...own(component, beside), description });
}
