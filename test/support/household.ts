import { carryRequests, runAction, type ActionRun, type RequestRecord } from "../../local/runtime";
import type { Component, Fields } from "../../local/runtime/component";
import { startSandbox, type Person, type Sandbox } from "../../local/sandbox";

/** What a step came to, and what it asked for. */
export interface Done {
  run: ActionRun;
  result: Fields;
  requests: RequestRecord[];
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

  close(): Promise<void> {
    return this.sandbox.close();
  }

  async run(
    component: Component,
    { props = {}, token = "sandbox", ...given }: Given = {},
  ): Promise<Done> {
    const carrier = carryRequests({ sandboxUrl: this.sandbox.url });
    try {
      const run = await runAction(component, {
        props,
        ...given,
        accounts: () => ({ oauth_access_token: token }),
        clock: () => Promise.resolve(this.person.now),
        log: () => undefined,
      });
      const result = run.ok ? run.return as Fields : {};
      return { run, result, requests: carrier.requests };
    } finally {
      carrier.stop();
    }
  }
}
