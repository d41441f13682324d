import fitbit from "../../fitbit.app";
import { defineAction } from "../../common/pipedream";
import { readUnitSystem } from "../../common/units";

export const scopes = ["profile"];

export default defineAction({
  key: "fitbit-get-profile",
  name: "Get Profile",
  description: "Get the person's profile: name, age, height, weight, stride, time zone, units and member since. [See the documentation](https://dev.fitbit.com/build/reference/web-api/user/get-profile/)",
  version: "0.1.0",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: true,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
    },
  },
  async run({ $ }) {
    const call = {
      $,
      successor: "google_health-get-profile",
      unitSystem: readUnitSystem(this.unitSystem),
    };
    const { data, missing } = await this.fitbit.profile(call);
    const { displayName, timezone } = data.user;
    $.export("$summary", `Profile of ${displayName ?? "the user"}, time zone ${timezone ?? "unknown"}`);
    return { ...data, missing };
  },
});

export const googleHealth = {
  description: "Get the person's profile: age, height, weight, stride, time zone, units and member since. Absent here, for want of a source: names and the text about oneself, gender and birth date, pictures, place, badges, average daily steps, settings of the Fitbit app. The account that Pipedream manages does not carry the scopes for this: connect with your own Google OAuth client. [See the documentation](https://developers.google.com/health/reference/rest/v4/users/getProfile)",
  version: "0.1.0",
  scopes: [
    "profile.readonly",
    "settings.readonly",
    "activity_and_fitness.readonly",
    "health_metrics_and_measurements.readonly",
  ],
};
