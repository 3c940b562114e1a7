// @ts-check

/** @typedef {import("node:http").RequestListener} Listener */

/**
 * What browsers are told with every answer, also under `/api` and with static files: that no page may frame it, and,
 * where people reach the application over TLS, to stay with TLS for a year. A page replaces the policy by its own.
 * @param {string | undefined} address where people reach the application
 * @returns {Record<string, string>}
 */
export function headersOfEveryAnswer(address) {
  return {
    "content-security-policy": "frame-ancestors 'none'",
    ...(address?.startsWith("https://")
      ? { "strict-transport-security": "max-age=31536000; includeSubDomains" }
      : {}),
  };
}

/**
 * @param {Listener} listener
 * @param {string | undefined} address
 * @returns {Listener}
 */
export function withHeaders(listener, address) {
  const headers = Object.entries(headersOfEveryAnswer(address));
  return (request, reply) => {
    for (const [name, value] of headers) reply.setHeader(name, value);
    listener(request, reply);
  };
}
