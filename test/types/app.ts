import { defineApp, type OptionsQuery } from "../../common/pipedream";

/** An app as the type tests use it. */
export const app = defineApp({
  type: "app",
  app: "fitbit",
  propDefinitions: {
    date: {
      type: "string",
      label: "Date",
      optional: true,
    },
    limit: {
      type: "integer",
      label: "Limit",
      min: 1,
    },
    logId: {
      type: "string",
      async options({ page }: OptionsQuery) {
        const token = this.$auth.oauth_access_token;
        return [{ label: token, value: String(await this.double(page)) }];
      },
    },
  },
  methods: {
    async double(n: number) {
      return await Promise.resolve(n * 2);
    },
    async four() {
      return this.double(2);
    },
  },
});

/** What every action of the type tests is called. */
export const action = {
  key: "fitbit-get-thing",
  name: "Get Thing",
  description: "Get a thing.",
  version: "0.1.0",
  type: "action",
  ai: "optimized",
  annotations: { readOnlyHint: true, destructiveHint: false, openWorldHint: true },
} as const;

/** What every source of the type tests is called. */
export const source = {
  key: "fitbit-new-thing",
  name: "New Thing",
  description: "Emit new event for each thing.",
  version: "0.1.0",
  type: "source",
  ai: "optimized",
  dedupe: "unique",
  sampleEmit: {},
} as const;
