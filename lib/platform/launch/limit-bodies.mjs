// Loaded into the server before Next, which makes its HTTP server itself and has no place for this.
import http from "node:http";
import { withinBodyLimit } from "./body-limit.mjs";

const { createServer } = http;

/** @param {unknown[]} given options, which may be absent, and the listener */
function createLimitedServer(...given) {
  const limited = given.map((one) =>
    typeof one === "function"
      ? withinBodyLimit(/** @type {import("node:http").RequestListener} */ (one))
      : one,
  );
  return Reflect.apply(createServer, http, limited);
}

http.createServer = /** @type {typeof createServer} */ (createLimitedServer);
