import { blockOf, passagesOf, type Run } from "./block";
import type { BlockContent } from "./content/block-content";
import type { BlockType } from "./document-kind";

/** A block as its form shows it: claims, and the framing between them, one under another. */
export type TypedPassage = { text: string; claimId: string | null };

/** The passages without the spaces around them; spaces alone between two claims are no passage. */
export function typedPassages(content: BlockContent): TypedPassage[] {
  return passagesOf(content)
    .map(({ text, claimId }) => ({ text: text.trim(), claimId }))
    .filter(({ text }) => text !== "");
}

/**
 * The block made of passages again, with a space between two of them where written English has one. A passage whose words
 * are as before keeps its other marks.
 */
export function contentOfPassages(
  type: BlockType,
  before: BlockContent,
  passages: readonly TypedPassage[],
): BlockContent {
  const known = passagesOf(before);
  const runs = passages.flatMap(({ text, claimId }, index): Run[] => {
    const same = known.find((one) => one.claimId === claimId && one.text.trim() === text);
    const own = same ? trimmed(same.runs) : [{ text, marks: claimMarks(claimId) }];
    const last = passages[index - 1]?.text ?? "";
    return last !== "" && needsSpace(last, text) ? [{ text: " ", marks: [] }, ...own] : own;
  });
  const figure = before.type === "figure" ? before.attrs : undefined;
  return blockOf(type, runs, figure);
}

export function claimMarks(claimId: string | null): Run["marks"] {
  return claimId === null ? [] : [{ type: "claim", attrs: { id: claimId } }];
}

function trimmed(runs: readonly Run[]): Run[] {
  return runs
    .map((run, index) => {
      const start = index === 0 ? run.text.trimStart() : run.text;
      return { ...run, text: index === runs.length - 1 ? start.trimEnd() : start };
    })
    .filter(({ text }) => text !== "");
}

/** No space before a closing sign, and none after an opening one. */
function needsSpace(before: string, after: string): boolean {
  return !/^[,.;:!?)\]’”%]/.test(after) && !/[([‘“]$/.test(before);
}
