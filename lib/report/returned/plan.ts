import { isGap, plainText } from "@/lib/report/draft/block";
import { NO_TABLE } from "@/lib/report/export/noted";
import { MAX_COLUMNS, MAX_ROWS, cellsAsWords, sizeOf } from "@/lib/report/draft/written-table";
import { acceptedText, cellEdits, editsBetween, rebase, type Edit } from "./edits";
import type { BaseBlock, DraftBlock } from "./base-block";
import { inWord } from "./in-word";
import { MAX_BLOCK_TEXT } from "./limits";
import { matchParagraphs, type Matched } from "./match";
import { placeComments, type CommentPlan, type KnownComment } from "./place-comments";
import type { ReturnedFile, ReturnedParagraph } from "./returned-file";

/** Changes to a block of the draft, in the revision that they were planned against. */
type Suggested = { blockId: string; revision: number; edits: Edit[] };
/** A new paragraph or table, after that block; null: at the beginning. */
export type AddedParagraph = { after: string | null; text: string; isTable: boolean };

export type ReturnPlan = {
  suggestions: Suggested[];
  added: AddedParagraph[];
  comments: CommentPlan["comments"];
  /** What the draft has already. */
  already: { paragraphs: number; comments: number };
  /** What is not taken, and why. */
  left: string[];
};

export type Against = {
  base: readonly BaseBlock[];
  draft: readonly DraftBlock[];
  comments: readonly KnownComment[];
};

/** What a Word file that came back changes in a draft. Everything in it is in the plan: taken, there already, or left out. */
export function planReturn(file: ReturnedFile, against: Against): ReturnPlan {
  const base = against.base.map(inWord);
  const draft = against.draft.map(inWord);
  const matched = matchParagraphs(file.paragraphs, base);
  const plan: ReturnPlan = {
    suggestions: [],
    added: [],
    comments: [],
    already: { paragraphs: 0, comments: 0 },
    left: [],
  };
  const blocks = new Map(draft.map((block) => [block.id, block]));
  for (const block of base) suggestIn(plan, block, matched, blocks.get(block.blockId));
  const figures = new Set(base.flatMap(({ blockId, type }) => (type === "figure" ? [blockId] : [])));
  addNew(plan, file.paragraphs, { matched, draft, figures });
  const placed = placeComments(file, {
    base: against.base,
    blockOf: matched.blockOf,
    known: against.comments,
  });
  plan.comments = placed.comments;
  plan.already.comments = placed.already;
  plan.left.push(...placed.left);
  if (file.tooLong > 0) plan.left.push(`${file.tooLong} comments that are longer than 5,000 characters.`);
  return plan;
}

function suggestIn(
  plan: ReturnPlan,
  block: BaseBlock,
  matched: Matched,
  draft: DraftBlock | undefined,
): void {
  const paragraph = matched.paragraphOf.get(block.blockId);
  const text = plainText(block.content);
  if (text === "" || isGap(block)) {
    if (paragraph && withoutNote(block, paragraph.after).trim() !== text.trim())
      plan.left.push(`“${short(text)}”: words that had to be removed are not written over.`);
    return;
  }
  if (!paragraph && !matched.marked) {
    plan.left.push(`“${short(text)}”: not found in the file, so nothing is changed in it.`);
    return;
  }
  const after = paragraph ? withoutNote(block, paragraph.after) : "";
  if (after === text || after === acceptedText(block.content)) return;
  if (!draft || isGap(draft)) {
    plan.left.push(`“${short(text)}”: this paragraph is no longer in the draft.`);
    return;
  }
  if (acceptedText(draft.content) === after) {
    plan.already.paragraphs++;
    return;
  }
  if (text.length + after.length > MAX_BLOCK_TEXT) {
    plan.left.push(`“${short(after)}”: this paragraph is too long to keep. Divide it in Word.`);
    return;
  }
  const edits = editsIn(plan, block, draft, after);
  if (edits === null) {
    plan.left.push(
      `${tableWords(text)}: rows or columns of this table are others in the file. ${IN_EDITOR} ${newWords(text, after)}`.trim(),
    );
    return;
  }
  if (edits.length > 0) plan.suggestions.push({ blockId: draft.id, revision: draft.revision, edits });
}

const IN_EDITOR = "Make that change in the editor.";

const tableWords = (text: string) => `“${short(text.split("\n")[0] || cellsAsWords(text))}”`;

/** The cells of a table that it did not have, so that none of their words is lost without a word. */
function newWords(before: string, after: string): string {
  const known = new Set(before.split(/[\t\n]/));
  const words = after.split(/[\t\n]/).filter((cell) => cell.trim() !== "" && !known.has(cell));
  return words.length === 0 ? "" : `New there: ${words.map((cell) => `“${cell.trim()}”`).join(", ")}.`;
}

/**
 * The changes to what the draft says now. What it says differently since has no place for them; null where a table has other
 * rows or columns.
 */
function editsIn(
  plan: ReturnPlan,
  { type, content }: BaseBlock,
  draft: DraftBlock,
  after: string,
): Edit[] | null {
  const changes = type === "table" ? cellEdits : editsBetween;
  // A file shows what was proposed as tracked changes, or not at all: whichever is nearer.
  const sides = [acceptedText(content), plainText(content)].flatMap((before) => {
    const edits = changes(before, after);
    return edits ? [{ before, edits }] : [];
  });
  const size = (edits: readonly Edit[]) =>
    edits.reduce((sum, { start, end, text }) => sum + end - start + text.length, 0);
  const [first, second] = sides;
  if (!first || !second) return null;
  const { before, edits } = size(second.edits) < size(first.edits) ? second : first;
  return rebase(edits, before, acceptedText(draft.content)).flatMap((edit, index) => {
    if (edit) return [edit];
    const lost = edits[index];
    if (lost) plan.left.push(`${editWords(before, lost)}: the draft says this differently by now.`);
    return [];
  });
}

type Known = {
  matched: Matched;
  draft: readonly DraftBlock[];
  /** Blocks that show figures of the release: the table after one is the release's. */
  figures: ReadonlySet<string>;
};

function addNew(
  plan: ReturnPlan,
  paragraphs: readonly ReturnedParagraph[],
  { matched, draft, figures }: Known,
): void {
  const there = new Set(draft.map(({ content }) => acceptedText(content)));
  const here = new Set(draft.map(({ id }) => id));
  let after: string | null = null;
  let isFigure = false;
  for (const paragraph of paragraphs) {
    const { isTable } = paragraph;
    const block = matched.blockOf.get(paragraph);
    if (isTable && isFigure && block === undefined) {
      if (!plan.left.includes(RELEASED)) plan.left.push(RELEASED);
      continue;
    }
    isFigure = block !== undefined && figures.has(block);
    if (block !== undefined) {
      if (here.has(block)) after = block;
      continue;
    }
    const text = isTable ? paragraph.after : paragraph.after.trim();
    if (text.trim() === "") continue;
    const { rows, columns } = isTable ? sizeOf(text) : { rows: 0, columns: 0 };
    if (there.has(text)) plan.already.paragraphs++;
    else if (text.length > MAX_BLOCK_TEXT)
      plan.left.push(`“${short(text)}”: this paragraph is too long to keep. Divide it in Word.`);
    else if (rows > MAX_ROWS || columns > MAX_COLUMNS)
      plan.left.push(`“${short(cellsAsWords(text))}”: this table is too large for a report.`);
    else plan.added.push({ after, text, isTable });
  }
}

const RELEASED = "Tables of figures: they come from the release, so that changes to them are not read.";

/** What stands behind the caption of a table that the release does not have is not the author's. */
function withoutNote({ type }: BaseBlock, text: string): string {
  return type === "figure" && text.endsWith(` ${NO_TABLE}`) ? text.slice(0, -NO_TABLE.length - 1) : text;
}

/** "“more” becomes “much more”", for whoever checks the file. */
export function editWords(before: string, { start, end, text }: Edit): string {
  const gone = short(before.slice(start, end));
  const added = short(text);
  if (gone === "") return `“${added}” is added`;
  return added === "" ? `“${gone}” is taken out` : `“${gone}” becomes “${added}”`;
}

export function short(text: string): string {
  const points = Array.from(text.replace(/\s+/g, " ").trim());
  return points.length > 80 ? `${points.slice(0, 79).join("")}…` : points.join("");
}
