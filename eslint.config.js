import stylistic from "@stylistic/eslint-plugin";
import tseslint from "typescript-eslint";
import { givenIsRead } from "./lint/given-is-read.js";

// What Pipedream's registry asks of the way code looks: two spaces, double quotes, short lines.
const style = {
  "@stylistic/max-len": [
    "error",
    {
      code: 95,
      ignoreUrls: true,
      ignoreStrings: true,
      ignoreTemplateLiterals: true,
    },
  ],
  "@stylistic/arrow-parens": ["error", "always"],
  "@stylistic/brace-style": ["error", "1tbs"],
  "@stylistic/operator-linebreak": ["error", "before"],
  "@stylistic/quote-props": ["error", "consistent"],
  "@stylistic/quotes": ["error", "double", { avoidEscape: true, allowTemplateLiterals: "always" }],
};

const shipped = ["*.app.ts", "actions/**/*.ts", "sources/**/*.ts", "common/**/*.ts"];

export default tseslint.config(
  {
    ignores: ["node_modules", "dist", "coverage", ".stryker-tmp"],
  },
  {
    files: ["**/*.ts"],
    extends: [
      ...tseslint.configs.strictTypeChecked,
      stylistic.configs.customize({
        indent: 2,
        quotes: "double",
        semi: true,
        commaDangle: "always-multiline",
      }),
    ],
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      ...style,
      "@typescript-eslint/ban-ts-comment": ["error", { "ts-expect-error": "allow-with-description" }],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true, allowBoolean: true }],
      "@typescript-eslint/no-unnecessary-condition": ["error", { allowConstantLoopConditions: true }],
      // Nobody here declares an enum, and looking for them takes a tenth of all the time.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
      "@typescript-eslint/unbound-method": "off",
    },
  },
  {
    // What ships runs in other people's workflows: it depends on the platform and on common/ alone.
    files: shipped,
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            { group: ["**/local/**", "**/test/**", "**/registry/**"], message: "Shipped code stands alone." },
            { regex: "^(?!\\.|node:|@pipedream/(platform|types)$)", message: "@pipedream/platform is the only dependency." },
          ],
        },
      ],
      "no-console": "error",
    },
  },
  {
    // A component never casts: what it needs to know, its types say. What it is given, it reads.
    files: ["actions/**/*.ts", "sources/**/*.ts"],
    plugins: { own: { rules: { "given-is-read": givenIsRead } } },
    rules: {
      "own/given-is-read": "error",
      "@typescript-eslint/consistent-type-assertions": ["error", { assertionStyle: "never" }],
    },
  },
  {
    files: ["**/*.js"],
    extends: [
      stylistic.configs.customize({ indent: 2, quotes: "double", semi: true, commaDangle: "always-multiline" }),
    ],
  },
  {
    files: ["lint/*.js"],
    rules: style,
  },
);
