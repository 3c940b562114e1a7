import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { stages } from "./stages.mjs";

/** Decisions are left as they were written, so that only their index is checked. */
const DOCUMENTS = [
  "README.md",
  "CONTRIBUTING.md",
  "SECURITY.md",
  "docs/decisions/README.md",
  ...readdirSync("docs")
    .filter((name) => name.endsWith(".md"))
    .map((name) => path.join("docs", name)),
];
const SOURCE_FOLDERS = /^(?:app|components|lib|prisma|public|tests|docs)\/[^\s…<>*{}]+$/;

/** Files and folders of the project that a document names in backticks, and files that it links to. */
function namedBy(document: string): string[] {
  const text = readFileSync(document, "utf8");
  const named = [...text.matchAll(/`([^`\n]+)`/g)].flatMap(([, code = ""]) =>
    SOURCE_FOLDERS.test(code) ? [code] : [],
  );
  const linked = [...text.matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].flatMap(([, href = ""]) =>
    /^[a-z]+:/.test(href) ? [] : [path.join(path.dirname(document), href)],
  );
  return [...named, ...linked];
}

test("documents name files that exist", () => {
  const named = DOCUMENTS.flatMap((document) => namedBy(document).map((file) => `${document}: ${file}`));
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter((one) => !existsSync(one.slice(one.indexOf(": ") + 2)))).toEqual([]);
});

test("the index of decisions names each one, in the order of their numbers", () => {
  const files = readdirSync("docs/decisions").filter((name) => /^\d{3}-/.test(name));
  const rows = readFileSync("docs/decisions/README.md", "utf8").matchAll(/^\|\s*\d+\s*\|.*\]\((\S+\.md)\)/gm);
  expect([...rows].map(([, file]) => file)).toEqual(files.sort());
});

/** The points of docs/asvs.md: its number or range, its level, its state, and how many points the row stands for. */
const POINTS = readFileSync("docs/asvs.md", "utf8")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .flatMap(([, point = "", level = "", , state = ""]) =>
    /^\d+\.\d+\.\d+/.test(point)
      ? [{ point, level, state, count: Number(/\((\d+) points\)/.exec(point)?.[1] ?? 1) }]
      : [],
  );

test("SECURITY.md counts and lists the points of ASVS as docs/asvs.md has them", () => {
  const count = (state: string) =>
    POINTS.filter((one) => one.state === state).reduce((sum, one) => sum + one.count, 0);
  const text = readFileSync("SECURITY.md", "utf8").replaceAll(/\s+/g, " ");
  const [met, partly, not, outside] = ["met", "partly", "not met", "does not apply"].map(count);
  expect(text).toContain(`${met} are met, ${partly} partly, ${not} not, and ${outside} do not apply`);
  const [, listed = ""] = text.split("**Not met:**");
  const lists = listed.split("**Partly met").map((list) => list.match(/\d+\.\d+\.\d+/g) ?? []);
  const pointsIn = (state: string) => POINTS.filter((one) => one.state === state).map(({ point }) => point);
  expect(lists.map((list) => list.sort())).toEqual(
    [pointsIn("not met"), pointsIn("partly")].map((list) => list.sort()),
  );
  const asvs = readFileSync("docs/asvs.md", "utf8").replaceAll(/ +/g, " ");
  expect(asvs).toContain(`| both | ${met} | ${partly} | ${not} | ${outside} | 253 |`);
});

test("the table of stages names each capability, in the order in which they build on one another", () => {
  const text = readFileSync("docs/architecture.md", "utf8");
  for (const [stage, capabilities] of Object.entries(stages)) {
    const cell = new RegExp(`^\\| \`${stage}\` +\\|([^|]+)\\|`, "m").exec(text)?.[1] ?? "";
    const named = [...cell.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name);
    expect(named.filter((name) => capabilities.includes(name ?? ""))).toEqual(capabilities);
  }
});
