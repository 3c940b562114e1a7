import type { FigureRef } from "@/lib/aggregate/publication/report/figure-ref";
import type { Told } from "@/lib/report/claim/claim";
import type { FigureAttrs } from "./content/block-content";
import type { BlockType, Section } from "./document-kind";
import { separators, separatorsOfNames } from "./wording";

/** What a claim of a new draft tells and cites. */
export type DraftClaim = Told & { supports: readonly string[]; contradicts: readonly string[] };

/** A stretch of text of a new draft. Stretches with the same claim object next to one another are one claim. */
export type DraftRun = { text: string; claim?: DraftClaim; figure?: FigureRef; strong?: boolean };

export type DraftBlock = {
  section: Section;
  type: BlockType;
  runs: readonly DraftRun[];
  figure?: FigureAttrs;
};

export function textBlock(
  section: Section,
  type: BlockType,
  ...runs: readonly (DraftRun | string)[]
): DraftBlock {
  return { section, type, runs: runs.map((run) => (typeof run === "string" ? { text: run } : run)) };
}

/** One paragraph of sentences, with a space between them. */
export function paragraphOf(section: Section, sentences: readonly (readonly DraftRun[])[]): DraftBlock {
  const runs = sentences.flatMap((sentence, index) =>
    index === 0 ? sentence : [{ text: " " }, ...sentence],
  );
  return { section, type: "paragraph", runs };
}

/** "a, b, and c", each with the claim that it is: see listed() for its commas. */
export function listedRuns(runs: readonly DraftRun[]): DraftRun[] {
  return inList(runs, separators(runs.map(({ text }) => text)));
}

function inList(runs: readonly DraftRun[], [between, last]: readonly [string, string]): DraftRun[] {
  return runs.flatMap((run, at) => {
    if (at === 0) return [run];
    return [{ text: at === runs.length - 1 ? last : between }, run];
  });
}

/** The same of names after a colon: see separatorsOfNames() for its semicolons. */
export function listedNames(runs: readonly DraftRun[]): DraftRun[] {
  return inList(runs, separatorsOfNames(runs.map(({ text }) => text)));
}

/**
 * "one theme: a", "these themes: a, b and c": titles stand as names after a colon, because a title may be any words, and "in
 * content and evidence base" is no English. Without a claim a title is no statement of what was said.
 */
export function namedThemes(
  titles: readonly DraftRun[],
  { one = "one theme", more = "these themes" }: { one?: string; more?: string } = {},
): DraftRun[] {
  return [{ text: `${titles.length === 1 ? one : more}: ` }, ...listedNames(titles)];
}

/** The words of a block, as its readers count them. */
export function wordsIn(runs: readonly Pick<DraftRun, "text">[]): number {
  const text = runs.map((run) => run.text).join("");
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
