import {
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  DeletedTextRun,
  FootnoteReferenceRun,
  InsertedTextRun,
  TextRun,
  type ParagraphChild,
} from "docx";
import { wordText } from "@/lib/platform/word/word-text";
import { claimOf, nodesOf, type Run } from "@/lib/report/draft/block";
import type { Mark } from "@/lib/report/draft/content/block-content";
import { isSeparator, partsOf, type TableParts } from "@/lib/report/draft/written-table";
import type { NotedBlock } from "../noted";
import type { PlacedComment, PlacedWork } from "./open-work";

/** The words of a block with their footnotes and, where open work is asked for, comments and tracked changes. */
export function wordRuns(block: NotedBlock, open: PlacedWork | null): ParagraphChild[] {
  return wordPieces(block, open).flatMap(({ children }) => children);
}

/** The same of a table that somebody wrote, by its caption and cells. */
export function wordCells(block: NotedBlock, open: PlacedWork | null): TableParts<WordPiece> {
  return partsOf(wordPieces(block, open));
}

/** What a run of the text is in a Word file; what parts two cells is nothing there. */
export type WordPiece = { text: string; children: ParagraphChild[] };

function wordPieces(block: NotedBlock, open: PlacedWork | null): WordPiece[] {
  const runs = open && !block.gap ? openRuns(block) : block.passages.flatMap((passage) => passage.runs);
  const comments = open?.byBlock.get(block.id) ?? [];
  const notes = new Map(block.passages.map(({ claimId, note }) => [claimId, note]));
  const isTable = block.type === "table" && !block.gap;
  const first = comments.filter(({ start }) => start === 0).flatMap(rangeStart);
  const pieces: WordPiece[] = [{ text: "", children: first }];
  let at = 0;
  for (const [index, run] of runs.entries()) {
    const children: ParagraphChild[] = [];
    const parts = isTable && isSeparator(run);
    // What begins or ends where two cells part stands at the end of the first.
    pieces.push({ text: parts ? "" : run.text, children });
    if (parts) pieces.push({ text: run.text, children: [] });
    if (isInserted(run)) children.push(...textRuns(run, block.gap, open));
    else
      for (const text of cut(run.text, at, comments)) {
        const from = at;
        at += Array.from(text).length;
        if (from > 0) children.push(...comments.filter(({ start }) => start === from).flatMap(rangeStart));
        if (!parts) children.push(...textRuns({ ...run, text }, block.gap, open));
        const ended = at;
        children.push(...comments.filter(({ end }) => end === ended).flatMap(rangeEnd));
      }
    const claim = claimOf(run);
    const next = runs[index + 1];
    const note = claim === null || (next && claimOf(next) === claim) ? null : notes.get(claim);
    if (note) children.push(new FootnoteReferenceRun(note.n));
  }
  // What begins or ends beyond the text would leave the file broken.
  const last = comments.filter(({ end }) => end === 0 || end > at).flatMap(rangeEnd);
  return [...pieces, { text: "", children: last }];
}

/** All text nodes, what is proposed to be added or deleted too. */
function openRuns({ content }: NotedBlock): Run[] {
  return nodesOf(content);
}

function isInserted({ marks }: Run): boolean {
  return marks.some(({ type }) => type === "insertion");
}

/** The text cut where a comment begins or ends; `at` is the place of its first code point in the block. */
function cut(text: string, at: number, comments: readonly PlacedComment[]): string[] {
  const points = Array.from(text);
  const inside = comments
    .flatMap(({ start, end }) => [start - at, end - at])
    .filter((place) => place > 0 && place < points.length);
  const places = [...new Set([0, ...inside, points.length])].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => points.slice(places[index], end).join(""));
}

const rangeStart = ({ ids }: PlacedComment) => ids.map((id) => new CommentRangeStart(id));
const rangeEnd = ({ ids }: PlacedComment) =>
  ids.flatMap((id) => [new CommentRangeEnd(id), new TextRun({ children: [new CommentReference(id)] })]);

function textRuns(
  run: Run,
  gap: boolean,
  open: PlacedWork | null,
): (TextRun | InsertedTextRun | DeletedTextRun)[] {
  const has = (type: Mark["type"]) => run.marks.some((mark) => mark.type === type);
  // What is not said is left to the style: a heading is bold by itself.
  const options = {
    ...(gap || has("em") ? { italics: true } : {}),
    ...(has("strong") ? { bold: true } : {}),
  };
  const change = run.marks.find((mark) => mark.type === "insertion" || mark.type === "deletion");
  const pieces = wordText(run.text).map((piece) => ({ ...options, ...piece }));
  if (!open || !change) return pieces.map((piece) => new TextRun(piece));
  const { id, by, at } = change.attrs;
  const tracked = { id: numberOf(id), author: open.roles.get(by) ?? "Member", date: at };
  return pieces.map((piece) =>
    change.type === "insertion"
      ? new InsertedTextRun({ ...piece, ...tracked })
      : new DeletedTextRun({ ...piece, ...tracked }),
  );
}

/** Word numbers its changes; those of one suggestion have one number. */
function numberOf(id: string): number {
  return Number.parseInt(id.replaceAll("-", "").slice(-7), 16);
}
