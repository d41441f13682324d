import { differences, type DifferingRecord } from "../../common/differences";
import type { Difference } from "../../common/difference";
import type { Polls } from "../../common/polling/source";
import { isFields } from "../runtime/component";
import { isManaged, type AppSlug } from "./apps";

const LINK = / \[See the documentation\]\(([^)]+)\)$/;

/** A description in its parts: what it says, and the page that it was written from. */
export function partsOf(description: string): { said: string; docs?: string } {
  const docs = LINK.exec(description)?.[1];
  return { said: description.replace(LINK, ""), ...docs === undefined ? {} : { docs } };
}

interface Described {
  app: AppSlug;
  said: string;
  docs?: string;
  scopes: readonly string[];
  /** The records whose differences apply. */
  records?: readonly string[];
  /** What a source's polls cost. */
  polls?: Polls;
  /** Whether it takes a client of one's own, whatever its scopes. */
  ownClient?: boolean;
}

/** A component's description, put together from its parts: the same everywhere it is read. */
export function describe(
  { app, said, docs, scopes, records = [], polls, ownClient = false }: Described,
): string {
  return [
    said,
    polls ? costInWords(polls) : "",
    differencesInWords(records),
    isManaged(app, scopes) && !ownClient ? "" : withOwnClient(app),
    docs ? `[See the documentation](${docs})` : "",
  ].filter(Boolean).join(" ");
}

/** What a poll costs, and how often is enough. */
export function costInWords({ idle, firing, every }: Polls): string {
  const most = firing > idle ? `, ${firing} when it fires` : "";
  return `A poll makes ${idle} ${idle === 1 ? "request" : "requests"}${most}; every ${every} is enough to miss nothing.`;
}

/** What its module says of a source's polls; undefined of what does not poll. */
export function pollsOf(value: unknown): Polls | undefined {
  if (!isFields(value)) return undefined;
  const { idle, firing, every } = value;
  return typeof idle === "number" && typeof firing === "number" && typeof every === "string"
    ? { idle, firing, every }
    : undefined;
}

/** What is said where the account that Pipedream manages is not enough. */
function withOwnClient(app: AppSlug): string {
  const client = app === "fitbit" ? "Fitbit app" : "Google OAuth client";
  return `The account that Pipedream manages does not carry the scopes for this: connect with your own ${client}.`;
}

/** What the records of an answer lack on Google Health, or have only nearly. */
function differencesInWords(records: readonly string[]): string {
  const rows = records
    .filter(isDiffering)
    .flatMap((record): Difference[] => differences[record]);
  const named = (kind: Difference["is"]) => [
    ...new Set(rows.filter((row) => row.is === kind).map(({ words }) => words)),
  ];
  return [
    sentence("Absent here, for want of a source", named("absent")),
    sentence("Approximate here", named("approximate")),
  ].filter(Boolean).join(" ");
}

/** Whether a word names a record of the table. */
export function isDiffering(record: unknown): record is DifferingRecord {
  return typeof record === "string" && Object.hasOwn(differences, record);
}

function sentence(start: string, words: string[]): string {
  return words.length ? `${start}: ${words.join(", ")}.` : "";
}
