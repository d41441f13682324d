import type { Component, Fields } from "../runtime/component";
import { asComponent, isFields } from "../runtime/component";
import { splitKey } from "./apps";

const isFitbitApp = (value: unknown): boolean =>
  isFields(value) && value.type === "app" && value.app === "fitbit";

/** A prop of the Fitbit component as one of the other app: nothing else of it changes. */
function rebind(prop: unknown, app: Fields): unknown {
  if (isFitbitApp(prop)) return app;
  if (!isFields(prop) || !Array.isArray(prop.propDefinition)) return prop;
  const [owner, ...rest] = prop.propDefinition as unknown[];
  return isFitbitApp(owner) ? { ...prop, propDefinition: [app, ...rest] } : prop;
}

/** Given props replace and extend; null removes one. */
function twinProps(props: Fields, changes: Fields, app: Fields): Fields {
  return Object.fromEntries(
    Object.entries({ ...props, ...changes })
      .filter(([, prop]) => prop !== null)
      .map(([name, prop]) => [name, rebind(prop, app)]),
  );
}

/**
 * The `google_health` component of a module: the Fitbit one under its own key, with the
 * literals that differ, and every prop of the Fitbit app rebound to the Google Health app.
 * @param googleHealth what the module exports beside its component
 * @param app the Google Health app object
 */
export function deriveTwin(
  component: Component,
  googleHealth: Fields,
  app: Fields,
): Component {
  const { props, ...literals } = googleHealth;
  delete literals.scopes;
  return asComponent({
    ...component,
    ...literals,
    key: `google_health-${splitKey(component.key ?? "").name}`,
    props: twinProps(component.props ?? {}, isFields(props) ? props : {}, app),
  });
}
