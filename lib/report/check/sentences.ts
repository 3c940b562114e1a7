import { claimOf, runsOf } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { cellsAsLines } from "@/lib/report/draft/written-table";

/** A sentence of a block, with the marks that matter to the checks. Offsets are in UTF-16 units of the sentence. */
export type CheckedSentence = {
  text: string;
  /** The claims that any of it belongs to, each once. */
  claims: readonly string[];
  /** Spans that stand for a figure of the release, and those that the author answers for. */
  figures: readonly { text: string; ref: string; start: number; end: number }[];
  own: readonly { start: number; end: number }[];
};

const SENTENCES = new Intl.Segmenter("en-GB", { granularity: "sentence" });

/** Content is never changed in place: its sentences are found once, for all checks and for each time that they run. */
const known = new WeakMap<BlockContent, readonly CheckedSentence[]>();

/** The sentences of a block's text, in order; a quotation or a heading is divided like other text, a table at its cells too. */
export function sentencesIn(content: BlockContent): readonly CheckedSentence[] {
  const sentences = known.get(content) ?? divided(content);
  known.set(content, sentences);
  return sentences;
}

function divided(content: BlockContent): CheckedSentence[] {
  const runs = placedRuns(content);
  const text = runs.map((run) => run.text).join("");
  return [...SENTENCES.segment(content.type === "table" ? cellsAsLines(text) : text)]
    .filter(({ segment }) => segment.trim() !== "")
    .map(({ segment, index }) => {
      const end = index + segment.length;
      const inside = runs.filter((run) => run.start < end && run.end > index);
      const place = (run: PlacedRun) => ({
        start: Math.max(run.start, index) - index,
        end: Math.min(run.end, end) - index,
      });
      return {
        text: segment.trimEnd(),
        claims: [...new Set(inside.flatMap((run) => claimOf(run) ?? []))],
        figures: inside.flatMap((run) =>
          run.marks.flatMap((mark) =>
            mark.type === "figure" ? [{ text: run.text, ref: mark.attrs.ref, ...place(run) }] : [],
          ),
        ),
        own: inside.filter(({ marks }) => marks.some(({ type }) => type === "own")).map(place),
      };
    });
}

type PlacedRun = ReturnType<typeof runsOf>[number] & { start: number; end: number };

function placedRuns(content: BlockContent): PlacedRun[] {
  let at = 0;
  return runsOf(content).map((run) => {
    const start = at;
    at += run.text.length;
    return { ...run, start, end: at };
  });
}
