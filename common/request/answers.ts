import { ConfigurationError } from "@pipedream/platform";
import { flawOf } from "../wire/answers";
import { STEP_LIMITS } from "../wire/budget";
import { adding, failedWith, withoutTokens } from "../wire/errors";
import type { HttpAnswer } from "../wire/http";
import type { ApiAnswer, ApiRequest } from "./api";

/** A page for people, or JSON that ends too soon: no API answers so. */
const NO_ANSWER = /^\s*(?:[{[]|<!doctype html|<html)/i;

/** Whether it is an answer of any kind: JSON that tells of no error, text, or nothing. */
export function isAnswer({ status, json, text }: HttpAnswer): boolean {
  if (status < 200 || status >= 300) return false;
  return json ? flawOf({ json, text }, {}) !== "error" : !NO_ANSWER.test(text);
}

/** What a step returns of an answer. Throws where it is more than a step may return. */
export function answerOf({ status, json, text }: HttpAnswer): ApiAnswer {
  const bytes = Buffer.byteLength(text);
  if (bytes > STEP_LIMITS.bytes) {
    throw new ConfigurationError(
      `The API took the request (${status}), but its answer of ${(bytes / 1e6).toFixed(1)} MB is larger than a step may return: ask for less at once.`,
    );
  }
  const body = json ?? (text || undefined);
  return { status, ...body !== undefined && { body } };
}

/** The error of a request, which says what was asked for where that may be the fault. */
export function naming(error: unknown, { method, path }: ApiRequest, token: string): unknown {
  if (!failedWith(error, "bad_request", "not_found", "not_json")) return error;
  return adding(error, `It was asked for ${method} ${withoutTokens(path, token)}: check the path and the method too.`);
}
