import type { Paragraphs } from "./paragraphs";
import { parsePart, type Opened } from "./parse-part";

const PARAGRAPHS = new Set(["p", "h"]);
const BREAKS: Record<string, string> = { "line-break": "\n", tab: "\t" };
/** They stand within a paragraph, and what they hold is none of its words: paragraphs of their own, names, drawings. */
const APART = new Set([
  ...["frame", "text-box", "object", "custom-shape", "rect", "circle", "ellipse", "line", "polyline"],
  ...["polygon", "path", "connector", "caption", "g", "control", "annotation", "note", "note-citation"],
  ...["tracked-changes", "event-listeners", "binary-data", "script"],
]);
/** Shapes that hold words, read on their own. */
const BOXES = new Set([
  "text-box",
  "custom-shape",
  "rect",
  "circle",
  "ellipse",
  "caption",
  "connector",
  "line",
]);
const HEADS = /^header(-left|-first)?$/;
const FEET = /^footer(-left|-first)?$/;

/** Why the paragraphs in such an element are left out; null where they are words of the document. */
function reasonFor({ tag, attributes }: Opened): string | null {
  if (tag === "note") return `It is ${attributes["note-class"] === "endnote" ? "an endnote" : "a footnote"}`;
  if (tag === "annotation") return "It is a comment on the document";
  if (tag === "deletion") return "It was deleted while changes were tracked";
  if (tag === "change-info") return "It is a comment on a change of the document";
  if (HEADS.test(tag)) return "It is in the header of the pages";
  return FEET.test(tag) ? "It is in the footer of the pages" : null;
}

/** Reads a part of an OpenDocument text: its content, or the styles, which hold the headers and footers alone. */
export class OdfPart {
  /** For each open element, whether text in it is words of the paragraph around. */
  readonly #inline: boolean[] = [];
  readonly #reasons: string[] = [];

  constructor(
    private readonly paragraphs: Paragraphs,
    private readonly kind: "content" | "styles",
  ) {}

  read(xml: Uint8Array): void {
    parsePart(xml, {
      open: (element) => this.#open(element),
      text: (text) => this.#put(text.replace(/[ \t\r\n]+/g, " ")),
      close: (tag) => this.#close(tag),
    });
  }

  #open(element: Opened): void {
    const { tag, attributes } = element;
    const reason = reasonFor(element);
    if (reason !== null) this.#reasons.push(reason);
    this.#inline.push(PARAGRAPHS.has(tag) || (!APART.has(tag) && (this.#inline.at(-1) ?? false)));
    if (PARAGRAPHS.has(tag)) this.paragraphs.begin(this.#reasons.at(-1));
    else if (tag in BREAKS) this.#put(BREAKS[tag] ?? "");
    else if (tag === "s") this.#put(" ".repeat(Math.min(MAX_SPACES, Number(attributes.c ?? 1) || 1)));
    else if (BOXES.has(tag)) this.paragraphs.openBox();
    else this.#openTable(tag, attributes);
  }

  #openTable(tag: string, attributes: Record<string, string>): void {
    const { paragraphs } = this;
    if (tag === "table") paragraphs.openTable();
    else if (tag === "table-row") paragraphs.place.openRow();
    else if (tag === "table-cell" || tag === "covered-table-cell") {
      paragraphs.openCell();
      paragraphs.place.spanColumns(Number(attributes["number-columns-repeated"] ?? 1));
    }
  }

  /** In the styles, words outside headers and footers are none of the document's. */
  #put(text: string): void {
    const isWords = this.#inline.at(-1) && (this.kind === "content" || this.#reasons.length > 0);
    if (isWords) this.paragraphs.put(text);
  }

  #close(tag: string): void {
    const { paragraphs } = this;
    this.#inline.pop();
    if (reasonFor({ tag, attributes: {} }) !== null) this.#reasons.pop();
    if (PARAGRAPHS.has(tag)) paragraphs.end();
    else if (BOXES.has(tag)) paragraphs.closeBox();
    else if (tag === "table") paragraphs.place.closeTable();
    else if (tag === "table-cell" || tag === "covered-table-cell") paragraphs.place.closeCell();
  }
}

/** More spaces in a row than anybody types. */
const MAX_SPACES = 1_000;
