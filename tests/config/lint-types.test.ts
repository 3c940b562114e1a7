import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const PLANTED = `
declare function save(): Promise<void>;
declare const parsed: any;
type Stance = "strength" | "ask";

export function forgets() {
  save();
}
export function returnsPromises(words: string[]) {
  words.forEach(async () => save());
}
export function trusts() {
  const text: string = parsed;
  return text;
}
export function leavesOneOut(stance: Stance) {
  switch (stance) {
    case "ask":
      return 1;
  }
}
export function prints(value: object) {
  return \`\${value}\`;
}
`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-lint-"));
  cpSync(".oxlintrc.json", path.join(folder, ".oxlintrc.json"));
  writeFileSync(path.join(folder, "tsconfig.json"), '{ "compilerOptions": { "strict": true } }');
  writeFileSync(path.join(folder, "planted.ts"), PLANTED);
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("catches planted faults that only types can show, and nothing else", async () => {
  const report = await lint();
  const found = [...report.matchAll(/"code":\s*"typescript\(([a-z-]+)\)"/g)].map(([, rule]) => rule);
  expect(found.sort()).toEqual([
    "no-base-to-string",
    "no-floating-promises",
    "no-misused-promises",
    "no-unsafe-assignment",
    "restrict-template-expressions",
    "switch-exhaustiveness-check",
  ]);
});

function lint(): Promise<string> {
  const script = path.resolve("node_modules/oxlint/bin/oxlint");
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [script, "--type-aware", "--format", "json"],
      { cwd: folder },
      (_failed, stdout) => resolve(stdout),
    );
  });
}
