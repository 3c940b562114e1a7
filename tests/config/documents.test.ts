import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

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
