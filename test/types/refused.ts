import { defineAction, defineSource } from "../../common/pipedream";
import { readDay } from "../../common/dates";
import type { Twin } from "../../common/twin";
import fitbit, { fitbitAlone } from "../../fitbit.app";
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
    // @ts-expect-error what was given is read first
    const text: string = this.count;
    // @ts-expect-error what was given is read first
    const isToday = this.date === "today";
    // @ts-expect-error what was given is read first
    const sooner: boolean = this.count > 1;
    // @ts-expect-error a reader of text does not read an integer
    readDay("Count", this.count);
    // @ts-expect-error the app's method takes a number
    await this.fitbit.double("2");
    // @ts-expect-error the app has no such method
    await Promise.resolve(this.fitbit.triple);
    // @ts-expect-error an export has a name
    $.export();
    // @ts-expect-error an action emits nothing
    await Promise.resolve(this.$emit);
    return [text, isToday, sooner];
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

defineAction({
  ...action,
  props: { fitbit },
  async run() {
    // @ts-expect-error components see what both apps have
    await Promise.resolve(this.fitbit.listActivityTypes);
    // @ts-expect-error there is no request by hand
    await Promise.resolve(this.fitbit.get);
  },
});

export const both = defineAction({
  ...action,
  props: {
    fitbit,
    date: { propDefinition: [fitbit, "date"] },
    distance: { type: "string", label: "Distance", optional: true },
    startTime: { propDefinition: [fitbit, "startTime"] },
  },
  async run() {
    return await Promise.resolve({});
  },
});

const same = { docs: "users/getProfile", version: "0.0.1", scopes: [] };

export const right = {
  ...same, records: ["profile"], props: { date: { description: "A day." }, distance: null },
} satisfies Twin<typeof both>;

export const misspelt = {
  ...same,
  // @ts-expect-error the component has no such prop
  props: { distnace: null },
} satisfies Twin<typeof both>;

export const retyped = {
  ...same,
  // @ts-expect-error a twin's prop keeps its type
  props: { distance: { type: "integer" } },
} satisfies Twin<typeof both>;

export const widened = {
  ...same,
  // @ts-expect-error what is required stays so
  props: { startTime: { optional: true } },
} satisfies Twin<typeof both>;

export const narrowed = {
  ...same,
  // @ts-expect-error what is required is not left out
  props: { startTime: null },
} satisfies Twin<typeof both>;

export const unnamed = {
  ...same,
  // @ts-expect-error the table of differences has no such record
  records: ["profil"],
} satisfies Twin<typeof both>;

export const alone = defineAction({
  ...action,
  props: { fitbit: fitbitAlone },
  async run() {
    return await Promise.resolve({});
  },
});

// @ts-expect-error what asks for what Fitbit alone has can have no twin
export const impossible = same satisfies Twin<typeof alone>;
