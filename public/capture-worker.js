// Lets one roundtable's capture page open and reload without network. Its scope is that page alone; it
// answers nothing else, and stores no names: those come from the server when they are asked for and stay on
// the page. Waiting contributions are in the page's own storage
// (components/capture/session/outbox/device-store.ts), not here.

const worker = self;
const CACHE = "npq-capture-1";
const PREFIX = "npq-capture-";
/** A page that does not begin to arrive from the network within this time is shown as it was last seen. */
const PATIENCE_MS = 4000;
const STATIC = "/_next/static/";
/** The lock under which a page writes what was typed (device-store.ts), and how long a new page waits for it at most. */
const WRITING = "npq-capture-writing";
const WRITING_MS = 1000;

/** Opening the cache creates it. Signing out removes it, and must wait until nothing can create it again. */
const opening = new Set();

async function openCache() {
  const open = caches.open(CACHE);
  opening.add(open);
  try {
    return await open;
  } finally {
    opening.delete(open);
  }
}

worker.addEventListener("install", () => void worker.skipWaiting());

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith(PREFIX) && name !== CACHE) await caches.delete(name);
      await worker.clients.claim();
      await keepPage();
    })().catch(() => {}),
  );
});

// "leave": somebody signed out, and nothing is stored from now on. "keep": an open page asks whether it is
// stored.
let left = false;
worker.addEventListener("message", (event) => {
  const port = event.ports[0];
  if (event.data === "leave") {
    left = true;
    event.waitUntil(Promise.allSettled(opening).then(() => port?.postMessage("left")));
  } else if (event.data === "keep") {
    event.waitUntil(
      keepIfNot().then(
        () => port?.postMessage("kept"),
        () => port?.postMessage("not kept"),
      ),
    );
  }
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (left) return;
  const url = new URL(request.url);
  url.hash = "";
  if (request.method !== "GET" || url.origin !== worker.location.origin) return;
  if (request.mode === "navigate" && isScope(url)) event.respondWith(pageFor(event));
  else if (url.pathname.startsWith(STATIC)) event.respondWith(staticFor(request));
});

/** @param {URL} url without its fragment */
function isScope(url) {
  // The plain form is another page under the same path.
  return url.href === worker.registration.scope;
}

/** @param {FetchEvent} event */
async function pageFor(event) {
  const [page] = await Promise.all([answerFor(event), written()]);
  return page;
}

/** The page that is left ends with the answer, and what it is writing just then would end with it. */
async function written() {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), WRITING_MS);
  try {
    await worker.navigator?.locks?.request(WRITING, { signal: patience.signal }, () => {});
  } catch {
    // Another page has been writing for longer than that.
  } finally {
    clearTimeout(timer);
  }
}

/** @param {FetchEvent} event */
async function answerFor(event) {
  const kept = caches.match(worker.registration.scope, { cacheName: CACHE });
  try {
    const page = await ((await kept) ? fetchPatiently(event.request) : fetch(event.request));
    if (page.ok && !page.redirected) event.waitUntil(keepPage());
    else if (isRefused(page)) event.waitUntil(forgetPage());
    // A server that is up and cannot answer is no better than none.
    return page.status >= 500 ? ((await kept) ?? page) : page;
  } catch (error) {
    const page = await kept;
    if (page) return page;
    throw error;
  }
}

/**
 * Gives up where no answer begins in time. One that has begun is let come, however long it takes: cut off, it would be half a page that
 * never ends loading.
 * @param {Request} request
 */
async function fetchPatiently(request) {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
  try {
    return await fetch(request, { signal: patience.signal });
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Redirected to sign in, or refused: whoever sits there now is not shown a stored page either.
 * @param {Response} page
 */
function isRefused(page) {
  return page.type === "opaqueredirect" || page.redirected || [401, 403, 404].includes(page.status);
}

/** A request that failed while the page was being stored is tried again. */
async function keepIfNot() {
  if (await caches.match(worker.registration.scope, { cacheName: CACHE })) return;
  if (!(await keepPage())) throw new Error("The page was not kept.");
}

async function forgetPage() {
  if (left) return;
  const cache = await openCache();
  await cache.delete(worker.registration.scope);
}

/**
 * Stores the page without contributions of the record, and everything that it loads: the contributions are
 * encrypted, in the page's own storage. A redirect (to sign in, say) is not the page. Returns whether it is
 * stored.
 */
async function keepPage() {
  if (left) return false;
  const scope = worker.registration.scope;
  const page = await fetch(scope, { headers: { accept: "text/html", "x-capture-shell": "1" } });
  if (!page.ok || page.redirected || !(page.headers.get("content-type") ?? "").includes("text/html"))
    return false;
  if (left) return false;
  const cache = await openCache();
  const html = await page.clone().text();
  // The page last, so that what is stored is complete.
  // A set is gone through with what is added to it meanwhile: scripts name those that they load later.
  const parts = new Set(html.match(/\/_next\/static\/[^"'\\\s)<>]+/g) ?? []);
  for (const part of parts) for (const later of await keepPart(cache, part)) parts.add(later);
  if (left) return false;
  await cache.put(scope, page);
  return true;
}

/**
 * Returns the addresses of the scripts that it loads later, as the build writes them into a script.
 * @param {Cache} cache
 * @param {string} part may only look like an address: then the server does not know it
 * @returns {Promise<string[]>}
 */
async function keepPart(cache, part) {
  let file = await cache.match(part);
  if (!file) {
    file = await fetch(part);
    if (!file.ok) return [];
    await cache.put(part, file.clone());
  }
  if (!part.endsWith(".js")) return [];
  const names = (await file.text()).match(/"static\/chunks\/[\w~.-]+\.js"/g) ?? [];
  return names.map((name) => `/_next/${name.slice(1, -1)}`);
}

/**
 * Built files never change under their name.
 * @param {Request} request
 */
async function staticFor(request) {
  const cache = await openCache();
  const kept = await cache.match(request);
  if (kept) return kept;
  const file = await fetch(request);
  if (file.ok) await cache.put(request, file.clone());
  return file;
}
