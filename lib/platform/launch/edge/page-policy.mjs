// @ts-check
import { randomBytes } from "node:crypto";

/** @typedef {import("node:http").RequestListener} Listener */

/** What is no page: files, what the interface asks for, and pages without scripts, which say their own policy. */
const NO_PAGE =
  /^\/(?:_next\/(?:static|image)|favicon\.ico|icon\.svg|capture-worker\.js|api\/|font\/|published\/|permission\/[^/]+\/choose$)/;

/**
 * Gives every page a Content-Security-Policy with a new nonce, and tells the page its own path. Next reads the nonce from
 * the policy among the request's headers. Its own place for this, a proxy, copies each request into another and costs
 * every page two milliseconds.
 * @param {Listener} listener
 * @param {boolean} development the development server needs to run code from text, and styles without a nonce
 * @returns {Listener}
 */
export function withPagePolicy(listener, development) {
  return (request, reply) => {
    const { pathname, search } = addressOf(request.url);
    if (!NO_PAGE.test(pathname)) {
      const nonce = randomBytes(16).toString("base64");
      const policy = contentSecurityPolicy(nonce, development);
      Object.assign(request.headers, {
        "x-nonce": nonce,
        "x-path": pathname + search,
        "content-security-policy": policy,
      });
      reply.setHeader("content-security-policy", policy);
      // Pages contain people's words: no shared cache stores them, and "back" after signing out shows nothing.
      reply.setHeader("cache-control", "private, no-store");
    }
    listener(request, reply);
  };
}

/** The path and the query that somebody asked for, without the parameter that Next adds for itself. @param {string | undefined} url */
function addressOf(url = "/") {
  const base = "http://localhost";
  if (!URL.canParse(url, base)) return { pathname: "/", search: "" };
  const address = new URL(url, base);
  if (address.searchParams.has("_rsc")) address.searchParams.delete("_rsc");
  return address;
}

/** @param {string} nonce @param {boolean} development */
function contentSecurityPolicy(nonce, development) {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    // React writes style attributes (a bar's width); style elements need the nonce
    // (and the development server's own overlay cannot give it).
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // The capture page's service worker; without this the rule for scripts would refuse it.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}
