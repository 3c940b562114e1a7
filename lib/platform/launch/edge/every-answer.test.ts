import http from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { headersOfEveryAnswer, withHeaders } from "./every-answer.mjs";

const TLS = "https://npq.example.org";

test("browsers are told to stay with TLS where people reach the application over it, and only there", () => {
  const kept = (address?: string) => headersOfEveryAnswer(address)["strict-transport-security"];
  expect(kept(TLS)).toBe("max-age=31536000; includeSubDomains");
  expect(kept("http://127.0.0.1:3000")).toBeUndefined();
  expect(kept()).toBeUndefined();
});

test("an answer has them before the application adds its own, which replace them", async () => {
  const server = http.createServer(
    withHeaders((request, reply) => {
      if (request.url === "/page") reply.setHeader("Content-Security-Policy", "default-src 'self'");
      reply.end("words");
    }, TLS),
  );
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const policyOf = async (path: string) =>
    (await fetch(`http://127.0.0.1:${port}${path}`)).headers.get("content-security-policy");
  expect(await policyOf("/api")).toBe("frame-ancestors 'none'");
  expect(await policyOf("/page")).toBe("default-src 'self'");
  await new Promise((resolve) => server.close(resolve));
});
