import http, { type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withPagePolicy } from "./page-policy.mjs";

/** What the application is given, as JSON, so that a test sees both what it is told and what is answered. */
const server = http.createServer(
  withPagePolicy((request, reply) => reply.end(JSON.stringify(request.headers)), false),
);
let origin = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(origin + path, { headers });
  return { told: (await answer.json()) as IncomingHttpHeaders, answered: answer.headers };
}

describe("a page", () => {
  test("is told the nonce of the policy that the browser gets, a new one each time", async () => {
    const { told, answered } = await ask("/reviews");
    const policy = answered.get("content-security-policy") ?? "";
    expect(policy).toContain(`'nonce-${String(told["x-nonce"])}'`);
    expect(told["content-security-policy"]).toBe(policy);
    expect(policy).not.toContain("unsafe-eval");
    expect(answered.get("cache-control")).toBe("private, no-store");
    expect((await ask("/reviews")).told["x-nonce"]).not.toBe(told["x-nonce"]);
  });

  test("believes nothing that the sender says of these", async () => {
    const { told } = await ask("/reviews", { "x-nonce": "mine", "x-path": "//elsewhere.example" });
    expect(told["x-nonce"]).not.toBe("mine");
    expect(told["x-path"]).toBe("/reviews");
  });

  test.each([
    ["/reviews/npq?theme=a%26b&page=2", "/reviews/npq?theme=a%26b&page=2"],
    ["/reviews/npq?page=2&_rsc=1x", "/reviews/npq?page=2"],
    ["/reviews/npq?_rsc=1x", "/reviews/npq"],
    ["/apis", "/apis"],
  ])("knows its address: %s", async (asked, path) => {
    expect((await ask(asked)).told["x-path"]).toBe(path);
  });
});

test.each(["/_next/static/a.js", "/api/health", "/font/a", "/published/a", "/permission/abc/choose"])(
  "what is no page gets no nonce: %s",
  async (path) => {
    const { told, answered } = await ask(path);
    expect(told["x-nonce"]).toBeUndefined();
    expect(answered.get("content-security-policy")).toBeNull();
  },
);
