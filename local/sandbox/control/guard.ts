import type { FastifyInstance, FastifyRequest } from "fastify";

/** The names that this machine has for itself, with any port: one may be forwarded. */
const OWN_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

/**
 * Whether a call may come from a page in a browser that is not the sandbox's own: a page names
 * its origin, and one whose name was made to lead here (DNS rebinding) names itself as host.
 */
function isForeign({ headers: { host, origin } }: FastifyRequest): boolean {
  if (host !== undefined && !OWN_HOST.test(host)) return true;
  return origin !== undefined && origin !== `http://${host}`;
}

const REFUSAL = "Control calls are for this machine alone, and not for pages of other sites: "
  + "call it at http://127.0.0.1 or http://localhost, without an Origin of another.";

/** Keeps the pages that a person has open from calling what stands behind this door. */
export function keepPagesOut(door: FastifyInstance): void {
  door.addHook("onRequest", (request, reply, done) => {
    if (isForeign(request)) void reply.code(403).send({ error: REFUSAL });
    else done();
  });
}
