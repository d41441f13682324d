// The values of yesterday, in the order of the sheet's columns: give them to Add Single Row of
// Google Sheets as its row values.
export default defineComponent({
  async run({ steps, $ }) {
    const { days } = steps.get_health_summary.$return_value;
    const [day] = days;
    $.export("$summary", `Row of ${day.date}`);
    return Object.values(day).map((value) => value ?? "");
  },
});
