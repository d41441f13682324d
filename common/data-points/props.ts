import { families } from "../google-health/points";
import { typesFor } from "./types";

/** What can be asked for in a way, as a prop offers it and as it names it. */
function offered(...operations: Parameters<typeof typesFor>) {
  const options = typesFor(...operations);
  const names = options.map((id) => `\`${id}\``);
  return { options, words: `One of ${names.join(", ")}` };
}

export const listed = offered("list", "reconcile");
export const named = offered("get");
export const rolled = offered("rollUp", "dailyRollUp");
export const written = offered("create", "batchDelete");

/** What is said of types that can be written and never read. */
export const writtenAlone = "The last four take scopes of their own, and can be written, but not read.";

/** Props of data points, which are on Google Health alone. */
export const dataPointProps = {
  dataType: {
    type: "string",
    label: "Data Type",
    description: `The type of data, e.g. \`weight\`. ${written.words}. ${writtenAlone}`,
    options: written.options,
  },
  rolledType: {
    type: "string",
    label: "Data Type",
    description: `The type of data, e.g. \`heart-rate\`. ${rolled.words}; left out, \`steps\`.`,
    optional: true,
    options: rolled.options,
  },
  family: {
    type: "string",
    label: "Data Source Family",
    description: "Whose data to take, e.g. `google-wearables`. One of `all-sources`, `google-wearables` (watches and bands of Fitbit and Pixel), `google-sources` (these and the apps of Google), `self-sources` (what this app wrote); left out, all.",
    optional: true,
    options: families,
  },
} as const;
