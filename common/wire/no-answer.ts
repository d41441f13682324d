/** Why no answer came. */
export type Loss
  = | "timeout"
    /** The name of the host is not known. */
    | "unknown_host"
    | "refused"
    | "certificate"
    /** A proxy on the way let nothing through. */
    | "proxy"
    /** There was more of it than is read. */
    | "too_large"
    /** The connection broke, or nobody knows. */
    | "broken";

/** What the codes of Node.js and of its HTTP libraries mean. */
const MEANINGS: [RegExp, Loss][] = [
  [/^(ECONNABORTED|ETIMEDOUT)$/, "timeout"],
  [/^(ENOTFOUND|ENODATA|EAI_\w+)$/, "unknown_host"],
  [/^ECONNREFUSED$/, "refused"],
  [/PROXY|TUNNEL/, "proxy"],
  [/CERT|SIGNED|^UNABLE_TO_|^ERR_(TLS|SSL|OSSL)|^HOSTNAME_MISMATCH$|^INVALID_CA$/, "certificate"],
];

/** Where a code says nothing, the message may. */
const MESSAGES: [RegExp, Loss][] = [
  [/^maxContentLength size of \d+ exceeded$/, "too_large"],
  [/\bproxy\b|\btunnel/i, "proxy"],
];

/** No answer came. */
export class NoAnswer {
  declare readonly why: Loss;
  /** The system's word for it, such as `ENOTFOUND`; of a proxy, the status of its answer. */
  declare readonly code: string | undefined;
  /** What the connection died of. */
  declare readonly cause: Error | undefined;

  constructor(why: Loss, code?: string, cause?: Error) {
    Object.assign(this, { why, code, cause });
  }

  /** What an error of the HTTP library means. */
  static of(error: unknown): NoAnswer {
    if (!(error instanceof Error)) return new NoAnswer("broken");
    const { message } = error;
    const code = "code" in error && typeof error.code === "string" ? error.code : undefined;
    const why = meaning(MEANINGS, code) ?? meaning(MESSAGES, message) ?? "broken";
    return new NoAnswer(why, code, bare(message, code));
  }
}

function meaning(meanings: [RegExp, Loss][], text = ""): Loss | undefined {
  return meanings.find(([pattern]) => pattern.test(text))?.[1];
}

/** The error without its request, which holds the token. */
function bare(message: string, code: string | undefined): Error {
  return Object.assign(new Error(message), code !== undefined && { code });
}
