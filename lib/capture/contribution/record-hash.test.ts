import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { recordHash } from "./record-hash";

const line = (byte: number) => ({
  digest: new Uint8Array(32).fill(byte),
  participantId: null,
  questionId: "q",
  struck: false,
});

test("is made of exactly the bytes that are written down", () => {
  const bytes = `npq-review record 1\n[1,"${"01".repeat(32)}",null,"q",false]\n`;
  const expected = createHash("sha256").update(bytes).digest("hex");
  expect(Buffer.from(recordHash([line(1)])).toString("hex")).toBe(expected);
});

test("changes with order, speaker, question and striking out", () => {
  const hashes = [
    [line(1), line(2)],
    [line(2), line(1)],
    [line(1), { ...line(2), participantId: "p" }],
    [line(1), { ...line(2), questionId: null }],
    [line(1), { ...line(2), struck: true }],
    [line(1)],
    [],
  ].map((lines) => Buffer.from(recordHash(lines)).toString("hex"));
  expect(new Set(hashes).size).toBe(hashes.length);
});
