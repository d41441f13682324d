/** The registry's plugin has no types of its own. */
declare module "@pipedream/eslint-plugin-pipedream" {
  import type { ESLint } from "eslint";

  const plugin: ESLint.Plugin;
  export default plugin;
}
