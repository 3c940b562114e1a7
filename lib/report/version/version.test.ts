import { describe, expect, test } from "vitest";
import { saltedDigest } from "@/lib/platform/digest";
import { blockOf, gapOf } from "@/lib/report/draft/block";
import { canonicalJson } from "@/lib/platform/canonical-json";
import { supersededBy, verifyBlocks, versionHash, type StoredBlock } from "./version";

function block(blockId: string, text: string): StoredBlock {
  const content = blockOf("paragraph", [{ text, marks: [] }]);
  return {
    blockId,
    section: "context",
    type: "paragraph",
    content,
    erasedAt: null,
    ...saltedDigest(canonicalJson(content)),
  };
}

const BLOCKS = [block("a", "First."), block("b", "Second.")];
const HASH = versionHash(BLOCKS);
const changed = (over: Partial<StoredBlock>) =>
  BLOCKS.map((one, index) => (index === 1 ? { ...one, ...over } : one));

describe("a version's hash", () => {
  test("does not depend on the order of keys, which the database changes", () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  });

  test("verifies what was saved", () => {
    expect(verifyBlocks(HASH, BLOCKS)).toEqual({ verified: true, gaps: 0, brokenBlocks: [] });
  });

  test("shows changed words, a changed order and a changed part", () => {
    const content = blockOf("paragraph", [{ text: "Other.", marks: [] }]);
    expect(verifyBlocks(HASH, changed({ content }))).toMatchObject({ verified: false, brokenBlocks: ["b"] });
    expect(verifyBlocks(HASH, [...BLOCKS].reverse()).verified).toBe(false);
    expect(verifyBlocks(HASH, changed({ section: "method" })).verified).toBe(false);
    expect(verifyBlocks(HASH, BLOCKS.slice(1)).verified).toBe(false);
  });

  test("outlives an erasure, and only a marked erasure passes", () => {
    const erased = { content: gapOf("paragraph"), salt: null };
    const at = new Date("2026-01-01");
    expect(verifyBlocks(HASH, changed({ ...erased, erasedAt: at }))).toEqual({
      verified: true,
      gaps: 1,
      brokenBlocks: [],
    });
    expect(verifyBlocks(HASH, changed(erased)).verified).toBe(false);
  });
});

test("a version is superseded by the newest published one after it that still stands", () => {
  const at = new Date();
  const of = (number: number, publishedAt: Date | null, withdrawnAt: Date | null = null) => ({
    number,
    publishedAt,
    withdrawnAt,
  });
  const all = [of(1, at), of(2, at), of(3, null), of(4, at), of(5, at, at)];
  expect(all.map((one) => supersededBy(one, all))).toEqual([4, 4, 4, null, null]);
});
