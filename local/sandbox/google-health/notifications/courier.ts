import type { SigningKeys } from "../signing-keys";
import type { Subscriber } from "../subscriptions";

const TIMEOUT_MS = 10_000;

/** The header of the documentation, or the one that was seen. */
export type SignatureHeader = "google-health-api-signature" | "x-healthapi-signature";

interface Parcel {
  body: string;
  keys: SigningKeys;
  secret?: string;
  agent?: string;
  header?: SignatureHeader;
}

/** Posts a signed body; gives the status, or 0 for no answer. */
export async function post(
  uri: string,
  { body, keys, secret, agent, header = "x-healthapi-signature" }: Parcel,
): Promise<number> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), TIMEOUT_MS);
  try {
    const { status, body: answered } = await fetch(uri, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        [header]: keys.sign(body),
        ...(secret !== undefined && { authorization: secret }),
        ...(agent !== undefined && { "user-agent": agent }),
      },
      body,
      redirect: "manual",
      signal: patience.signal,
    });
    await answered?.cancel();
    return status;
  } catch {
    return 0;
  } finally {
    clearTimeout(timer);
  }
}

const VERIFICATION = {
  body: JSON.stringify({ type: "verification" }),
  agent: "Google-Health-API-Webhooks-Verifier",
};

/** Whether an endpoint takes the secret, and takes nothing without it. */
export async function isVerified(
  { endpointUri, secret }: Subscriber, keys: SigningKeys,
): Promise<boolean> {
  const welcome = await post(endpointUri, { ...VERIFICATION, keys, secret });
  const refused = await post(endpointUri, { ...VERIFICATION, keys });
  return [200, 201].includes(welcome) && [401, 403].includes(refused);
}
