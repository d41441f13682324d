import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { defineAction } from "../../common/pipedream";
import type { Twin } from "../../common/twin";
import { rhythmProfileIs } from "../../common/vitals/lists";

export const scopes = ["irregular_rhythm_notifications"];

const action = defineAction({
  key: "fitbit-get-irregular-rhythm-profile",
  name: "Get Irregular Rhythm Profile",
  description: "Get whether the person has set up notifications of an irregular heart rhythm, whether they are enrolled, and when data that can be analyzed last arrived. For the notifications use **List Irregular Rhythm Alerts**. [See the documentation](https://dev.fitbit.com/build/reference/web-api/irregular-rhythm-notifications/get-irn-profile/)",
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
  },
  async run({ $ }) {
    const call = callOf(this, $, "google_health-get-irregular-rhythm-profile");
    const profile = await this.fitbit.getIrregularRhythmProfile(call);
    $.export("$summary", rhythmProfileIs(profile));
    return profile;
  },
});

export default action;

export const googleHealth = {
  docs: "users/getIrnProfile",
  version: "0.0.1",
  scopes: ["irn.readonly"],
} satisfies Twin<typeof action>;
