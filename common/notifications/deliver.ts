import type { Db, HttpEvent } from "../pipedream";
import type { Changes } from "./google-health-changes";
import type { Notification } from "./google-health-notification";
import { keep, letGo } from "./memory";
import { receive, TAKEN, type Delivery, type Receiver } from "./receive";
import { inWords } from "./sentences";

/** A notification, and what is there now where something changed, where that is asked for. */
export type NotificationEvent = Notification & Partial<Changes>;

/** What a source on the platform lends to a request. */
export interface Host extends Receiver {
  db: Db;
  /** What changed, where it is to be told too; undefined of what has nothing to fetch. */
  changesOf?(notification: Notification): Promise<Changes | undefined>;
  emit(event: NotificationEvent, meta: { id: string; summary: string; ts: number }): void;
}

/**
 * Answers a request and tells of its notifications, each once at least. With nothing to fetch
 * they are told before the answer. Else the answer comes first, and they are kept until they
 * are told: what a run left behind that was ended, the next one tells.
 */
export async function deliver(host: Host, event: HttpEvent): Promise<void> {
  const delivery = await receive(host, event);
  if (!delivery) return;
  if (!host.changesOf) {
    await tell(host, delivery);
    host.respond(TAKEN);
    return;
  }
  const { isKept, others } = keep(host.db, delivery);
  if (isKept) host.respond(TAKEN);
  for (const one of [...others, delivery]) {
    await tell(host, one);
    letGo(host.db, one);
  }
  if (!isKept) host.respond(TAKEN);
}

async function tell(host: Host, { id, at, notifications }: Delivery): Promise<void> {
  for (const [i, notification] of notifications.entries()) {
    const event = { ...notification, ...await host.changesOf?.(notification) };
    host.emit(event, { id: `${id}-${i}`, summary: inWords(event), ts: at });
  }
}
