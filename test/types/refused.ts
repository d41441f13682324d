import { defineAction, defineSource } from "../../common/pipedream";
import { action, app, source } from "./app";

/** What the types refuse: `tsc` fails when one of these mistakes compiles. Never run. */

defineAction({
  ...action,
  props: {
    fitbit: app,
    // @ts-expect-error the app has no such prop definition
    date: { propDefinition: [app, "dat"] },
    // @ts-expect-error there is no such type of prop
    count: { type: "integr" },
    // @ts-expect-error the smallest value is a number
    least: { type: "integer", min: "1" },
  },
  async run() {
    await this.fitbit.four();
  },
});

defineAction({
  ...action,
  props: {
    fitbit: app,
    count: { type: "integer" },
    date: { propDefinition: [app, "date"] },
  },
  async run({ $ }) {
    // @ts-expect-error no prop or method has this name
    await Promise.resolve(this.cuont);
    // @ts-expect-error an integer is no text
    const text: string = this.count;
    // @ts-expect-error an optional prop may be left out
    const day: string = this.date;
    // @ts-expect-error the app's method takes a number
    await this.fitbit.double("2");
    // @ts-expect-error the app has no such method
    await Promise.resolve(this.fitbit.triple);
    // @ts-expect-error an export has a name
    $.export();
    // @ts-expect-error an action emits nothing
    await Promise.resolve(this.$emit);
    return text + day;
  },
});

defineAction({
  ...action,
  // @ts-expect-error an action says what it does to data
  annotations: undefined,
  props: { fitbit: app },
  async run() {
    await this.fitbit.four();
  },
});

defineSource({
  ...source,
  props: { fitbit: app, db: "$.service.db" },
  async run() {
    await this.fitbit.four();
    // @ts-expect-error under dedupe an event needs an id
    this.$emit({}, { summary: "One", ts: 1 });
    // @ts-expect-error the time of an event is a number
    this.$emit({}, { id: "1", summary: "One", ts: "1" });
    // @ts-expect-error the source has no timer prop
    await Promise.resolve(this.timer);
  },
});

defineSource({
  ...source,
  // @ts-expect-error a source has no annotations
  annotations: action.annotations,
  props: { fitbit: app },
  async run() {
    await this.fitbit.four();
  },
});

defineSource({
  ...source,
  // @ts-expect-error a source shows a sample of its events
  sampleEmit: undefined,
  props: { fitbit: app },
  async run() {
    await this.fitbit.four();
  },
});
