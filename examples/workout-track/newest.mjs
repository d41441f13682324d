// The newest workout that has a track: its id for Get Activity TCX.
export default defineComponent({
  async run({ steps, $ }) {
    const { activities } = steps.list_activity_logs.$return_value;
    const moving = activities.find(({ distance }) => distance > 0);
    if (!moving) return $.flow.exit("No workout with a distance");
    $.export("$summary", `${moving.activityName} of ${moving.startTime.slice(0, 10)}`);
    return moving.logId;
  },
});
