import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { changedFiles, filesToLint } from "./changed-files.mjs";

describe("changedFiles", () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "npq-review-changed-"));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@example.org", ...args], {
      cwd: folder,
      stdio: "ignore",
    });
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  const commit = (...names: string[]) => {
    git("add", "--all", ...names);
    git("commit", "--message", "Change it");
  };

  function begin(branch: string) {
    git("init", "--initial-branch", branch);
    write(".gitignore", "ignored.ts\n");
    for (const name of ["same.ts", "edited.ts", "deleted.ts", "committed.ts"]) write(name, "first");
    commit(".");
  }

  it("names what the branch committed, what is uncommitted and what is new", () => {
    begin("main");
    git("checkout", "-b", "mine");
    write("committed.ts", "second");
    commit(".");
    write("edited.ts", "second");
    rmSync(path.join(folder, "deleted.ts"));
    write("new and ünusual.ts", "first");
    write("ignored.ts", "first");
    expect(changedFiles(folder)).toEqual(["committed.ts", "edited.ts", "new and ünusual.ts"]);
  });

  it("leaves out what main did after the branch left it", () => {
    begin("main");
    git("checkout", "-b", "mine");
    git("checkout", "main");
    write("same.ts", "second");
    commit(".");
    git("checkout", "mine");
    expect(changedFiles(folder)).toEqual([]);
  });

  it("returns null without git, or without main", () => {
    expect(changedFiles(folder)).toBeNull();
    begin("trunk");
    expect(changedFiles(folder)).toBeNull();
  });
});

describe("filesToLint", () => {
  it("is the changed code", () => {
    expect(filesToLint(["README.md", "lib/a.ts", "components/b.tsx", "public/c.js", "d.mjs"])).toEqual([
      "lib/a.ts",
      "components/b.tsx",
      "public/c.js",
      "d.mjs",
    ]);
    expect(filesToLint(["README.md"])).toEqual([]);
  });

  it("is everything where the rules changed, or where the changes are not known", () => {
    expect(filesToLint(["lib/a.ts", "eslint.config.mjs"])).toEqual(["."]);
    expect(filesToLint(null)).toEqual(["."]);
  });
});
