import fitbit from "../../fitbit.app";
import { callOf } from "../../common/call";
import { defineAction } from "../../common/pipedream";
import { readProfileChanges } from "../../common/user/input";
import type { Twin } from "../../common/twin";

export const scopes = ["profile"];

export const example = { aboutMe: "Runs at dawn" };

const action = defineAction({
  key: "fitbit-update-profile",
  name: "Update Profile",
  description: "Change fields of the person's profile and its unit settings; what is left out stays as it is. Returns the whole profile, as **Get Profile** does. [See the documentation](https://dev.fitbit.com/build/reference/web-api/user/update-profile/)",
  version: "0.0.1",
  type: "action",
  ai: "optimized",
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    openWorldHint: true,
  },
  props: {
    fitbit,
    fullName: {
      type: "string",
      label: "Full Name",
      description: "First and last name, e.g. `Sam Rivera`.",
      optional: true,
    },
    aboutMe: {
      type: "string",
      label: "About Me",
      description: "A few words about the person, e.g. `Runs at dawn`.",
      optional: true,
    },
    gender: {
      type: "string",
      label: "Gender",
      description: "One of `MALE`, `FEMALE`, `NA`, e.g. `NA`.",
      optional: true,
      options: [
        "MALE",
        "FEMALE",
        "NA",
      ],
    },
    birthday: {
      type: "string",
      label: "Birthday",
      description: "The date of birth, e.g. `1990-05-17`.",
      optional: true,
    },
    height: {
      type: "string",
      label: "Height",
      description: "In centimetres, or in inches when the unit system is `en_US`, e.g. `178.5`.",
      optional: true,
    },
    strideLengthWalking: {
      type: "string",
      label: "Walking Stride Length",
      description: "In the unit of the height, e.g. `72.4`.",
      optional: true,
    },
    strideLengthRunning: {
      type: "string",
      label: "Running Stride Length",
      description: "In the unit of the height, e.g. `110`.",
      optional: true,
    },
    unitSystem: {
      propDefinition: [
        fitbit,
        "unitSystem",
      ],
      description: "The unit system of the lengths given and returned, e.g. `en_US`. One of `metric`, `en_US`, `en_GB`; needed with a length.",
    },
    timeZone: {
      propDefinition: [
        fitbit,
        "timeZone",
      ],
      description: "The person's IANA time zone, e.g. `Europe/Berlin`.",
    },
    country: {
      type: "string",
      label: "Country",
      description: "Two letters, e.g. `US`. Needs the scope `location`.",
      optional: true,
    },
    state: {
      type: "string",
      label: "State",
      description: "Two letters, in the United States only, e.g. `CA`. Needs the scope `location`.",
      optional: true,
    },
    city: {
      type: "string",
      label: "City",
      description: "The city, e.g. `Portland`. Needs the scope `location`.",
      optional: true,
    },
    locale: {
      type: "string",
      label: "Locale",
      description: "The language of the person's Fitbit site, e.g. `de_DE`. One of `en_US`, `en_GB`, `en_AU`, `en_NZ`, `fr_FR`, `de_DE`, `es_ES`, `ja_JP`.",
      optional: true,
      options: [
        "en_US",
        "en_GB",
        "en_AU",
        "en_NZ",
        "fr_FR",
        "de_DE",
        "es_ES",
        "ja_JP",
      ],
    },
    foodsLocale: {
      type: "string",
      label: "Food Database",
      description: "The locale whose foods are searched, e.g. `en_US`. Needs the scope `nutrition`.",
      optional: true,
    },
    clockTimeDisplayFormat: {
      type: "string",
      label: "Clock Format",
      description: "One of `12hour`, `24hour`, e.g. `24hour`.",
      optional: true,
      options: [
        "12hour",
        "24hour",
      ],
    },
    startDayOfWeek: {
      type: "string",
      label: "First Day Of Week",
      description: "One of `Sunday`, `Monday`, e.g. `Monday`.",
      optional: true,
      options: [
        "Sunday",
        "Monday",
      ],
    },
    heightUnit: {
      type: "string",
      label: "Height Unit",
      description: "How the Fitbit app shows lengths: `Metric` for centimetres, `US` for inches, e.g. `Metric`.",
      optional: true,
      options: [
        "Metric",
        "US",
      ],
    },
    weightUnit: {
      type: "string",
      label: "Weight Unit",
      description: "How the Fitbit app shows weights: `Metric` for kilograms, `US` for pounds, `UK` for stone, e.g. `Metric`.",
      optional: true,
      options: [
        "Metric",
        "US",
        "UK",
      ],
    },
    waterUnit: {
      type: "string",
      label: "Water Unit",
      description: "How the Fitbit app shows water: `Metric` for ml, `US` for fl oz, e.g. `Metric`. Needs the scope `nutrition`.",
      optional: true,
      options: [
        "Metric",
        "US",
      ],
    },
    glucoseUnit: {
      type: "string",
      label: "Glucose Unit",
      description: "How the Fitbit app shows blood glucose: `Metric` for mmol/L, `US` for mg/dL, e.g. `Metric`.",
      optional: true,
      options: [
        "Metric",
        "US",
      ],
    },
  },
  async run({ $ }) {
    const changes = readProfileChanges(this);
    const call = callOf(this, $, "google_health-update-profile");
    const { data, missing } = await this.fitbit.updateProfile(changes, call);
    $.export("$summary", `Changed ${Object.keys(changes).join(", ")}`);
    return { ...data, missing };
  },
});

export default action;

export const googleHealth = {
  description: "Change stride lengths, height and unit settings; what is left out stays as it is. Returns the whole profile, as **Get Profile** does.",
  docs: "users/updateProfile",
  records: ["profileChanges"],
  example: { height: "178.5", unitSystem: "metric" },
  version: "0.0.1",
  scopes: [
    "profile.writeonly",
    "settings.writeonly",
    "health_metrics_and_measurements.writeonly",
  ],
  props: {
    fullName: null,
    aboutMe: null,
    gender: null,
    birthday: null,
    timeZone: null,
    country: null,
    state: null,
    city: null,
    locale: null,
    foodsLocale: null,
    clockTimeDisplayFormat: null,
    startDayOfWeek: null,
    heightUnit: {
      description: "How the Google Health app shows lengths: `Metric` for centimetres, `US` for inches, e.g. `Metric`.",
    },
    weightUnit: {
      description: "How the Google Health app shows weights: `Metric` for kilograms, `US` for pounds, `UK` for stone, e.g. `Metric`.",
    },
    waterUnit: {
      description: "How the Google Health app shows water: `Metric` for ml, `US` for fl oz, e.g. `Metric`.",
    },
    glucoseUnit: {
      description: "How the Google Health app shows blood glucose: `Metric` for mmol/L, `US` for mg/dL, e.g. `Metric`.",
    },
  },
} satisfies Twin<typeof action>;
