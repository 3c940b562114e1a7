import { refusedFile } from "@/lib/capture/import/reading/limits";
import { DAMAGED, openZip } from "@/lib/capture/import/reading/open-zip";
import { readMark } from "@/lib/report/export/word/marks";
import { MAX_PARAGRAPHS, requireWordSize } from "./limits";
import { readComments } from "./read-comments";
import type { ReturnedFile, ReturnedParagraph } from "./returned-file";
import { TableReader } from "./table-reader";
import { parsePart, type Opened } from "@/lib/capture/import/reading/document/parse-part";

const DOCUMENT = "word/document.xml";
const COMMENTS = "word/comments.xml";
const EXTENDED = "word/commentsExtended.xml";

const NOT_WORD = "This is not a Word document (.docx). Save it as one, and choose it again.";
const TOO_MANY = `This file has more than ${MAX_PARAGRAPHS.toLocaleString("en-GB")} paragraphs, far more than a report. Check that it is the right one.`;

/** Reads a Word file with its comments and tracked changes. Refuses what is no Word file, and what is made to do harm. */
export async function readWord(bytes: Uint8Array): Promise<ReturnedFile> {
  requireWordSize(bytes.length);
  const wanted = new Set([DOCUMENT, COMMENTS, EXTENDED]);
  const parts = await openZip(bytes, (name) => wanted.has(name));
  const document = parts.get(DOCUMENT);
  if (!document) throw refusedFile(NOT_WORD);
  const reader = new DocumentReader();
  parsePart(document, {
    open: (element, inside) => reader.open(element, inside),
    text: (text, inside) => reader.text(text, inside),
    close: (tag, inside) => reader.close(tag, inside),
  });
  const { comments, tooLong } = readComments(parts.get(COMMENTS), parts.get(EXTENDED));
  const { version, paragraphs } = reader;
  return { version, paragraphs, comments, tooLong };
}

/** Words in these are no text of the document, and marks in them are of the paragraph's own sign. */
const LEFT = new Set([
  "pPr",
  "rPr",
  "instrText",
  "drawing",
  "pict",
  "AlternateContent",
  "object",
  "txbxContent",
]);
const BREAKS: Record<string, string> = { br: "\n", cr: "\n", tab: "\t", noBreakHyphen: "-" };
const ADDED = ["ins", "moveTo"];
const TAKEN = ["del", "moveFrom"];

type Open = ReturnedParagraph & { about: boolean };

/** Collects the paragraphs of a document part as they come. */
class DocumentReader {
  version: ReturnedFile["version"] = null;
  readonly paragraphs: ReturnedParagraph[] = [];
  #now: Open | null = null;
  /** The table that is being read; those within its cells are words of theirs. */
  #table: TableReader | null = null;
  /** The caption of one of our tables, as long as nothing came after it. */
  #caption: ReturnedParagraph | null = null;
  /** Paragraphs read, those in tables too. */
  #read = 0;
  #left = 0;
  /** Bookmarks may stand between paragraphs: they belong to the next one. */
  #pending: string | null = null;

  open({ tag, attributes }: Opened, inside: readonly string[]): void {
    if (LEFT.has(tag)) this.#left++;
    if (this.#left > 0) return;
    if (tag === "tbl") this.#table ??= new TableReader();
    this.#table?.open(tag, inside);
    if (tag === "p") {
      if (this.#now) throw refusedFile(DAMAGED);
      this.#now = {
        isTable: false,
        block: this.#pending,
        before: "",
        after: "",
        comments: [],
        about: false,
      };
      this.#pending = null;
    } else if (tag === "bookmarkStart") this.#mark(attributes.name ?? "");
    else if (tag === "commentRangeStart") this.#comment(attributes.id);
    else if (tag === "commentRangeEnd") this.#commentEnd(attributes.id);
    else if (tag in BREAKS && inside.includes("r")) this.#put(BREAKS[tag] ?? "", inside);
  }

  text(text: string, inside: readonly string[]): void {
    const last = inside.at(-1);
    if (this.#left === 0 && (last === "t" || last === "delText")) this.#put(text, inside);
  }

  close(tag: string, inside: readonly string[]): void {
    if (LEFT.has(tag)) this.#left--;
    else if (tag === "p" && this.#left === 0) this.#end();
    else if (tag === "tbl" && !inside.includes("tbl")) this.#endTable();
  }

  #put(text: string, inside: readonly string[]): void {
    if (!this.#now) return;
    const is = (tags: readonly string[]) => tags.some((tag) => inside.includes(tag));
    if (!is(ADDED)) this.#now.before += text;
    if (!is(TAKEN)) this.#now.after += text;
  }

  #mark(name: string): void {
    const mark = readMark(name);
    if (mark === null) return;
    if ("version" in mark) {
      this.version = mark.version;
      if (this.#now) this.#now.about = true;
      return;
    }
    if ("block" in mark) {
      if (this.#now) {
        this.#now.block ??= mark.block;
        this.#now.isTable ||= mark.isTable;
      } else this.#pending = mark.block;
    } else if (this.#now) this.#now.about = true;
  }

  #comment(id: string | undefined): void {
    if (!this.#now || id === undefined) return;
    const start = this.#now.before.length;
    this.#now.comments.push({ id, start, end: -1 });
  }

  #commentEnd(id: string | undefined): void {
    const comment = this.#now?.comments.find((one) => one.id === id);
    if (this.#now && comment) comment.end = this.#now.before.length;
  }

  #end(): void {
    if (!this.#now) return;
    const { about, ...paragraph } = this.#now;
    this.#now = null;
    // A comment that ends in a later paragraph stands at the words of this one.
    for (const comment of paragraph.comments) if (comment.end < 0) comment.end = paragraph.before.length;
    if (++this.#read > MAX_PARAGRAPHS) throw refusedFile(TOO_MANY);
    if (this.#table) {
      this.#table.add(paragraph);
      return;
    }
    const empty = paragraph.before === "" && paragraph.after === "" && paragraph.block === null;
    if (about || (empty && paragraph.comments.length === 0)) return;
    this.#caption = paragraph.isTable ? paragraph : null;
    this.paragraphs.push(paragraph);
  }

  #endTable(): void {
    const table = this.#table?.under(this.#caption);
    if (table && this.#caption) this.paragraphs.pop();
    this.#table = null;
    this.#caption = null;
    if (table) this.paragraphs.push(table);
  }
}
