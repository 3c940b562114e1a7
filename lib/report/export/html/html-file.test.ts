import { readFileSync } from "node:fs";
import { SaxesParser } from "saxes";
import { describe, expect, test } from "vitest";
import { randomText } from "@/tests/support/random-text";
import { exportedBlock, exportedReport, writtenTable } from "@/tests/support/worlds/exported-report";
import { DOCUMENT_COLOURS } from "./document-style";
import { toHtml } from "./html-file";
import { publishedPage, type PublishedPage } from "./published-page";

/** Elements and text as an XML parser reads them: it throws on anything that is not well formed. */
function read(html: string) {
  const elements: { name: string; attributes: Record<string, string> }[] = [];
  let text = "";
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => elements.push({ name, attributes }));
  parser.on("text", (piece) => (text += piece));
  parser.write(html.replace("<!doctype html>", "")).close();
  return { elements, text, named: (name: string) => elements.filter((one) => one.name === name) };
}

describe("a version as one HTML file", () => {
  test("has its styles inside, and neither loads nor runs anything", () => {
    const { named, elements } = read(toHtml(exportedReport(), true));
    expect(named("style")).toHaveLength(1);
    expect(["script", "link", "img", "iframe"].flatMap(named)).toEqual([]);
    const addresses = elements.flatMap(({ attributes }) => [attributes.href, attributes.src]);
    expect(addresses.filter((address) => address !== undefined && !address.startsWith("#"))).toEqual([]);
  });

  test("has headings in order, a table with its caption and headings, and the gap marked", () => {
    const html = toHtml(exportedReport(), false);
    const { named } = read(html);
    expect(named("h1")).toHaveLength(1);
    expect(html).toContain('<h2 id="key-asks">Key asks</h2>');
    expect(named("th").map(({ attributes }) => attributes.scope)).toEqual(["col", "col", "row"]);
    expect(html).toContain("<caption>How many raised each theme</caption>");
    expect(html).toContain('<span class="gap">Removed at the speaker’s request</span>');
    expect(html).not.toContain("note.");
  });

  test("has a table that somebody wrote, each heading with its scope, and an empty corner that is none", () => {
    const html = toHtml(exportedReport([writtenTable()]), true);
    const { named } = read(html);
    expect(
      named("th")
        .map(({ attributes }) => attributes.scope)
        .slice(3),
    ).toEqual(["col", "row", "row"]);
    expect(html).toContain(
      '<caption>Asks &amp; reasons</caption>\n<thead><tr><td></td><th scope="col">Why</th></tr>',
    );
    expect(html).toContain(
      '<th scope="row"><strong>More | time</strong></th><td>About half asked<sup id="to.note.2">',
    );
    expect(named("div").map(({ attributes }) => attributes["aria-label"])).toContain("Asks & reasons");
  });

  test("its notes lead there and back, and every id is there once", () => {
    const { elements } = read(toHtml(exportedReport([exportedBlock("heading", ["Key asks"])]), true));
    const ids = elements.flatMap(({ attributes: { id } }) => id ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const inside = elements.flatMap(({ attributes: { href } }) =>
      href?.startsWith("#") ? href.slice(1) : [],
    );
    expect(inside.filter((id) => !ids.includes(id))).toEqual([]);
    expect(ids).toContain("note.1");
  });

  test("whatever is typed stays text", () => {
    for (let seed = 1; seed <= 200; seed++) {
      const typed = randomText(seed);
      const { text } = read(toHtml(exportedReport([exportedBlock("paragraph", [typed])]), false));
      // A parser reads a carriage return as a line's end.
      expect(text).toContain(typed.replace(/\r\n?/g, "\n"));
    }
  });
});

const PAGE: PublishedPage = {
  title: "What Fellows said",
  reviewTitle: "NPQ review",
  path: "/published/npq/fellows",
  address: "https://example.org/published/npq/fellows",
  shown: { number: 1, publishedAt: new Date("2025-06-02"), withdrawnAt: null },
  notice: "",
  version: exportedReport(),
  all: [{ number: 1, publishedAt: new Date("2025-06-02"), withdrawnAt: null }],
  isPublic: true,
};

describe("a published page", () => {
  test("says how to cite it, and leads nobody to evidence who may not follow it", () => {
    const { text, named } = read(publishedPage(PAGE, () => null));
    expect(text).toContain(
      "What Fellows said. NPQ review, 2 June 2025. Version 1. https://example.org/published/npq/fellows/1",
    );
    expect(named("script")).toEqual([]);
    expect(named("a").filter(({ attributes }) => attributes.class === "claim")).toEqual([]);
    const led = read(publishedPage(PAGE, () => "/reviews/npq/evidence?a=1&b"));
    expect(led.named("a").find(({ attributes }) => attributes.class === "claim")?.attributes.href).toBe(
      "/reviews/npq/evidence?a=1&b",
    );
  });

  test("an earlier version says so, with a link to the later one", () => {
    const later = { number: 2, publishedAt: new Date("2025-07-01"), withdrawnAt: null };
    const { text, named } = read(publishedPage({ ...PAGE, all: [later, ...PAGE.all] }, () => null));
    expect(text).toContain("This version has been superseded. Read version 2, published on 1 July 2025.");
    expect(named("a").map(({ attributes }) => attributes.href)).toContain("/published/npq/fellows/2");
  });

  test("a withdrawn version shows its notice and no text, to no search engine", () => {
    const shown = { ...PAGE.shown, withdrawnAt: new Date("2025-08-01") };
    const withdrawn = { ...PAGE, shown, all: [shown], notice: "A figure was <wrong>.", version: null };
    const { text, named } = read(publishedPage(withdrawn, () => null));
    expect(text).toContain("This version was withdrawn on 1 August 2025. Its text is no longer shown.");
    expect(text).toContain("A figure was <wrong>.");
    expect(text).not.toContain("coaches");
    expect(text).not.toContain("Download");
    expect(named("meta").some(({ attributes }) => attributes.content === "noindex")).toBe(true);
  });
});

test("the colours of a document are those of the application", () => {
  const [light = "", dark = ""] = readFileSync("app/globals.css", "utf8").split("prefers-color-scheme: dark");
  for (const [colours, css] of [
    [DOCUMENT_COLOURS.light, light],
    [DOCUMENT_COLOURS.dark, dark],
  ] as const)
    for (const colour of colours.split(";"))
      expect(css).toContain(`--color-${colour.slice(2).replace(":", ": ")};`);
});
