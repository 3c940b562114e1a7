// Loaded into the server before Next, which makes its HTTP server itself and has no place for what is refused first.
import http from "node:http";
import { withinBodyLimit } from "./body-limit.mjs";
import { withHeaders } from "./every-answer.mjs";
import { withPagePolicy } from "./page-policy.mjs";

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

/** @param {Listener} listener */
function guarded(listener) {
  const page = withPagePolicy(withinBodyLimit(listener), process.env["NODE_ENV"] === "development");
  return withHeaders(withoutTrace(page), process.env["APP_URL"]);
}

/** @param {unknown[]} given options, which may be absent, and the listener */
function createGuardedServer(...given) {
  const listening = given.map((one) =>
    typeof one === "function" ? guarded(/** @type {Listener} */ (one)) : one,
  );
  return Reflect.apply(createServer, http, listening);
}

http.createServer = /** @type {typeof createServer} */ (createGuardedServer);
