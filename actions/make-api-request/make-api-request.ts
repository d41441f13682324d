import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { defineAction } from "../../common/pipedream";
import { fitbitMethods, requestMethods } from "../../common/request/api";
import { readRequest } from "../../common/request/input";
import { requestAnswered } from "../../common/request/sentences";
import type { Twin } from "../../common/twin";

/** Those of what is called. */
export const scopes: string[] = [];

const action = defineAction({
  key: "fitbit-make-api-request",
  name: "Make API Request",
  description: "Send any request to the API, for what no other action does: goals, meals, favorites, friends, badges, alarms, lifetime totals, the catalogues of activities and foods. Where there is an action, use that: it reads ranges, pages and units for you. Returns the status and the answer as it is, long ids as text. It takes the scopes of what is called, some of which the account that Pipedream manages lacks. [See the documentation](https://dev.fitbit.com/build/reference/web-api/explore/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: false,
    destructiveHint: true,
    openWorldHint: true,
  },
  props: {
    fitbit,
    method: {
      type: "string",
      label: "Method",
      description: "What to do, e.g. `POST`. One of `GET` (read), `POST` (create or change), `DELETE`.",
      options: fitbitMethods,
    },
    path: {
      type: "string",
      label: "Path",
      description: "The path of the endpoint, from its first slash on, e.g. `/1.2/user/-/sleep.json`. It stays on the API's own host.",
    },
    query: {
      type: "string",
      label: "Query",
      description: "The parameters of the address as a JSON object, e.g. `{\"date\":\"2026-03-19\"}`. The account is never one of them.",
      optional: true,
    },
    body: {
      type: "string",
      label: "Body",
      description: "What to send with `POST`, as a JSON object, e.g. `{\"startTime\":\"22:45\",\"duration\":27000000}`. It is sent as form parameters, or as JSON where it holds lists, as meals do.",
      optional: true,
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
    },
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-make-api-request");
    const request = readRequest(this);
    const answer = await this.fitbit.sendRequest(request, call);
    $.export("$summary", requestAnswered(request, answer));
    return answer;
  },
});

export default action;

export const googleHealth = {
  description: "Send any request to the API, for what no other action does: any of its methods and data types. Where there is an action, use that: it reads ranges, pages and times for you. Returns the status and the answer as it is, long ids as text. It takes the scopes of what is called: the account that Pipedream manages may read activity, metrics, sleep and nutrition, and write nothing.",
  docs: "users.dataTypes.dataPoints",
  version: "0.0.1",
  scopes: [],
  props: {
    method: {
      description: "What to do, e.g. `POST`. One of `GET` (read), `POST` (create, and what a colon names), `PATCH` (change), `DELETE`.",
      options: requestMethods,
    },
    path: {
      description: "The path of the method, from its first slash on, e.g. `/v4/users/me/dataTypes/weight/dataPoints`. It stays on the API's own host.",
    },
    query: {
      description: "The parameters of the address as a JSON object, e.g. `{\"prettyPrint\":false}`. The account is never one of them.",
    },
    body: {
      description: "What to send with `POST` or `PATCH`, as a JSON object, e.g. `{\"weight\":{\"sampleTime\":{\"physicalTime\":\"2026-03-20T07:00:00Z\",\"utcOffset\":\"-14400s\"},\"weightGrams\":70500}}`.",
    },
    unitSystem: null,
  },
} satisfies Twin<typeof action>;
