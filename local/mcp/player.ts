import type { Target } from "../cli/target";
import type { ActionRun, Carrier, Component, Log } from "../runtime";
import { carryRequests, runAction } from "../runtime";
import type { Fields } from "../runtime/component";

export interface Played {
  run: ActionRun;
  /** The present, where the answer came from. */
  asOf: Date;
}

/** Runs components, several at once, against one target. */
export interface Player {
  /** @throws PropError for what is no value of its props, and what opening throws. */
  play: (component: Component, props: Fields) => Promise<Played>;
  close: () => Promise<void>;
}

/**
 * A player that opens its target when the first component is run: a client may start a server
 * only to ask what it has. A sandbox stays open; an account is looked up again for each run,
 * since its token may have been renewed.
 */
export function createPlayer(open: () => Promise<Target>, log: Log): Player {
  let kept: Promise<Target> | undefined;
  let carrier: Carrier | undefined;
  let running = 0;

  const opened = (): Promise<Target> => {
    kept ??= open().then((target) => {
      if (target.sandboxUrl === undefined) kept = undefined;
      else carrier = carryRequests({ sandboxUrl: target.sandboxUrl });
      return target;
    }).catch((error: unknown) => {
      kept = undefined;
      throw error;
    });
    return kept;
  };

  const play: Player["play"] = async (component, props) => {
    running += 1;
    try {
      const { accounts, clock, renew } = await opened();
      await renew();
      const options = { props, accounts, log, ...clock ? { clock } : {} };
      const run = await runAction(component, options);
      return { run, asOf: new Date(await clock?.() ?? Date.now()) };
    } finally {
      running -= 1;
      if (running === 0) carrier?.forget();
    }
  };

  const close = async (): Promise<void> => {
    carrier?.stop();
    await (await kept)?.close();
  };

  return { play, close };
}
