import { inspect } from "node:util";
import { openSource, type SourceRun, type SourceState } from "../../local/runtime";
import type { Fields } from "../../local/runtime/component";
import { TOKEN } from "./api";

const accounts = () => ({ oauth_access_token: TOKEN });

/** What one poll or hook came to. */
export interface Polled {
  ids: unknown[];
  summaries: unknown[];
  events: unknown[];
  /** When the events happened, in UTC. */
  times: string[];
  error: string | undefined;
}

/** A source on the platform, whose clock the test holds. */
export class PlayedSource {
  state: SourceState | undefined;
  /** Lines of its log. */
  readonly logged: string[] = [];

  constructor(private readonly source: unknown, private readonly props: Fields = {}) {}

  /** As on creation: the hook that tells of recent history. */
  deploy(now: string) {
    return this.play(now, (opened) => opened.deploy());
  }

  poll(now: string) {
    return this.play(now, (opened) => opened.poll());
  }

  /** The size of what the source keeps, in characters. */
  get size() {
    return JSON.stringify(this.state?.db ?? {}).length;
  }

  private async play(
    now: string,
    call: (opened: Awaited<ReturnType<typeof openSource>>) => Promise<SourceRun>,
  ): Promise<Polled> {
    const opened = await openSource(this.source, {
      props: this.props,
      accounts,
      state: this.state,
      clock: () => Promise.resolve(Date.parse(now)),
      log: (line) => void this.logged.push(line),
    });
    const ran = await call(opened);
    this.state = opened.snapshot();
    expect(inspect([ran, this.state], { depth: Infinity })).not.toContain(TOKEN);
    expect(ran.notes).toEqual([]);
    return {
      ids: ran.emitted.map(({ id }) => id),
      summaries: ran.emitted.map(({ summary }) => summary),
      events: ran.emitted.map(({ event }) => event),
      times: ran.emitted.map(({ ts }) => new Date(ts).toISOString()),
      error: ran.ok ? undefined : ran.error.message,
    };
  }
}

/** The names of an event's fields. */
export function keysOf(event: unknown): string[] {
  return typeof event === "object" && event !== null ? Object.keys(event) : [];
}
