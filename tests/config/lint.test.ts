import { execFile } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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

const COMPONENT = `
"use client";
import { useEffect, useRef, useState } from "react";

let opened = 0;

export function Counts({ list, first }: { list: string[]; first: string | null }) {
  const unused = 1;
  const drawn = useRef(0);
  const [shown, setShown] = useState(0);
  useEffect(() => {
    setShown(list.length);
  }, []);
  opened = 1;
  const Row = () => <li role="checkbox">{first!}</li>;
  return (
    <ul aria-labeled="a">
      <Row />
      {list.map((one) => <li>{one == first ? drawn.current : shown}</li>)}
      <img src="/a.png" />
      <a href="/sign-in">Sign in</a>
    </ul>
  );
}

export function Chooses({ open }: { open: boolean }) {
  if (open) useState(0);
  var at = Date.now();
  console.log(at, opened);
  return null;
}
`;

/** A function of so many lines. */
const long = (lines: number) => `export function long() {\n${"  String(1);\n".repeat(lines - 2)}}\n`;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "npq-review-lint-"));
  cpSync(".oxlintrc.json", path.join(folder, ".oxlintrc.json"));
  writeFileSync(path.join(folder, "tsconfig.json"), '{ "compilerOptions": { "strict": true } }');
  mkdirSync(path.join(folder, "components"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it("catches planted faults that only types show, and nothing else", async () => {
  expect(await faultsOf("planted.ts", PLANTED, "--type-aware")).toEqual([
    "typescript(no-base-to-string)",
    "typescript(no-explicit-any)",
    "typescript(no-floating-promises)",
    "typescript(no-misused-promises)",
    "typescript(no-unsafe-assignment)",
    "typescript(restrict-template-expressions)",
    "typescript(switch-exhaustiveness-check)",
  ]);
});

it("catches planted faults of a component, of hooks, of access and of addresses", async () => {
  expect(await faultsOf("components/planted.tsx", COMPONENT)).toEqual([
    "eslint(eqeqeq)",
    "eslint(no-console)",
    "eslint(no-unused-vars)",
    "eslint(no-var)",
    "jsx-a11y(alt-text)",
    "jsx-a11y(aria-props)",
    "jsx-a11y(role-has-required-aria-props)",
    "next(no-html-link-for-pages)",
    "next(no-img-element)",
    "react(globals)",
    "react(jsx-key)",
    "react(purity)",
    "react(refs)",
    "react(set-state-in-effect)",
    "react(static-components)",
    "react-hooks(exhaustive-deps)",
    "react-hooks(rules-of-hooks)",
    "typescript(no-non-null-assertion)",
  ]);
});

it("lets a function be as long as a screen, and a component as long as its markup needs", async () => {
  const tooLong = ["eslint(max-lines-per-function)"];
  expect(await faultsOf("planted.ts", long(60))).toEqual([]);
  expect(await faultsOf("planted.ts", long(61))).toEqual(tooLong);
  expect(await faultsOf("planted.tsx", long(100))).toEqual([]);
  expect(await faultsOf("planted.tsx", long(101))).toEqual(tooLong);
  expect(await faultsOf("planted.test.ts", long(101))).toEqual([]);
});

/** The rules that refuse something in a file of this name. */
async function faultsOf(name: string, text: string, ...flags: string[]): Promise<string[]> {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  const report = await lint([...flags, "--format", "json", file]);
  rmSync(file);
  return [...report.matchAll(/"code":\s*"([^"]+)"/g)].map(([, rule]) => rule ?? "").sort();
}

function lint(args: string[]): Promise<string> {
  const script = path.resolve("node_modules/oxlint/bin/oxlint");
  return new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd: folder }, (_failed, stdout) => resolve(stdout));
  });
}
