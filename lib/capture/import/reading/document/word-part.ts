import type { Paragraphs } from "./paragraphs";
import { parsePart, type Opened } from "./parse-part";
import { inFont, symbolOf } from "./symbol-fonts";
import { chosenOf, type FormField } from "./form-field";

const BREAKS: Record<string, string> = { br: "\n", cr: "\n", tab: "\t", ptab: "\t", noBreakHyphen: "-" };
/** What a break stands in; elsewhere the same names are settings, such as the tab stops of a paragraph. */
const RUNS = new Set(["r", "p", "Choice", "Fallback"]);

const DELETED = "It was deleted while changes were tracked";
const HIDDEN = "It is hidden text";
const MOVED = "It was moved while changes were tracked, and the file does not hold where to";

/** One of several ways to draw the same: `read` when one of them had words. */
type Alternative = { read: boolean; sizeBefore: number };

/**
 * Reads a part of a Word file: its text, the notes, comments, headers and footers are all written alike. `out` is why the
 * paragraphs of the part are left out.
 */
export class WordPart {
  /** How much has been read so far: it grows with every word. */
  #size = 0;
  #font = "";
  #hidden = false;
  #deleted = 0;
  #movedFrom = 0;
  #movedTo = 0;
  #skipped = 0;
  #field: FormField | null = null;
  readonly #alternatives: Alternative[] = [];
  /** Where words were moved from stands a copy of them. */
  readonly #copies: { from: string[]; to: string[] } = { from: [], to: [] };

  constructor(
    private readonly paragraphs: Paragraphs,
    private readonly out?: string,
  ) {}

  read(xml: Uint8Array): void {
    parsePart(xml, {
      open: (element, inside) => this.#openAny(element, inside),
      text: (text, inside) => this.#text(text, inside.at(-1) ?? ""),
      close: (tag) => this.#closeAny(tag),
    });
    for (const text of withoutCopies(this.#copies)) this.paragraphs.add(text, this.out ?? MOVED);
  }

  #openAny(element: Opened, inside: readonly string[]): void {
    const { tag } = element;
    const other = this.#alternatives.at(-1);
    const isAlternative = tag === "Choice" || tag === "Fallback";
    if (this.#skipped > 0 || (isAlternative && other?.read)) this.#skipped++;
    else if (tag === "AlternateContent") this.#alternatives.push({ read: false, sizeBefore: 0 });
    else if (isAlternative && other) other.sizeBefore = this.#size;
    else this.#open(element, inside);
  }

  #closeAny(tag: string): void {
    const other = this.#alternatives.at(-1);
    if (this.#skipped > 0) this.#skipped--;
    else if (tag === "AlternateContent") this.#alternatives.pop();
    else if ((tag === "Choice" || tag === "Fallback") && other) other.read = this.#size > other.sizeBefore;
    else this.#close(tag);
  }

  #open({ tag, attributes }: Opened, inside: readonly string[]): void {
    const parent = inside.at(-1) ?? "";
    switch (tag) {
      case "p":
        return this.paragraphs.begin(this.out);
      case "r":
        this.#font = "";
        this.#hidden = false;
        return;
      case "del":
        return void this.#deleted++;
      case "moveFrom":
        return void this.#movedFrom++;
      case "moveTo":
        return void this.#movedTo++;
      case "txbxContent":
        return this.paragraphs.openBox();
      case "textpath":
        this.paragraphs.begin(this.out);
        this.#put(attributes.string ?? "");
        return this.paragraphs.end();
      case "sym":
      case "symEx":
        return this.#put(symbolOf(attributes.font ?? "", Number.parseInt(attributes.char ?? "", 16)));
      case "ffData":
        this.#field = {};
        return;
      default:
        if (parent === "rPr" && inside.at(-2) === "r") this.#property(tag, attributes);
        else if (this.#field) Object.assign(this.#field, chosenOf(this.#field, tag, attributes));
        else if (RUNS.has(parent) && tag in BREAKS) this.#put(BREAKS[tag] ?? "");
        else this.#openTable(tag, attributes, parent);
    }
  }

  #openTable(tag: string, attributes: Record<string, string>, parent: string): void {
    const { paragraphs } = this;
    if (tag === "tbl") paragraphs.openTable();
    else if (tag === "tr") paragraphs.place.openRow();
    else if (tag === "tc") paragraphs.openCell();
    else if (parent === "tcPr" && tag === "gridSpan") paragraphs.place.spanColumns(Number(attributes.val));
  }

  #property(tag: string, attributes: Record<string, string>): void {
    if (tag === "rFonts") this.#font = attributes.ascii ?? attributes.hAnsi ?? "";
    if (tag === "vanish") this.#hidden = !["0", "false", "off"].includes(attributes.val ?? "");
  }

  #text(text: string, parent: string): void {
    if (this.#skipped === 0 && (parent === "t" || parent === "delText"))
      this.#put(inFont(text, this.#font), parent === "delText");
  }

  #put(text: string, isGone = false): void {
    this.#size += text.trim().length;
    if (this.#movedFrom > 0) this.#copies.from.push(text);
    else this.paragraphs.put(text, isGone || this.#deleted > 0 ? DELETED : this.#hidden ? HIDDEN : undefined);
    if (this.#movedTo > 0) this.#copies.to.push(text);
  }

  #close(tag: string): void {
    const { paragraphs } = this;
    if (tag === "p") {
      paragraphs.end();
      this.#copies.from.push("\n");
      this.#copies.to.push("\n");
    } else if (tag === "del") this.#deleted--;
    else if (tag === "moveFrom") this.#movedFrom--;
    else if (tag === "moveTo") this.#movedTo--;
    else if (tag === "txbxContent") paragraphs.closeBox();
    else if (tag === "tbl") paragraphs.place.closeTable();
    else if (tag === "tc") paragraphs.place.closeCell();
    else if (tag === "ffData" && this.#field) {
      this.#put(this.#field.shown ?? "");
      this.#field = null;
    }
  }
}

/** The words that were moved from somewhere, by paragraph, but for those that stand where something was moved to. */
function withoutCopies({ from, to }: { from: readonly string[]; to: readonly string[] }): string[] {
  const there = new Map<string, number>();
  const wordsOf = (text: string) => text.match(/\S+/g) ?? [];
  for (const word of wordsOf(to.join(""))) there.set(word, (there.get(word) ?? 0) + 1);
  const isMissing = (word: string) => {
    const count = there.get(word) ?? 0;
    there.set(word, count - 1);
    return count <= 0;
  };
  const paragraphs = from.join("").split("\n");
  return paragraphs.map((text) => wordsOf(text).filter(isMissing).join(" ")).filter(Boolean);
}
