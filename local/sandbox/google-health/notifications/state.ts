import type { DataType } from "../data-type";
import type { Life } from "../state";
import { Looks, notificationOf, type Changed } from "./changes";
import { post } from "./courier";
import { SigningKeys } from "./keys";
import type { Subscriber } from "./subscribers";

interface Waiting { subscriber: Subscriber; body: string }

const MOST_A_PUSH = 99;

/** Who is notified, and what has not been taken yet. */
export class Notifications {
  readonly keys = new SigningKeys();
  readonly subscribers = new Map<string, Subscriber>();
  private waiting: Waiting[] = [];

  /** Does something, and notifies everybody of what it changed, and of what was not taken. */
  async during(
    life: Life, types: ReadonlyMap<string, DataType>, work: () => void,
  ): Promise<void> {
    const subscribers = [...this.subscribers.values()];
    const wanted = new Set(subscribers.flatMap(({ dataTypes }) => dataTypes));
    const looks = new Looks(life, [...wanted].flatMap((id) => types.get(id) ?? []));
    work();
    this.add(life, looks.changed());
    await this.send(life);
  }

  private add(life: Life, changes: Changed[]): void {
    for (const subscriber of this.subscribers.values()) {
      const name = subscriber.name.split("/").at(-1) ?? "";
      const all = changes.filter(({ dataType }) => subscriber.dataTypes.includes(dataType))
        .map((changed) => notificationOf(life, name, changed));
      for (let i = 0; i < all.length; i += MOST_A_PUSH) {
        const push = all.slice(i, i + MOST_A_PUSH);
        const { notifies } = life.switches;
        const bodies: object[] = notifies === "singly" ? push : [push];
        const texts = bodies.map((body) => JSON.stringify(body));
        this.waiting.push(...texts.map((body) => ({ subscriber, body })));
      }
    }
  }

  /** What is not answered with a 204 is sent again, the next time something happens. */
  private async send({ switches }: Life): Promise<void> {
    const left: Waiting[] = [];
    for (const one of this.waiting) {
      const { subscriber: { endpointUri, secret }, body } = one;
      const parcel = { body, keys: this.keys, secret, header: switches.signatureHeader };
      const times = switches.notifiesTwice ? 2 : 1;
      for (let i = 0; i < times; i += 1) {
        const isTaken = await post(endpointUri, parcel) === 204;
        if (!isTaken && i === 0) left.push(one);
      }
    }
    this.waiting = left;
  }
}
