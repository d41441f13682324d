import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";

export const scopes = ["profile"];

const action = defineAction({
  key: "fitbit-get-profile",
  name: "Get Profile",
  description: "Get the person's profile: name, age, height, weight, stride, time zone, units and member since. [See the documentation](https://dev.fitbit.com/build/reference/web-api/user/get-profile/)",
  version: "0.0.1",
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
    const call = callOf(this, $, "google_health-get-profile");
    const { data, missing } = await this.fitbit.getProfile(call);
    const { displayName, timezone } = data.user;
    $.export("$summary", `Profile of ${displayName ?? "the user"}, time zone ${timezone ?? "unknown"}`);
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Get the person's profile: age, height, weight, stride, time zone, units and member since.",
  docs: "users/getProfile",
  records: ["profile"],
  version: "0.0.1",
  scopes: [
    "profile.readonly",
    "settings.readonly",
    "activity_and_fitness.readonly",
    "health_metrics_and_measurements.readonly",
  ],
} satisfies Twin<typeof action>;
