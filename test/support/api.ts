import { readFileSync } from "node:fs";
import { join } from "node:path";
import { door } from "./exchange";

export const TOKEN = "test-token";

/** A documented answer, as the text the API sends: its ids keep all their digits. */
export function fixture(name: string): string {
  return readFileSync(join(process.cwd(), "test/fixtures/fitbit", `${name}.json`), "utf8");
}

/** The Fitbit Web API. */
export const { api, apiBreaks, apiStalls } = door({
  host: "https://api.fitbit.com",
  asked: ({ unitSystem = "metric" }) => ({
    "authorization": `Bearer ${TOKEN}`,
    "accept": "application/json",
    "accept-language": unitSystem,
  }),
  status: { GET: 200, POST: 201, PATCH: 200, DELETE: 204 },
  body: "",
  type: "application/json;charset=UTF-8",
});

/** The errors of Fitbit's own envelope. */
export function errors(errorType: string, message: string, fieldName?: string) {
  return { errors: [{ errorType, fieldName, message }], success: false };
}
