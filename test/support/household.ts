import {
  carryRequests, loadOptions, openSource, runAction, type ActionRun, type RequestRecord,
} from "../../local/runtime";
import type { Component, Fields } from "../../local/runtime/component";
import { startSandbox, type Fault, type Person, type Sandbox } from "../../local/sandbox";

/** What a step came to, and what it asked for. */
export interface Done {
  run: ActionRun;
  result: Fields;
  requests: RequestRecord[];
  /** What it worked for, here and in the sandbox: on a busy machine less than it took. */
  cpuMs: number;
}

interface Given {
  /** As Pipedream's form gives them. */
  props?: Fields;
  /** As a workflow's expressions do. */
  expressions?: Fields;
  token?: string;
}

/** A person's sandbox, on which actions run as Pipedream runs them. */
export class Household {
  private constructor(private readonly sandbox: Sandbox) {}

  static async of(seed = 1, now = "2026-03-20T09:00:00Z"): Promise<Household> {
    return new Household(await startSandbox({ seed, now, rateLimit: false }));
  }

  get person(): Person {
    return this.sandbox.person;
  }

  async control(name: string, body: unknown): Promise<void> {
    const answer = await fetch(`${this.sandbox.url}/_sandbox/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** What goes wrong with the requests to come. */
  suffer(...faults: Pick<Fault, "match" | "times" | "skip" | "answer">[]): void {
    this.sandbox.faults = faults.map((fault) => ({ ...fault, after: false }));
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  async run(
    component: Component,
    { props = {}, token = "sandbox", ...given }: Given = {},
  ): Promise<Done> {
    return await this.carrying(async (requests) => {
      const before = process.cpuUsage();
      const run = await runAction(component, { props, ...given, ...this.platform(token) });
      const { user, system } = process.cpuUsage(before);
      const result = run.ok ? run.return as Fields : {};
      return { run, result, requests, cpuMs: (user + system) / 1_000 };
    });
  }

  /** What a source tells of after its deployment, in the polls that are made meanwhile. */
  async watch(
    component: unknown, props: Fields, life: (poll: () => Promise<void>) => Promise<void>,
  ): Promise<unknown[]> {
    const source = await openSource(component, { props, ...this.platform("sandbox") });
    await this.carrying(() => source.deploy());
    const events: unknown[] = [];
    await life(async () => {
      const { emitted } = await this.carrying(() => source.poll());
      events.push(...emitted.map(({ event }) => event));
    });
    return events;
  }

  /** The values that the form of a component offers for a prop. */
  async options(component: Component, prop: string, token = "sandbox"): Promise<unknown[]> {
    return await this.carrying(async () => {
      const request = { values: {}, ...this.platform(token) };
      const { options } = await loadOptions(component, prop, request);
      return options.map(({ value }) => value);
    });
  }

  private platform(token: string) {
    return {
      accounts: () => ({ oauth_access_token: token }),
      clock: () => Promise.resolve(this.person.now),
      log: () => undefined,
    };
  }

  /** Does something whose requests go here, and are noted. */
  async carrying<T>(work: (requests: RequestRecord[]) => Promise<T>): Promise<T> {
    const carrier = carryRequests({ sandboxUrl: this.sandbox.url });
    try {
      return await work(carrier.requests);
    } finally {
      carrier.stop();
    }
  }
}
