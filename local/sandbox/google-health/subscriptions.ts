import { SigningKeys } from "./signing-keys";

/** Who is notified of what. */
export interface Subscriber {
  name: string;
  endpointUri: string;
  dataTypes: string[];
  secret: string;
}

/** What the API keeps of those who want to be notified. */
export class Subscriptions {
  readonly keys = new SigningKeys();
  readonly subscribers = new Map<string, Subscriber>();
  /** Bodies that nobody has taken yet. */
  waiting: { subscriber: Subscriber; body: string }[] = [];
}
