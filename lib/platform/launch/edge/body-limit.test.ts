import http from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { withinBodyLimit } from "./body-limit.mjs";

const MB = 1024 * 1024;
const MAX = 10 * MB;
let server: http.Server;
let origin: string;
/** What the application was given of bodies, and how many requests it was asked. */
let given: number;
let asked: number;

beforeEach(async () => {
  given = 0;
  asked = 0;
  const application = async (request: http.IncomingMessage, reply: http.ServerResponse) => {
    asked++;
    try {
      for await (const part of request as AsyncIterable<Buffer>) given += part.length;
      reply.end("read");
    } catch {
      // As Next does when it cannot read a form.
      if (!reply.headersSent) reply.writeHead(500).end();
    }
  };
  server = http.createServer(withinBodyLimit((request, reply) => void application(request, reply), MAX));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** The status and words of the answer to a body of so many bytes, sent as fast as it is taken. */
function send(path: string, bytes: number, declared: boolean): Promise<{ status?: number; words: string }> {
  return new Promise((resolve, reject) => {
    const headers = declared ? { "content-length": bytes } : {};
    const request = http.request(`${origin}${path}`, { method: "POST", headers }, (answer) => {
      let words = "";
      answer.on("data", (part: Buffer) => (words += part.toString()));
      answer.on("end", () => resolve({ ...(answer.statusCode && { status: answer.statusCode }), words }));
    });
    request.on("error", reject);
    Readable.from(parts(bytes)).pipe(request);
  });
}

function* parts(bytes: number): Generator<Buffer> {
  for (let left = bytes; left > 0; left -= MB) yield Buffer.alloc(Math.min(left, MB));
}

const TOO_MUCH = {
  status: 413,
  words: expect.stringMatching(/too much.*nothing was saved.*Go back/) as string,
};

describe("a form of 200 MB", () => {
  test("is refused by its declared length, before the application is asked", async () => {
    expect(await send("/reviews", 200 * MB, true)).toEqual(TOO_MUCH);
    expect(asked).toBe(0);
  });

  test("is refused by counting where no length is declared, and memory stays flat", async () => {
    const before = process.memoryUsage().rss;
    expect(await send("/reviews", 200 * MB, false)).toEqual(TOO_MUCH);
    expect(given).toBeLessThanOrEqual(MAX);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
  });
});

test.each([true, false])("a form just under its limit goes in (declared: %s)", async (declared) => {
  expect(await send("/reviews", MAX, declared)).toEqual({ status: 200, words: "read" });
  expect(given).toBe(MAX);
  expect(await send("/reviews", MAX + 1, declared)).toEqual(TOO_MUCH);
});

test.each(["/api/import?roundtable=1", "/permission/abc/choose"])(
  "%s keeps the limit that it has itself",
  async (path) => {
    expect(await send(path, MAX + 1, true)).toEqual({ status: 200, words: "read" });
  },
);
