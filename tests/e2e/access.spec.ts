import http from "node:http";
import {
  addressOf,
  FILE_ROUTE,
  PUBLISHED_FILES,
  PUBLISHED_TABLE,
  ROUTE_TABLE,
  VISITORS,
  type RouteRow,
  type Visitor,
} from "../support/access-table";
import { applicationRoutes, parameterNames, receivingRoutes } from "../support/routes";
import type { Health } from "@/lib/platform/health/health";
import { cookieOf, expect, prepared, test, url } from "./test";

test("every route is in the table, and nothing else is", () => {
  expect(Object.keys(ROUTE_TABLE).sort()).toEqual(applicationRoutes().sort());
});

/** What an address answers, without its body, which may be without end. */
async function answerOf(address: string, visitor: Visitor): Promise<Response> {
  const stop = new AbortController();
  const ask = () =>
    fetch(url() + address, {
      headers: { cookie: cookieOf(visitor) },
      redirect: "manual",
      signal: stop.signal,
    });
  // The server closes a connection that was idle for five seconds, which can cross with the next request on it.
  const answer = await ask().catch(ask);
  stop.abort();
  return answer;
}

const statusOf = async (address: string, visitor: Visitor) => (await answerOf(address, visitor)).status;

/** What is missing in the headers that every answer has; null where nothing is. */
function missingHeader({ headers, status }: Response): string | null {
  const type = headers.get("content-type") ?? "";
  if (status < 300 && type === "") return "no content type";
  // Event streams are UTF-8 by their own standard.
  if (/^text\/(?!event-stream)|\+xml/.test(type) && !/charset=utf-8/i.test(type))
    return `no charset: ${type}`;
  if (headers.get("x-content-type-options") !== "nosniff") return "types may be guessed";
  const framed = !headers.get("content-security-policy")?.includes("frame-ancestors 'none'");
  return framed ? "may be framed" : null;
}

async function walk(table: Record<string, RouteRow>, subjects: Record<string, string>) {
  const wrong: string[] = [];
  for (const [route, { answers, query }] of Object.entries(table)) {
    const address = addressOf(route, subjects, query);
    const answered = await Promise.all(VISITORS.map((visitor) => answerOf(address, visitor)));
    VISITORS.forEach((visitor, n) => {
      const answer = answered[n];
      if (answer?.status !== answers[visitor])
        wrong.push(`${route} to ${visitor}: ${answer?.status}, not ${answers[visitor]}`);
      const missing = answer && missingHeader(answer);
      if (missing) wrong.push(`${route} to ${visitor}: ${missing}`);
    });
  }
  expect(wrong).toEqual([]);
}

test("every route answers every visitor as the table says", async () => {
  await walk(ROUTE_TABLE, prepared().subjects);
});

test("a published report is open to every member", async () => {
  const { subjects } = prepared();
  const published = { ...subjects, report: subjects.published ?? "" };
  await walk(PUBLISHED_TABLE, published);
  for (const row of PUBLISHED_FILES) await walk({ [FILE_ROUTE]: row }, published);
});

test("parameters that are sent twice, with whatever value, are no fault of the server", async () => {
  const twice = parameterNames().flatMap((name) => [`${name}=a`, `${name}=b`]);
  expect(twice.length).toBeGreaterThan(100);
  const wrong: string[] = [];
  for (const route of applicationRoutes()) {
    const address = addressOf(route, prepared().subjects, `?${twice.join("&")}`);
    const status = await statusOf(address, "lead");
    if (status >= 500) wrong.push(`${route}: ${status}`);
  }
  expect(wrong).toEqual([]);
});

test("an id that does not exist, and one that is none, are not found", async () => {
  const { subjects } = prepared();
  const unknown = {
    ...subjects,
    contribution: "0190a000-0000-7000-8000-000000000000",
    finding: "no-id",
    report: "none",
    theme: "none",
  };
  for (const route of [
    "contributions/[contribution]",
    "findings/[finding]",
    "reports/[report]",
    "dashboard/[theme]",
    "themes/[theme]",
  ]) {
    const address = addressOf(`/reviews/[review]/${route}`, unknown);
    expect(await statusOf(address, "lead"), address).toBe(404);
  }
});

test("a thing of one review cannot be reached through another", async () => {
  const { subjects } = prepared();
  const through = { ...subjects, review: "elsewhere" };
  // A kind of file, [file], is no thing of one review.
  for (const [route, { query }] of Object.entries(ROUTE_TABLE).filter(([name]) =>
    /\[review\].*\[(?!file\])\w+\]/.test(name),
  )) {
    const address = addressOf(route, through, query);
    expect(await statusOf(address, "elsewhere"), address).toBe(404);
  }
});

test("a writing request from another site is refused, from the same site it is not", async () => {
  const send = (origin: string) =>
    fetch(`${url()}/api/auth/signout`, {
      method: "POST",
      headers: { origin, cookie: cookieOf("lead") },
      redirect: "manual",
    });
  expect((await send("https://elsewhere.example.org")).status).toBe(403);
  expect((await send(url())).status).not.toBe(403);
});

const MEGABYTE = 1_000_000;

/** Sends a body that does not end until something is answered; how many bytes the connection had taken by then. */
function takenBefore(
  address: string,
  visitor: Visitor,
  type: string,
): Promise<{ status: number; bytes: number }> {
  return new Promise((resolve, reject) => {
    const { host } = new URL(url());
    const request = http.request(url() + address, {
      method: "POST",
      headers: { "content-type": type, host, origin: url(), cookie: cookieOf(visitor) },
    });
    const part = Buffer.alloc(64 * 1024, "a");
    let bytes = 0;
    let answered = false;
    request.on("response", ({ statusCode = 0 }) => {
      answered = true;
      resolve({ status: statusCode, bytes });
      request.destroy();
    });
    request.on("error", (error) => (answered ? undefined : reject(error)));
    request.write('--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    const more = () => {
      while (!answered && bytes < 200 * MEGABYTE) {
        bytes += part.length;
        if (!request.write(part)) return request.once("drain", more);
      }
      request.end();
    };
    more();
  });
}

test("no route takes much more than it needs from somebody who may not send it", async () => {
  const wrong: string[] = [];
  const routes = receivingRoutes();
  expect(routes.length).toBeGreaterThan(4);
  for (const route of routes)
    for (const visitor of ["reviewer", "nobody"] as const)
      for (const type of ["application/json", "multipart/form-data; boundary=x"]) {
        const address = addressOf(route, prepared().subjects, "?review=npq&roundtable=none");
        const { status, bytes } = await takenBefore(address, visitor, type);
        // What the system holds for the connection comes on top of the largest batch of contributions, 4 MB.
        if (bytes > 16 * MEGABYTE) wrong.push(`${route} from ${visitor}: ${status} after ${bytes} bytes`);
      }
  expect(wrong).toEqual([]);
});

/** The status and words of the answer to a body of so many bytes, of which no more is sent once it is answered. */
function answerTo(
  address: string,
  { visitor, type, bytes }: { visitor: Visitor; type: string; bytes: number },
): Promise<{ status: number; words: string }> {
  const head = type.startsWith("multipart")
    ? '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n\u0089PNG'
    : "{}";
  return new Promise((resolve, reject) => {
    const headers = {
      origin: url(),
      cookie: cookieOf(visitor),
      "content-type": type,
      "content-length": bytes,
      accept: "application/json",
    };
    const request = http.request(url() + address, { method: "POST", headers }, (answer) => {
      let words = "";
      answer.on("data", (part: Buffer) => (words += part.toString()));
      answer.on("end", () => {
        resolve({ status: answer.statusCode ?? 0, words });
        request.destroy();
      });
    });
    request.on("error", reject);
    request.write(head);
    let left = bytes - head.length;
    const more = () => {
      while (left > 0 && !request.destroyed) {
        const part = Buffer.alloc(Math.min(left, MEGABYTE), " ");
        left -= part.length;
        if (!request.write(part)) return request.once("drain", more);
      }
      return request.end();
    };
    more();
  });
}

const FORM = "multipart/form-data; boundary=x";
/** How much each route takes from somebody who may send something there. */
const MAX_BYTES: Record<string, { most: number; type: string }> = {
  "/api/auth/[...nextauth]": { most: 10_000, type: "application/json" },
  "/api/capture/v1/operations": { most: 4_000_000, type: "application/json" },
  "/api/capture/v1/presence": { most: 2_000, type: "application/json" },
  "/api/capture/v1/schools": { most: 150 * 1024 * 1024, type: FORM },
  "/api/report/v1/drafts": { most: 4_000_000, type: "application/json" },
  "/api/report/v1/writing": { most: 2_000, type: "application/json" },
  "/api/import": { most: 50 * 1024 * 1024 + 64 * 1024, type: FORM },
  "/permission/[token]/choose": { most: 10_000, type: "application/x-www-form-urlencoded" },
  // A page: its forms are bounded before Next reads them.
  "/reviews/[review]/members": { most: 10 * 1024 * 1024 + 64 * 1024, type: "application/json" },
};

test("each route takes as much as its limit from somebody who may send it, and refuses more in words", async () => {
  expect(Object.keys(MAX_BYTES)).toEqual(expect.arrayContaining(receivingRoutes()));
  const { subjects } = prepared();
  const wrong: string[] = [];
  for (const [route, { most, type }] of Object.entries(MAX_BYTES)) {
    const address = addressOf(route, subjects, `?review=npq&roundtable=${subjects.roundtableId}`);
    const under = await answerTo(address, { visitor: "lead", type, bytes: most });
    if ([413, 500].includes(under.status)) wrong.push(`${route}, ${most} bytes: ${under.status}`);
    const over = await answerTo(address, { visitor: "lead", type, bytes: most + 1 });
    if (over.status !== 413 || !/too much|larger than/.test(over.words))
      wrong.push(`${route}, a byte more: ${over.status} ${over.words.slice(0, 80)}`);
  }
  expect(wrong).toEqual([]);
  // Without a declared length, by counting.
  const { status, bytes } = await takenBefore("/reviews/npq/members", "lead", FORM);
  expect(status).toBe(413);
  expect(bytes).toBeLessThan(32 * MEGABYTE);
});

test("nothing answers TRACE with what was sent", async () => {
  const { status, words } = await new Promise<{ status: number; words: string }>((resolve, reject) => {
    const headers = { cookie: cookieOf("lead"), "x-secret": "wombat" };
    const request = http.request(`${url()}/api/health`, { method: "TRACE", headers }, (answer) => {
      let words = "";
      answer.on("data", (part: Buffer) => (words += part.toString()));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, words }));
    });
    request.on("error", reject).end();
  });
  expect(status).toBe(405);
  expect(words).not.toContain("wombat");
});

test("health names the memory that the process holds and what is free on the disk", async () => {
  const { status, memory, diskFree } = (await (await fetch(`${url()}/api/health`)).json()) as Health;
  expect(status).toBe("ok");
  expect(memory.resident).toBeGreaterThan(memory.heap);
  expect(memory.heap).toBeGreaterThan(MEGABYTE);
  expect(diskFree).toBeGreaterThan(MEGABYTE);
});

test("pages carry a policy without unsafe inline scripts, and are not cached", async () => {
  const answer = await fetch(`${url()}/sign-in`);
  const policy = answer.headers.get("content-security-policy") ?? "";
  const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
  expect(scripts).toMatch(/'nonce-[^']+'/);
  expect(scripts).not.toContain("unsafe");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(answer.headers.get("cache-control")).toContain("no-store");
  const again = await fetch(`${url()}/sign-in`);
  expect(again.headers.get("content-security-policy")).not.toBe(policy);
});
