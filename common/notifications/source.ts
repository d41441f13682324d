import { pollCall, type Call } from "../call";
import type { Requests } from "../google-health/requests";
import { log } from "../log";
import type { Db, HttpEvent, HttpResponse } from "../pipedream";
import { toIdentity } from "../user/google-health-identity";
import { ApiError } from "../wire/errors";
import { deliver, type Host, type NotificationEvent } from "./deliver";
import { changesOf } from "./google-health-changes";
import type { Keyset } from "./google-health-keys";
import { forget, isSigned, remembered } from "./memory";
import { notifiedTypes } from "./types";

/** What is told of, as the user chose it. */
export interface Wanted {
  /** The whole `Authorization` header that Google was told to send. */
  secret: string;
  /** None means all. */
  types: readonly string[];
  /** Whether what changed is fetched. */
  hasChanges: boolean;
}

interface NotificationSource {
  fitbit: Requests & { getNotificationKeys(call: Call): Promise<Keyset> };
  http: { respond(response: HttpResponse): void };
  db: Db;
  $emit(event: NotificationEvent, meta: { id: string; summary: string; ts: number }): void;
  /** Throws a ConfigurationError for a prop that is none. */
  getWanted(): Wanted;
}

/** What a source of notifications has beside its `getWanted`. */
export const notificationSource = {
  dedupe: "unique",
  props: {
    http: {
      type: "$.interface.http",
      customResponse: true,
    },
    db: "$.service.db",
  },
  hooks: {
    /** The account may be another one than before; a connection that fails shows here. */
    async activate(this: NotificationSource) {
      this.getWanted();
      forget(this.db);
      await userOf(this, pollCall({}, null));
    },
  },
  async run(this: NotificationSource, event: HttpEvent) {
    await deliver(hostOf(this), event);
  },
} as const;

function hostOf(source: NotificationSource): Host {
  const { db, fitbit, http } = source;
  const { secret, types, hasChanges } = source.getWanted();
  const call = pollCall({}, null);
  const now = Date.now();
  const keys = { db, now, ask: () => fitbit.getNotificationKeys(call) };
  return {
    now,
    db,
    secret,
    log,
    isGoogles: (body, signature) => isSigned(keys, body, signature),
    async isWanted({ healthUserId, dataType }) {
      const isOfType = !types.length || types.includes(dataType);
      return isOfType && healthUserId === await userOf(source, call);
    },
    ...hasChanges && {
      async changesOf(notification) {
        const type = notifiedTypes.find((id) => id === notification.dataType);
        if (notification.operation === "DELETE" || !type) return undefined;
        return await changesOf(fitbit, type, notification, call);
      },
    },
    respond: (response) => http.respond(response),
    emit: (event, meta) => source.$emit(event, meta),
  };
}

async function userOf({ db, fitbit }: NotificationSource, call: Call): Promise<string> {
  return await remembered(db, async () => {
    const { healthUserId } = toIdentity(await fitbit.getIdentity(call));
    if (healthUserId !== null) return healthUserId;
    throw new ApiError("unexpected", "Google Health does not say who the connected user is, so that nobody knows which notifications are theirs. Reconnect the account, or run the source again later.");
  });
}
