// @ts-check

/** The largest form that a page sends, in bytes: a project file of 10 MB, and the form around it. */
export const MAX_FORM_BYTES = 10 * 1024 * 1024 + 64 * 1024;

const TOO_MUCH =
  "This is too much to send at once, so nothing was saved. Go back: what you typed is still there. Send it in smaller parts.";

/** After a refusal the rest is received for this long and dropped, so that a browser comes to read the answer. */
const LINGER_MS = 10_000;

/** Routes that receive files or queued work: each reads up to a limit of its own. */
const HAS_ITS_OWN = /^\/api\/|^\/permission\/[^/]+\/choose$/;

/** @typedef {import("node:http").IncomingMessage} Request @typedef {import("node:http").ServerResponse} Reply */

/**
 * A listener for requests that refuses what is too large for a page before anything is done for it: by the length that
 * is declared, and where none is, as soon as more arrives. Next reads a form whole before it looks at its size.
 * @param {(request: Request, reply: Reply) => unknown} listener
 * @param {number} [maxBytes]
 * @returns {(request: Request, reply: Reply) => unknown}
 */
export function withinBodyLimit(listener, maxBytes = MAX_FORM_BYTES) {
  return (request, reply) => {
    const path = (request.url ?? "").split("?", 1)[0] ?? "";
    if (HAS_ITS_OWN.test(path)) return listener(request, reply);
    if (Number(request.headers["content-length"] ?? 0) > maxBytes) return refuse(request, reply);
    if (request.headers["transfer-encoding"] !== undefined) countArriving(request, reply, maxBytes);
    return listener(request, reply);
  };
}

/**
 * Node's parser hands what arrives to `push`. Beyond the limit nothing is handed on, whoever reads.
 * @param {Request} request @param {Reply} reply @param {number} maxBytes
 */
function countArriving(request, reply, maxBytes) {
  let arrived = 0;
  const push = request.push.bind(request);
  request.push = (/** @type {unknown} */ part, /** @type {BufferEncoding | undefined} */ encoding) => {
    if (part instanceof Uint8Array) arrived += part.length;
    if (arrived <= maxBytes) return push(part, encoding);
    if (!reply.headersSent) refuse(request, reply);
    // All of it has arrived: whoever reads is told that the request failed.
    if (part === null) request.destroy();
    return true;
  };
}

/**
 * The connection stays open meanwhile: a browser reads the answer when it has sent everything.
 * @param {Request} request @param {Reply} reply
 */
function refuse(request, reply) {
  reply.writeHead(413, PLAIN).end(TOO_MUCH);
  request.resume();
  const timer = setTimeout(() => request.socket.destroy(), LINGER_MS).unref();
  request.once("close", () => clearTimeout(timer));
}

const PLAIN = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };

/**
 * The same for a route that reads its own body.
 * @param {string} words
 */
export function tooLargeAnswer(words) {
  return new Response(words, { status: 413, headers: PLAIN });
}
