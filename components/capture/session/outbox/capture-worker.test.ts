import { once } from "node:events";
import { readFileSync } from "node:fs";
import http from "node:http";
import type { AddressInfo } from "node:net";
import vm from "node:vm";
import { afterEach, expect, test } from "vitest";

/** The worker's clock runs so much faster, so that its seconds of patience are over soon. */
const FASTER = 4;
const LONGER_THAN_ITS_PATIENCE_MS = 1_300;
const PAGE = "<p>the first half</p><p>the second half</p>";

let server: http.Server | null = null;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

type Kept = { match: (address: string) => Promise<Response | undefined>; put: (address: string) => void };
const EARLIER: Kept = {
  match: () => Promise.resolve(new Response("the page as it was kept")),
  put: () => {},
};

/** The answer of the worker to opening its page, of which it keeps an earlier one where nothing else is said. */
async function opened(
  answer: http.RequestListener,
  kept = EARLIER,
  request: (name: string) => Promise<void> = () => Promise.resolve(),
): Promise<string> {
  server = http.createServer(answer).listen(0, "127.0.0.1");
  await once(server, "listening");
  const scope = `http://127.0.0.1:${(server.address() as AddressInfo).port}/capture`;
  const listeners = new Map<string, (event: object) => void>();
  vm.runInNewContext(readFileSync("public/capture-worker.js", "utf8"), {
    self: {
      location: new URL(scope),
      registration: { scope },
      navigator: { locks: { request } },
      addEventListener: (kind: string, listener: (event: object) => void) => listeners.set(kind, listener),
    },
    caches: { ...kept, open: () => Promise.resolve(kept) },
    fetch: (request: string | { url: string }, options?: RequestInit) =>
      fetch(new URL(typeof request === "string" ? request : request.url, scope), options),
    URL,
    AbortController,
    AbortSignal: { timeout: (ms: number) => AbortSignal.timeout(ms / FASTER) },
    setTimeout: (act: () => void, ms: number) => setTimeout(act, ms / FASTER),
    clearTimeout,
  });
  return new Promise((resolve, reject) => {
    listeners.get("fetch")?.({
      request: { url: scope, method: "GET", mode: "navigate" },
      // It keeps the page, which may go on after the test.
      waitUntil: (keeping: Promise<unknown>) => keeping.catch(() => {}),
      respondWith: (page: Promise<Response>) => page.then((one) => one.text()).then(resolve, reject),
    });
  });
}

test("a page that comes slowly comes whole", async () => {
  const page = await opened((_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    response.write(PAGE.slice(0, 20));
    setTimeout(() => response.end(PAGE.slice(20)), LONGER_THAN_ITS_PATIENCE_MS);
  });
  expect(page).toBe(PAGE);
});

test("a server that does not begin to answer is given up, for the page that was kept", async () => {
  const page = await opened((_, response) => {
    setTimeout(() => response.end(PAGE), LONGER_THAN_ITS_PATIENCE_MS);
  });
  expect(page).toBe("the page as it was kept");
});

test("what a script of the page loads later is kept with the page", async () => {
  const files: Record<string, string> = {
    "/capture": '<script src="/_next/static/chunks/first.js"></script>',
    "/_next/static/chunks/first.js": 'Promise.all(["static/chunks/l~a_t-er.js"].map(load))',
    "/_next/static/chunks/l~a_t-er.js": "later",
  };
  const kept: string[] = [];
  await opened(
    (request, response) => {
      const file = files[request.url ?? ""];
      response.writeHead(file === undefined ? 404 : 200, { "content-type": "text/html" }).end(file);
    },
    {
      match: () => Promise.resolve(undefined),
      put: (address) => {
        kept.push(address);
      },
    },
  );
  const page = expect.stringMatching(/^http.+\/capture$/);
  await expect
    .poll(() => kept)
    .toEqual(["/_next/static/chunks/first.js", "/_next/static/chunks/l~a_t-er.js", page]);
});

test("a page is answered once the one that is left has written what was typed", async () => {
  let written = false;
  const writing = async (name: string) => {
    expect(name).toBe("npq-capture-writing");
    await new Promise((resolve) => setTimeout(resolve, 100));
    written = true;
  };
  await opened((_, response) => response.end(PAGE), EARLIER, writing);
  expect(written).toBe(true);
});
