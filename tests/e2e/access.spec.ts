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
import { applicationRoutes, receivingRoutes } from "../support/routes";
import { cookieOf, expect, prepared, test, url } from "./test";

test("every route is in the table, and nothing else is", () => {
  expect(Object.keys(ROUTE_TABLE).sort()).toEqual(applicationRoutes().sort());
});

async function statusOf(address: string, visitor: Visitor): Promise<number> {
  const stop = new AbortController();
  const answer = await fetch(url() + address, {
    headers: { cookie: cookieOf(visitor) },
    redirect: "manual",
    signal: stop.signal,
  });
  stop.abort();
  return answer.status;
}

async function walk(table: Record<string, RouteRow>, subjects: Record<string, string>) {
  const wrong: string[] = [];
  for (const [route, { answers, query }] of Object.entries(table)) {
    const address = addressOf(route, subjects, query);
    const statuses = await Promise.all(VISITORS.map((visitor) => statusOf(address, visitor)));
    VISITORS.forEach((visitor, n) => {
      if (statuses[n] !== answers[visitor])
        wrong.push(`${route} to ${visitor}: ${statuses[n]}, not ${answers[visitor]}`);
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
  for (const [route, { query }] of Object.entries(ROUTE_TABLE).filter(([name]) =>
    /\[review\].*\[\w+\]/.test(name),
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
