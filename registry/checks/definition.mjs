const isObject = (value) => typeof value === "object" && value !== null;

const isApp = (value) => isObject(value) && value.type === "app" && isObject(value.propDefinitions);

/**
 * What a component says of itself, as plain data: what a prop takes over is laid under it,
 * an app stands as its name, and a function as a word.
 * @param {unknown} value
 * @returns {unknown}
 */
export function definition(value) {
  if (typeof value === "function") return "a function";
  if (Array.isArray(value)) return value.map(definition);
  if (!isObject(value)) return value;
  if (isApp(value)) return value.app;
  const [owner, name] = value.propDefinition ?? [];
  const shared = isApp(owner) ? owner.propDefinitions[name] : {};
  return Object.fromEntries(Object.entries({ ...shared, ...value })
    .filter(([key, field]) => field !== undefined && !(key === "optional" && field === false))
    .map(([key, field]) => [key, definition(field)]));
}
