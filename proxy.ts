import { NextResponse, type NextRequest } from "next/server";

/** Adds a Content-Security-Policy with a new nonce to every page, and tells the page its own path. */
export function proxy(request: NextRequest) {
  const nonce = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))));
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", request.nextUrl.pathname + request.nextUrl.search);
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  // Pages contain people's words: no shared cache stores them, and "back" after signing out shows nothing.
  response.headers.set("cache-control", "private, no-store");
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  const development = process.env.NODE_ENV === "development";
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

export const config = {
  // Nothing under /api is a page, nor is where a choice is sent, and what is sent there would be held in memory once more
  // on its way.
  matcher: [
    "/((?!_next/static|_next/image|favicon.ico|icon.svg|capture-worker.js|api/|font/|published/|permission/[^/]+/choose$).*)",
  ],
};
