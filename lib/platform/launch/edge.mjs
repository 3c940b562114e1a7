// Loaded into the server before Next, which makes its HTTP server itself and has no place for what is refused first.
import http from "node:http";
import { withinBodyLimit } from "./body-limit.mjs";

const { createServer } = http;

/** @typedef {import("node:http").RequestListener} Listener */

/**
 * Nothing answers TRACE, at which Next fails.
 * @param {Listener} listener
 * @returns {Listener}
 */
function withoutTrace(listener) {
  return (request, reply) => {
    if (request.method === "TRACE") reply.writeHead(405, { allow: "GET, HEAD, POST" }).end();
    else listener(request, reply);
  };
}

/** @param {unknown[]} given options, which may be absent, and the listener */
function createGuardedServer(...given) {
  const guarded = given.map((one) =>
    typeof one === "function" ? withoutTrace(withinBodyLimit(/** @type {Listener} */ (one))) : one,
  );
  return Reflect.apply(createServer, http, guarded);
}

http.createServer = /** @type {typeof createServer} */ (createGuardedServer);
