// @ts-check
import { createServer, isIPv6 } from "node:net";

/** @typedef {{ host: string, port: number, url: string }} Address */

/**
 * Where to serve, from HOST and PORT: 127.0.0.1 and 3000 by default.
 * @param {NodeJS.ProcessEnv} env
 * @returns {Address | { problem: string }}
 */
export function addressFrom(env) {
  const host = env.HOST || "127.0.0.1";
  const given = env.PORT || "3000";
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port > 65_535) {
    return { problem: `PORT is "${given}". It has to be a whole number from 1 to 65535.` };
  }
  return { host, port, url: `http://${nameToCall(host)}:${port}` };
}

// A server that listens on all addresses is reached through loopback.
/** @param {string} host */
function nameToCall(host) {
  if (host === "0.0.0.0") return "127.0.0.1";
  if (host === "::") return "[::1]";
  return isIPv6(host) ? `[${host}]` : host;
}

/**
 * Why an address cannot be listened on, with what to do; nothing when it can.
 * @param {Address} address
 * @param {string} command what the person typed
 * @returns {Promise<string | undefined>}
 */
export function whyNotFree({ host, port }, command) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) =>
      resolve(explain("code" in error ? error.code : undefined, host, port, command)),
    );
    probe.listen({ host, port, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}

/**
 * @param {unknown} code
 * @param {string} host
 * @param {number} port
 * @param {string} command
 */
function explain(code, host, port, command) {
  switch (code) {
    case "EADDRINUSE":
      return (
        `Port ${port} on ${host} is in use, perhaps by this application started earlier.\n` +
        `Stop that one, or choose another port: PORT=${port === 65_535 ? 3000 : port + 1} ${command}`
      );
    case "EACCES":
      return `This account may not listen on port ${port}. Choose one from 1024 up: PORT=3000 ${command}`;
    default:
      return `HOST is "${host}", which is not an address of this computer. Leave it out to serve on 127.0.0.1.`;
  }
}
