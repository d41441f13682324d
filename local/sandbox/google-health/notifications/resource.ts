import { allows } from "../access";
import { denied, HealthError, invalid, notFound } from "../envelope";
import { isObject, jsonOf, type Fields } from "../read";
import type { Resource } from "../resource";
import type { Call, Route } from "../route";
import { isVerified } from "./courier";
import type { Subscriber } from "../subscriptions";
import { notificationSwitches } from "./switches";
import { NOTIFIED } from "./types";

/** The scope that no data endpoint takes. */
const SCOPE = "cloud-platform";

const ID = /^[a-z][a-z0-9-]{2,34}[a-z0-9]$/;
const LOOPBACK = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])(:\d+)?(\/|$)/;

/** What only an owner of the project may do: it is named by its number. */
const owned = (answer: Route["answer"]): Route["answer"] => (call) => {
  const isOwner = call.access.scopes.has(SCOPE) || allows(call.access, SCOPE);
  if (!isOwner || !/^\d+$/.test(call.params.project ?? "")) throw denied();
  return answer(call);
};

const shown = ({ name, endpointUri, dataTypes }: Subscriber): object => ({
  name,
  endpointUri,
  subscriberConfigs: [{ dataTypes, subscriptionCreatePolicy: "AUTOMATIC" }],
  endpointAuthorization: { secretSet: true },
  state: "ACTIVE",
});

/** Nothing leaves this machine: an endpoint here needs no certificate. */
function endpointOf({ endpointUri }: Fields): string {
  if (typeof endpointUri === "string" && LOOPBACK.test(endpointUri)) return endpointUri;
  throw invalid("endpoint_uri", "The sandbox notifies endpoints on 127.0.0.1 alone.");
}

function typesOf({ subscriberConfigs }: Fields): string[] {
  const configs = Array.isArray(subscriberConfigs) ? subscriberConfigs.filter(isObject) : [];
  const types = configs.flatMap(({ dataTypes }): unknown[] => (
    Array.isArray(dataTypes) ? dataTypes : []
  ));
  if (types.length === 0) throw invalid("subscriber_configs", "No data types.");
  return types.map((type) => {
    if (typeof type === "string" && NOTIFIED.includes(type)) return type;
    throw invalid("subscriber_configs.data_types", `Webhooks do not support ${String(type)}.`);
  });
}

function secretOf({ endpointAuthorization }: Fields): string {
  const { secret } = isObject(endpointAuthorization) ? endpointAuthorization : {};
  if (typeof secret === "string" && secret !== "") return secret;
  throw invalid("endpoint_authorization.secret", "The secret is missing.");
}

async function create({ life: { state }, params, query, body }: Call): Promise<object> {
  const fields = jsonOf(body);
  const id = query.get("subscriberId") ?? "";
  if (!ID.test(id)) throw invalid("subscriber_id", "Invalid subscriber ID.");
  const subscriber = {
    name: `projects/${params.project ?? ""}/subscribers/${id}`,
    endpointUri: endpointOf(fields),
    dataTypes: typesOf(fields),
    secret: secretOf(fields),
  };
  if (!await isVerified(subscriber, state.subscriptions.keys)) {
    const message = "The endpoint could not be verified.";
    throw new HealthError(400, message, [], "FAILED_PRECONDITION");
  }
  state.subscriptions.subscribers.set(subscriber.name, subscriber);
  return { done: true, response: shown(subscriber) };
}

const list = ({ life: { state } }: Call): object => {
  const all = [...state.subscriptions.subscribers.values()];
  return all.length > 0 ? { subscribers: all.map(shown) } : {};
};

function remove({ life: { state }, path }: Call): object {
  if (!state.subscriptions.subscribers.delete(path.replace(/^\/v4\//, ""))) throw notFound();
  return { done: true };
}

const SUBSCRIBERS = "projects/(?<project>[^/]+)/subscribers";
const SERVICE = "SubscriberService.";

export const notifications = {
  routes: [
    {
      verb: "POST",
      pattern: new RegExp(`^${SUBSCRIBERS}$`),
      rpc: `${SERVICE}CreateSubscriber`,
      takes: ["subscriberId"],
      answer: owned(create),
    },
    {
      verb: "GET",
      pattern: new RegExp(`^${SUBSCRIBERS}$`),
      rpc: `${SERVICE}ListSubscribers`,
      takes: ["pageSize", "pageToken"],
      answer: owned(list),
    },
    {
      verb: "DELETE",
      pattern: new RegExp(`^${SUBSCRIBERS}/[^/]+$`),
      rpc: `${SERVICE}DeleteSubscriber`,
      takes: ["force"],
      answer: owned(remove),
    },
  ],
  switches: notificationSwitches,
} satisfies Resource;
