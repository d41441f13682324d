// A Node.js code step, as it stands in a workflow: copy it, and run it while you change it.
//   npx fitbit run examples/my-step.mjs
import { axios } from "@pipedream/platform";

export default defineComponent({
  props: {
    google_health: {
      type: "app",
      app: "google_health",
    },
    goal: {
      type: "integer",
      label: "Goal",
      description: "Minutes of sleep that are enough, e.g. `450`.",
      default: 450,
    },
  },
  async run({ $ }) {
    const { dataPoints = [] } = await axios($, {
      url: "https://health.googleapis.com/v4/users/me/dataTypes/sleep/dataPoints",
      params: {
        pageSize: 25,
      },
      headers: {
        Authorization: `Bearer ${this.google_health.$auth.oauth_access_token}`,
      },
    });
    const newest = dataPoints.find(({ sleep }) => sleep.summary?.minutesAsleep);
    if (!newest) return $.flow.exit("No sleep yet");
    const { sleep } = newest;
    const asleep = Number(sleep.summary.minutesAsleep);
    $.export("$summary", `${asleep} of ${this.goal} minutes asleep`);
    return {
      from: sleep.interval.startTime,
      to: sleep.interval.endTime,
      asleep,
      isEnough: asleep >= this.goal,
    };
  },
});
