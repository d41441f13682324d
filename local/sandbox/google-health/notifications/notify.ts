import type { DataType } from "../data-type";
import type { Life } from "../state";
import { Looks, notificationOf, type Changed } from "./changes";
import { post } from "./courier";
import type { Subscriptions } from "../subscriptions";

const MOST_A_PUSH = 99;

/** Does something, and notifies all of what it changed, and of what was not taken before. */
export async function notifying(
  life: Life, types: ReadonlyMap<string, DataType>, work: () => void,
): Promise<void> {
  const { subscriptions } = life.state;
  const subscribers = [...subscriptions.subscribers.values()];
  const wanted = new Set(subscribers.flatMap(({ dataTypes }) => dataTypes));
  const looks = new Looks(life, [...wanted].flatMap((id) => types.get(id) ?? []));
  work();
  const changed = looks.changed();
  subscriptions.waiting.push(...subscribers.flatMap((subscriber) => (
    bodiesOf(life, subscriber.name, changed.filter(({ dataType }) => (
      subscriber.dataTypes.includes(dataType)
    ))).map((body) => ({ subscriber, body }))
  )));
  await send(subscriptions, life);
}

function bodiesOf(life: Life, subscriber: string, changed: Changed[]): string[] {
  const name = subscriber.split("/").at(-1) ?? "";
  const all = changed.map((one) => notificationOf(life, name, one));
  const pushes = Array.from({ length: Math.ceil(all.length / MOST_A_PUSH) }, (_, i) => (
    all.slice(i * MOST_A_PUSH, (i + 1) * MOST_A_PUSH)
  ));
  const bodies: object[] = life.switches.notifies === "singly" ? all : pushes;
  return bodies.map((body) => JSON.stringify(body));
}

/** What is not answered with a 204 is sent again, the next time something happens. */
async function send(subscriptions: Subscriptions, { switches }: Life): Promise<void> {
  const { keys, waiting } = subscriptions;
  subscriptions.waiting = [];
  for (const one of waiting) {
    const { subscriber: { endpointUri, secret }, body } = one;
    const parcel = { body, keys, secret, header: switches.signatureHeader };
    const isTaken = await post(endpointUri, parcel) === 204;
    if (!isTaken) subscriptions.waiting.push(one);
    if (switches.notifiesTwice) await post(endpointUri, parcel);
  }
}
