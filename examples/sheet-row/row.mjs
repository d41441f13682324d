// The values of a day, in the order of the sheet's columns: give them to Add Single Row of
// Google Sheets as its row values.
export default defineComponent({
  async run({ steps, $ }) {
    const { row } = steps.trigger.event;
    $.export("$summary", `Row of ${row.date}`);
    return Object.values(row).map((value) => value ?? "");
  },
});
