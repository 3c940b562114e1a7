import { describe, expect, test } from "vitest";
import { z } from "zod";
import { readBody, readJson } from "./read-body";

/** A request whose body arrives in parts of one kilobyte, and how many were taken. */
function request(kilobytes: number, headers: Record<string, string> = {}) {
  let taken = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (taken === kilobytes) return controller.close();
        taken++;
        controller.enqueue(new Uint8Array(1024).fill(0x20));
      },
    },
    { highWaterMark: 0 },
  );
  const sent = new Request("http://127.0.0.1/", {
    method: "POST",
    body,
    headers,
    duplex: "half",
  } as RequestInit);
  return { sent, taken: () => taken };
}

describe("the body of a request", () => {
  test("is read whole up to its limit", async () => {
    const { sent } = request(4);
    expect(await readBody(sent, 4 * 1024)).toHaveLength(4 * 1024);
  });

  test("is refused as soon as more arrives, whatever was announced", async () => {
    const { sent, taken } = request(1000);
    await expect(readBody(sent, 4 * 1024)).rejects.toThrow(/too much to send at once/);
    expect(taken()).toBeLessThan(10);
  });

  test("is refused unread where more is announced", async () => {
    const { sent, taken } = request(1000, { "content-length": "1024000" });
    await expect(readBody(sent, 4 * 1024)).rejects.toThrow(/too much/);
    expect(taken()).toBe(0);
  });

  test("that is not the JSON expected is refused in words", async () => {
    const { sent } = request(1);
    await expect(readJson(sent, z.object({}), 2048)).rejects.toThrow(/cannot be read/);
    const right = new Request("http://127.0.0.1/", { method: "POST", body: '{"a":1}' });
    expect(await readJson(right, z.object({ a: z.number() }), 2048)).toEqual({ a: 1 });
  });
});
