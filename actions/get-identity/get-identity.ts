import app from "../../google_health.app";
import { callOf } from "../../common/call";
import { defineAction } from "../../common/pipedream";
import { identityGiven, toIdentity } from "../../common/user/google-health-identity";

export const scopes = ["activity_and_fitness.readonly"];

export default defineAction({
  key: "google_health-get-identity",
  name: "Get Identity",
  description: "Get who the connected account is: the user's id at Google Health, which names of data points and webhooks carry, and the id of the former Fitbit account, if there was one. Any scope that reads will do. For age, units and time zone use **Get Profile**. [See the documentation](https://developers.google.com/health/reference/rest/v4/users/getIdentity)",
  version: "0.1.0",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    app,
  },
  async run({ $ }) {
    const identity = toIdentity(await this.app.getIdentity(callOf(this, $, null)));
    $.export("$summary", identityGiven(identity));
    return identity;
  },
});
