// What a scale's webhook says, as Log Weight takes it. Scales name things differently: change
// the two names.
export default defineComponent({
  async run({ steps, $ }) {
    const { weight_kg: weight, measured_at: measuredAt } = steps.trigger.event.body;
    const [date, time] = measuredAt.split("T");
    $.export("$summary", `${weight} kg at ${measuredAt}`);
    return {
      weight: String(weight),
      unit: "kg",
      date,
      time: time.slice(0, 5),
    };
  },
});
