import fitbit from "../../google_health.app";
import { readChoices, readFlag, readText, required } from "../../common/input";
import { notificationSource } from "../../common/notifications/source";
import { notifiedTypes, notifiedWords } from "../../common/notifications/types";
import { defineSource } from "../../common/pipedream";
import sampleEmit from "./test-event";

export const scopes = [
  "activity_and_fitness.readonly",
  "health_metrics_and_measurements.readonly",
  "sleep.readonly",
  "nutrition.readonly",
];

/** Google notifies of the users of a client of the project that the webhook stands in. */
export const ownClient = true;

export default defineSource({
  key: "google_health-new-notification-instant",
  name: "New Notification (Instant)",
  description: "Emit new event for each notification that Google Health sends of the connected user's data, checked by its signature, with what changed if you ask for it. At least once: Google repeats some, and a repeat looks like a second change. Register this source's URL as a subscriber in your own Google Cloud project, once the source is there; that takes a connection of its own with the scope `cloud-platform`, which may not read health data. What connects here is a client of that project. [See the documentation](https://developers.google.com/health/webhooks)",
  version: "0.0.1",
  type: "source",
  ai: "optimized",
  dedupe: notificationSource.dedupe,
  props: {
    fitbit,
    ...notificationSource.props,
    secret: {
      type: "string",
      label: "Secret",
      description: "The `endpointAuthorization.secret` that you register, the whole header, e.g. `Bearer ` and 40 letters of your own making. Requests without it are refused.",
      secret: true,
    },
    dataTypes: {
      type: "string[]",
      label: "Data Types",
      description: `The types to be told of, e.g. \`sleep\`. Any of ${notifiedWords}. Left out, all that you registered.`,
      optional: true,
      options: notifiedTypes,
    },
    fetchChanges: {
      type: "boolean",
      label: "Fetch Changes",
      description: "Fetch what is there now in the time that changed, up to 1,000 points each, e.g. `true`: it takes a request or more, and comes as `dataPoints`. Left out, the event is the notification, which carries no values.",
      optional: true,
    },
  },
  sampleEmit,
  methods: {
    /** What is told of. */
    getWanted() {
      return {
        secret: required("Secret", readText("Secret", this.secret)),
        types: readChoices("Data Types", this.dataTypes, notifiedTypes),
        hasChanges: readFlag("Fetch Changes", this.fetchChanges),
      };
    },
  },
  hooks: notificationSource.hooks,
  run: notificationSource.run,
});
