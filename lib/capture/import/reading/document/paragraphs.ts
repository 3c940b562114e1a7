import { MAX_ROWS, refusedFile } from "../limits";
import { DAMAGED } from "../open-zip";
import { Place, type Cell } from "./place";

/** A paragraph of a document, or words that are no part of its text and are told as left out. */
export type Paragraph = {
  /** Its number in the document, from 1, empty ones counted too. */
  line: number;
  /** With its line breaks. */
  text: string;
  /** Paragraphs that are read one after the other have the same: the text itself, a text box or a cell of a table. */
  flow: number;
  cell?: Cell;
  /** Why it is left out: "It is a footnote". */
  out?: string;
};

/** The text itself, as opposed to text boxes and cells. */
export const BODY = 0;

/** A turn may continue over several of them. */
const MAX_PARAGRAPHS = 10 * MAX_ROWS;

type Open = Paragraph & { asides: Map<string, string> };

/**
 * Collects the paragraphs of a document as a reader comes across them. A text box stands within a paragraph, and its
 * paragraphs come after that one.
 */
export class Paragraphs {
  place = new Place(BODY);
  #count = 0;
  #flows = BODY;
  #tables = 0;
  readonly #found: Paragraph[] = [];
  readonly #open: Open[] = [];
  readonly #around: Place[] = [];

  begin(out?: string): void {
    if (++this.#count > MAX_PARAGRAPHS) throw refusedFile(DAMAGED);
    const { cell, flow } = this.place;
    const paragraph: Paragraph = { line: this.#count, text: "", flow };
    if (cell) paragraph.cell = cell;
    if (out !== undefined) paragraph.out = out;
    this.#open.push({ ...paragraph, asides: new Map() });
  }

  /** Words of the open paragraph; with a reason, words that stand in it and are left out. */
  put(text: string, out?: string): void {
    const now = this.#open.at(-1);
    if (!now) return;
    if (out === undefined || now.out !== undefined) now.text += text;
    else now.asides.set(out, (now.asides.get(out) ?? "") + text);
  }

  end(): void {
    const now = this.#open.pop();
    if (!now) return;
    const { asides, ...paragraph } = now;
    this.#keep(paragraph);
    for (const [out, text] of asides) this.#keep({ line: now.line, flow: now.flow, text, out });
  }

  /** A paragraph that is known as a whole. */
  add(text: string, out?: string): void {
    this.begin(out);
    this.put(text);
    this.end();
  }

  openBox(): void {
    this.#around.push(this.place);
    this.place = new Place(++this.#flows);
  }

  closeBox(): void {
    this.place = this.#around.pop() ?? this.place;
  }

  openTable(): void {
    this.place.openTable(++this.#tables);
  }

  openCell(): void {
    this.place.openCell(++this.#flows);
  }

  /** All that hold words, in the order of the document. */
  all(): Paragraph[] {
    return this.#found.sort((one, other) => one.line - other.line);
  }

  #keep(paragraph: Paragraph): void {
    if (paragraph.text.trim() !== "") this.#found.push(paragraph);
  }
}
