import { createHash, timingSafeEqual } from "node:crypto";
import type { HttpEvent, HttpResponse } from "../pipedream";
import {
  isVerification, jsonOf, notificationsOf, type Notification,
} from "./google-health-notification";

/** What came in one request, and stays known until all of it has been told. */
export interface Delivery {
  /** The same for what is sent again as it is. */
  id: string;
  /** When it came, in ms. */
  at: number;
  notifications: Notification[];
}

/** What the source lends to a request. */
export interface Receiver {
  now: number;
  /** The whole `Authorization` header that Google was told to send. */
  secret: string;
  /** Whether Google signed the body. Throws when its keys cannot be had. */
  isGoogles(body: string, signature: string): Promise<boolean>;
  /** Whether somebody waits for it. Throws when it cannot be known who the user is. */
  isWanted(notification: Notification): Promise<boolean>;
  respond(response: HttpResponse): void;
  log(line: string): void;
}

/**
 * What a request brings that is to be told; undefined of one that brings nothing, which is
 * answered here. What cannot be checked is answered with a 503, so that it comes again, and
 * the error thrown. https://developers.google.com/health/webhooks
 */
export async function receive(
  receiver: Receiver, { headers, bodyRaw = "" }: HttpEvent,
): Promise<Delivery | undefined> {
  const answer = await answerTo(receiver, headers, bodyRaw).catch((error: unknown) => {
    receiver.respond(AGAIN);
    throw error;
  });
  if ("notifications" in answer) return answer;
  const { why, ...response } = answer;
  if (why !== undefined) receiver.log(why);
  receiver.respond(response);
  return undefined;
}

async function answerTo(
  receiver: Receiver, headers: Record<string, string>, text: string,
): Promise<Answer | Delivery> {
  if (!isSame(headerOf(headers, "authorization"), receiver.secret)) return UNAUTHORIZED;
  const body = jsonOf(text);
  if (isVerification(body)) return VERIFIED;
  const signature = SIGNATURES.map((name) => headerOf(headers, name)).find(Boolean) ?? "";
  if (!await receiver.isGoogles(text, signature)) return UNSIGNED;
  const notifications = await wantedOf(receiver, body);
  if (!notifications.length) return TAKEN;
  return { id: idOf(signature), at: receiver.now, notifications };
}

/** What Google takes for an answer; anything else it sends again, for seven days. */
export const TAKEN: HttpResponse = { status: 204 };

/** What cannot be looked at now. */
const AGAIN: HttpResponse = { status: 503 };

interface Answer extends HttpResponse {
  /** What the log says. */
  why?: string;
}

const VERIFIED: Answer = { status: 200 };

/** Google makes such a request when the webhook is registered, and wants this answer. */
const UNAUTHORIZED: Answer = {
  status: 401,
  why: "A request without the Authorization header of Secret was refused, as Google wants it of one that it makes when the webhook is registered. If others follow, compare Secret with the `endpointAuthorization.secret` that you registered.",
};

const UNSIGNED: Answer = {
  status: 403,
  why: "A notification was refused: the signature is none of Google's.",
};

/** The header of the documentation, and the one that has been seen. */
const SIGNATURES = ["google-health-api-signature", "x-healthapi-signature"];

function headerOf(headers: Record<string, string>, name: string): string {
  const known = Object.entries(headers).find(([header]) => header.toLowerCase() === name);
  return known?.[1] ?? "";
}

/** Compares in a time that says nothing of where two texts differ. */
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(digestOf(a), digestOf(b));
}

const digestOf = (text: string) => createHash("sha256").update(text).digest();

/** No two signatures are alike, of one body neither: one that comes again was sent again. */
function idOf(signature: string): string {
  return digestOf(signature).toString("base64url");
}

async function wantedOf(receiver: Receiver, body: unknown): Promise<Notification[]> {
  const { read, unreadable } = notificationsOf(body);
  if (unreadable) {
    receiver.log(`${unreadable} of the notifications say too little to be told: no user, or no type of data.`);
  }
  const wanted: Notification[] = [];
  for (const one of read) if (await receiver.isWanted(one)) wanted.push(one);
  return wanted;
}
