import { isFields } from "../../local/runtime/component";
import type { Files } from "../files";
import { appsIn, type Check } from "./check";

const HEADINGS = ["Overview", "Getting Started", "Troubleshooting", "Example Use Cases"];

/** Each app's package.json and README.md say what the registry looks for. */
export const manifest: Check = (files) => {
  const apps = appsIn(files);
  return {
    looked: apps.length,
    problems: apps.flatMap((app) => [
      ...packageProblems(app, files),
      ...readmeProblems(app, files),
    ]),
  };
};

function packageProblems(app: string, files: Files): string[] {
  const path = `${app}/package.json`;
  const fields: unknown = JSON.parse(files.get(path) ?? "null");
  if (!isFields(fields)) return [`${path}: it is not there`];
  const { name, main, publishConfig } = fields;
  const problems = [
    name !== `@pipedream/${app}` && `its name is ${String(name)}`,
    main !== `${app}.app.mjs` && `its main is ${String(main)}`,
    !(isFields(publishConfig) && publishConfig.access === "public")
    && "its publishConfig does not say that it is public",
  ];
  return problems.filter((problem) => problem !== false).map((problem) => `${path}: ${problem}`);
}

function readmeProblems(app: string, files: Files): string[] {
  const path = `${app}/README.md`;
  const text = files.get(path) ?? "";
  return HEADINGS.filter((heading) => !text.includes(`# ${heading}\n`))
    .map((heading) => `${path}: it has no part # ${heading}`);
}
