import js from "@eslint/js";
import pipedream from "@pipedream/eslint-plugin-pipedream";
import type { Linter } from "eslint";
import globals from "globals";

const ALWAYS = "always";

/**
 * The registry's rules of style, by the names that ESLint itself has for them, and those of
 * its plugin: https://github.com/PipedreamHQ/pipedream/blob/master/eslint.config.mjs
 */
const style: Linter.RulesRecord = {
  "arrow-parens": "error",
  "arrow-spacing": "error",
  "array-bracket-newline": ["error", { minItems: 1 }],
  "array-element-newline": ["error", ALWAYS],
  "comma-dangle": ["error", "always-multiline"],
  "comma-spacing": "error",
  "eol-last": "error",
  "function-call-argument-newline": ["error", "consistent"],
  "function-paren-newline": ["error", "consistent"],
  "indent": ["error", 2],
  "key-spacing": "error",
  "keyword-spacing": "error",
  "max-len": ["error", {
    code: 100,
    tabWidth: 2,
    ignoreTrailingComments: true,
    ignoreUrls: true,
    ignoreStrings: true,
    ignoreTemplateLiterals: true,
    ignoreRegExpLiterals: true,
  }],
  "multiline-ternary": ["error", ALWAYS],
  "newline-per-chained-call": "error",
  "no-constant-condition": ["error", { checkLoops: false }],
  "no-multiple-empty-lines": ["error", { max: 1, maxBOF: 0, maxEOF: 1 }],
  "no-trailing-spaces": "error",
  "no-unused-vars": "error",
  "object-curly-newline": ["error", {
    ExportDeclaration: ALWAYS,
    ImportDeclaration: { minProperties: 2, multiline: true },
    ObjectExpression: { minProperties: 1, multiline: true },
    ObjectPattern: { minProperties: 2, multiline: true },
  }],
  "object-curly-spacing": ["error", ALWAYS],
  "object-property-newline": ["error", { allowAllPropertiesOnSameLine: false }],
  "quote-props": ["error", "consistent"],
  "quotes": "error",
  "semi": "error",
  "space-before-blocks": ["error", ALWAYS],
  "space-infix-ops": "error",
};

const propRules: Linter.RulesRecord = {
  "pipedream/props-label": "error",
  "pipedream/props-description": "error",
};

const componentRules: Linter.RulesRecord = {
  ...propRules,
  "pipedream/required-properties-key": "error",
  "pipedream/required-properties-name": "error",
  "pipedream/required-properties-version": "error",
  "pipedream/required-properties-description": "error",
  "pipedream/required-properties-type": "error",
  "pipedream/action-annotations": "error",
  "pipedream/source-name": "error",
  "pipedream/source-description": "error",
  "pipedream/no-ts-version": "error",
};

/** What the rules know of a file beside its text: helpers are all alike to them. */
export function kindOf(path: string): string {
  const [place = ""] = /(?:(?:actions|sources|common)\/.*|[^/]+)$/.exec(path) ?? [];
  const name = place.replace(/\.mjs$/, "");
  return name.startsWith("common/") && !name.endsWith(".app") ? "common" : name;
}

/** How the registry looks at what is handed in; what it warns of counts as much. */
export const registryStyle: Linter.Config[] = [
  {
    ignores: ["**/test-event.mjs"],
  },
  {
    files: ["**/*.mjs"],
    plugins: { pipedream },
    languageOptions: {
      ecmaVersion: 2021,
      sourceType: "module",
      globals: { ...globals.commonjs, ...globals.node },
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: { ...js.configs.recommended.rules, ...style },
  },
  {
    files: ["**/actions/**/*.mjs", "**/sources/**/*.mjs"],
    rules: componentRules,
  },
  {
    files: ["**/*.app.mjs"],
    rules: propRules,
  },
];
