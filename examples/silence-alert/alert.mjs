// What a person is told of a gap, and of its end.
export default defineComponent({
  async run({ steps, $ }) {
    const { since, until, hours } = steps.trigger.event;
    const text = until
      ? `The watch brings data again, after ${hours} hours without.`
      : `The watch has brought no data for ${hours} hours, since ${since} at the latest: is it worn, charged and near the phone?`;
    $.export("$summary", text);
    return text;
  },
});
