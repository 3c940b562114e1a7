import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { recordHash } from "./record-hash";

const contribution = (byte: number) => ({
  digest: new Uint8Array(32).fill(byte),
  participantId: null,
  questionId: "q",
  struck: false,
});

test("covers exactly the documented bytes", () => {
  const bytes = `npq-review record 1\n[1,"${"01".repeat(32)}",null,"q",false]\n`;
  const expected = createHash("sha256").update(bytes).digest("hex");
  expect(Buffer.from(recordHash([contribution(1)])).toString("hex")).toBe(expected);
});

test("changes with order, speaker, question and striking out", () => {
  const hashes = [
    [contribution(1), contribution(2)],
    [contribution(2), contribution(1)],
    [contribution(1), { ...contribution(2), participantId: "p" }],
    [contribution(1), { ...contribution(2), questionId: null }],
    [contribution(1), { ...contribution(2), struck: true }],
    [contribution(1)],
    [],
  ].map((contributions) => Buffer.from(recordHash(contributions)).toString("hex"));
  expect(new Set(hashes).size).toBe(hashes.length);
});
