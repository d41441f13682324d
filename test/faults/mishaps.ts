import type { Fault } from "../../local/sandbox";

/** Carries every scope, and is like no words of a sentence. */
export const TOKEN = "sandbox:activity,heartrate,location,nutrition,profile,settings,sleep,weight,"
  + "oxygen_saturation,respiratory_rate,cardio_fitness,temperature,electrocardiogram,"
  + "irregular_rhythm_notifications,blood_glucose";

/** Something that goes wrong with a request. */
export interface Mishap {
  what: string;
  answer: Fault["answer"];
  /** The failures that fit when it happens each time; left out, there may be a result. */
  errors?: readonly string[];
  /** A write may be stored all the same. */
  isUnsure?: true;
  /** A read that is repeated gets past it. */
  passes?: true;
}

/** Words of an API, which may quote what it was sent. */
const WORDS = `Nothing came of Bearer ${TOKEN}.`;

const FITBIT = {
  success: false, errors: [{ errorType: "system", fieldName: "n/a", message: WORDS }],
};
const GOOGLE = { error: { code: 500, status: "INTERNAL", message: WORDS } };
const BOTH = [[FITBIT, "Fitbit"], [GOOGLE, "Google"]] as const;

const json = { "content-type": "application/json" };

/** What a status means, in whatever envelope; of a 422 and a 409 Google has no word. */
const STATUSES: readonly [status: number, ...errors: string[]][] = [
  [400, "BadRequestError"],
  [401, "ExpiredTokenError"],
  [403, "MissingScopeError", "ForbiddenError"],
  [404, "NotFoundError"],
  [409, "ConflictError"],
  [410, "ApiOffError", "BadRequestError"],
  [422, "BadRequestError"],
];

/** What Google Health says of an envelope that is none of its own. */
const STRANGE = "NotJsonError";

const refused = STATUSES.flatMap(([status, ...errors]): Mishap[] => [
  { what: `${status}`, answer: { status }, errors: [...errors, STRANGE] },
  ...BOTH.map(([body, whose]) => ({
    what: `${status} as ${whose} words it`,
    answer: { status, body },
    errors: [...errors, STRANGE],
  })),
]);

const limited = ([
  ["without headers", undefined],
  ["for two seconds", { "Retry-After": "2" }],
  ["for an hour", { "Retry-After": "3600" }],
  ["until the hour is over", { "Fitbit-Rate-Limit-Reset": "1800" }],
  ["until nobody knows when", { "Retry-After": "soon", "Fitbit-Rate-Limit-Reset": "" }],
] as const).map(([when, headers]): Mishap => (
  { what: `429 ${when}`, answer: { status: 429, headers }, errors: ["RateLimitError"] }
));

const failed = [500, 502, 503, 504].map((status): Mishap => (
  { what: `${status}`, answer: { status }, errors: ["ServerError"], isUnsure: true, passes: true }
));

const lost = (["reset", "cut", "truncate", "timeout"] as const).map((answer): Mishap => ({
  what: answer,
  answer,
  errors: [answer === "timeout" ? "TimeoutError" : "ConnectionError"],
  isUnsure: true,
  // So short a time as is waited here is over after one.
  ...answer !== "timeout" && { passes: true },
}));

const strange: readonly Mishap[] = [
  { what: "a page for people", answer: "html", errors: [STRANGE], isUnsure: true },
  {
    what: "another host",
    answer: { status: 302, headers: { Location: "https://example.com/" }, body: "" },
    errors: [STRANGE],
  },
  {
    what: "half of the JSON",
    answer: { status: 200, headers: json, body: "{\"sleep\":[{\"logId\":26" },
    errors: [STRANGE],
    isUnsure: true,
  },
  ...BOTH.map(([body, whose]): Mishap => ({
    what: `an error of ${whose} in a 200`,
    answer: { status: 200, body },
    // What has become of a write, an operation of Google's says itself.
    errors: ["UnexpectedAnswerError", "ServerError"],
    isUnsure: true,
  })),
  { what: "no body", answer: { status: 200, body: "" } },
  { what: "an empty object", answer: { status: 200, body: {} } },
  { what: "an empty list", answer: { status: 200, body: [] } },
];

/** Places in an answer, nearer and further. */
const PLACES = [0, 1, 2, 3, 5, 8, 13, 34, 89];

const odd: readonly Mishap[] = [
  { what: "the same page again", answer: "repeat" },
  { what: "no records any more", answer: "vanish" },
  { what: "fields that nobody knows", answer: "extra" },
  { what: "records without ids", answer: { without: ["logId", "name", "dataPointName", "foodId"] } },
  { what: "records without times", answer: { without: ["startTime", "interval", "dateTime", "date"] } },
  ...PLACES.flatMap((nth): Mishap[] => [
    { what: `nothing for value ${nth}`, answer: { put: null, nth } },
    { what: `a number for text ${nth}`, answer: { put: 123_456, nth, of: "text" } },
    { what: `text for number ${nth}`, answer: { put: "x", nth, of: "number" } },
    { what: `an unknown word for word ${nth}`, answer: { put: "UNHEARD_OF", nth, of: "word" } },
    { what: `a list for value ${nth}`, answer: { put: [null], nth } },
  ]),
];

export const MISHAPS: readonly Mishap[] = [
  ...refused, ...limited, ...failed, ...lost, ...strange, ...odd,
];

/** Ten megabytes, which take their time. */
export const LARGE: Mishap = { what: "10 MB", answer: "swell" };
