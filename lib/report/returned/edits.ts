import { wordDiff } from "@/lib/platform/text/word-diff";
import { blockOf, nodesOf, typeOf, type Run } from "@/lib/report/draft/block";
import type { BlockContent, Mark } from "@/lib/report/draft/content/block-content";

/** A change to a text: words from `start` to `end` (UTF-16 units) go, and `text` stands in their place. */
export type Edit = { start: number; end: number; text: string };

/** The changes, word by word, that make `after` of `before`. */
export function editsBetween(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  for (const { kind, text } of wordDiff(before, after)) {
    const last = edits.at(-1);
    if (kind === "same") at += text.length;
    else if (kind === "removed") edits.push({ start: at, end: (at += text.length), text: "" });
    else if (last?.end === at && last.text === "") last.text = text;
    else edits.push({ start: at, end: at, text });
  }
  return edits;
}

/**
 * The changes to a table, cell by cell, so that none reaches over what parts two cells; null where its rows or columns are
 * others than before. Of one that is gone all words go.
 */
export function cellEdits(before: string, after: string): Edit[] | null {
  const cells = before.split(PARTING);
  const changed = after.split(PARTING);
  // Where the table was deleted, its caption may still be there.
  if (changed.length > 1 && shapeOf(before) !== shapeOf(after)) return null;
  let at = 0;
  return cells.flatMap((cell, index) => {
    const from = at;
    at += cell.length + 1;
    return editsBetween(cell, changed[index] ?? "").map((edit) => ({
      ...edit,
      start: edit.start + from,
      end: edit.end + from,
    }));
  });
}

const PARTING = /[\t\n]/;
const shapeOf = (text: string) => text.replace(/[^\t\n]+/g, "");

/**
 * Changes to a text as changes to what became of it since. One whose words were changed since has no place any more: it is
 * null.
 */
export function rebase(edits: readonly Edit[], before: string, now: string): (Edit | null)[] {
  const same: { from: number; to: number; length: number }[] = [];
  let [from, to] = [0, 0];
  for (const { kind, text } of wordDiff(before, now)) {
    if (kind === "same") same.push({ from, to, length: text.length });
    if (kind !== "added") from += text.length;
    if (kind !== "removed") to += text.length;
  }
  return edits.map((edit) => {
    const run = same.find((one) => one.from <= edit.start && edit.end <= one.from + one.length);
    if (!run) return null;
    const by = run.to - run.from;
    return { ...edit, start: edit.start + by, end: edit.end + by };
  });
}

/** Who proposes, and when; each change has an id of its own. */
type NewMark = () => { id: string; by: string; at: string };

/** The text of a block with everything accepted that is proposed: what changes are counted in. */
export function acceptedText(content: BlockContent): string {
  return nodesOf(content)
    .filter((node) => !has(node, "deletion"))
    .map(({ text }) => text)
    .join("");
}

/** A block with changes to its accepted text as suggestions. Words that somebody proposes already stay proposed. */
export function suggest(content: BlockContent, edits: readonly Edit[], mark: NewMark): BlockContent {
  let nodes: Run[] = nodesOf(content);
  // From the end, so that what stands before keeps its place.
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) nodes = suggestOne(nodes, edit, mark());
  return blockOf(typeOf(content), nodes, content.type === "figure" ? content.attrs : undefined);
}

function suggestOne(nodes: readonly Run[], { start, end, text }: Edit, attrs: ReturnType<NewMark>): Run[] {
  const pieces = cutAt(cutAt(nodes, start), end);
  const result: Run[] = [];
  let at = 0;
  let place = -1;
  let around: readonly Mark[] = [];
  for (const piece of pieces) {
    const counts = !has(piece, "deletion");
    const covered = counts && at >= start && at < end;
    if (place < 0 && counts && at >= start && start === end) place = result.length;
    if (covered && !has(piece, "insertion"))
      result.push({ ...piece, marks: [...piece.marks, { type: "deletion", attrs }] });
    else result.push(piece);
    if (covered) {
      place = result.length;
      around = piece.marks;
    }
    if (counts) at += piece.text.length;
  }
  if (text === "") return result;
  const before = place < 0 ? result.length : place;
  const within = start === end ? sharedMarks(result[before - 1], result[before]) : around;
  const marks: Mark[] = [...within.filter(isKept), { type: "insertion", attrs }];
  return [...result.slice(0, before), { text, marks }, ...result.slice(before)];
}

/** Inside words that cite something, what is added cites it too; a live figure is not what a person types. */
function isKept({ type }: Mark): boolean {
  return type === "claim" || type === "strong" || type === "em";
}

function sharedMarks(one: Run | undefined, other: Run | undefined): Mark[] {
  const known = new Set(other?.marks.map((mark) => JSON.stringify(mark)));
  return (one?.marks ?? []).filter((mark) => known.has(JSON.stringify(mark)));
}

/** The pieces of text, one of them cut in two where `place` of the accepted text is within it. */
function cutAt(nodes: readonly Run[], place: number): Run[] {
  let at = 0;
  return nodes.flatMap((node) => {
    if (has(node, "deletion")) return [node];
    const cut = place - at;
    at += node.text.length;
    if (cut <= 0 || cut >= node.text.length) return [node];
    return [
      { ...node, text: node.text.slice(0, cut) },
      { ...node, text: node.text.slice(cut) },
    ];
  });
}

function has({ marks }: Run, type: Mark["type"]): boolean {
  return marks.some((mark) => mark.type === type);
}
