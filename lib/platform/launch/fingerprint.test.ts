import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fingerprint } from "./fingerprint.mjs";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "npq-review-fingerprint-"));
  mkdirSync(path.join(root, "app/themes"), { recursive: true });
  writeFileSync(path.join(root, "app/themes/page.tsx"), "a page");
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("fingerprint", () => {
  it("stays the same while nothing changes, and ignores what does not exist", () => {
    expect(fingerprint(root, ["app", "public"])).toBe(fingerprint(root, ["app"]));
  });

  it("changes with the contents of a file", () => {
    const before = fingerprint(root, ["app"]);
    writeFileSync(path.join(root, "app/themes/page.tsx"), "another page");
    expect(fingerprint(root, ["app"])).not.toBe(before);
  });

  it("changes when a file is added or renamed", () => {
    const before = fingerprint(root, ["app"]);
    writeFileSync(path.join(root, "app/empty.ts"), "");
    expect(fingerprint(root, ["app"])).not.toBe(before);
  });

  it("leaves out what is excluded", () => {
    const before = fingerprint(root, ["app"]);
    writeFileSync(path.join(root, "app/page.test.ts"), "a test");
    expect(fingerprint(root, ["app"], (entry) => !entry.endsWith(".test.ts"))).toBe(before);
  });
});
