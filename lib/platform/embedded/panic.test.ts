import { describe, expect, test } from "vitest";
import { watchForPanic } from "./panic.mjs";

function message(type: string, body: string): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, "latin1");
  head.writeUInt32BE(4 + Buffer.byteLength(body), 1);
  return Buffer.concat([head, Buffer.from(body)]);
}
const error = (severity: string) => message("E", `SFEHLER\0V${severity}\0C53100\0Mno space\0\0`);
const row = (text: string) => message("D", `\0\x01\0\0\0${String.fromCharCode(text.length)}${text}`);

describe("an error after which the database has to be started again", () => {
  const stream = Buffer.concat([
    row("VPANIC"),
    error("ERROR"),
    row("E\0\0"),
    error("PANIC"),
    message("Z", "I"),
  ]);

  test.each([1, 2, 3, 7, 64, stream.length])("is seen where the bytes come by %i", (size) => {
    const panicIn = watchForPanic();
    const seen: (string | null)[] = [];
    for (let at = 0; at < stream.length; at += size) seen.push(panicIn(stream.subarray(at, at + size)));
    expect(seen.filter((code) => code !== null)).toEqual(["53100"]);
  });

  test("is no other error, and not what somebody typed", () => {
    const panicIn = watchForPanic();
    expect(panicIn(Buffer.concat([error("ERROR"), error("FATAL"), row("VPANIC\0VPANIC")]))).toBeNull();
  });
});
