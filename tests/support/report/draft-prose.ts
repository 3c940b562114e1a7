import type { DraftBlock, DraftRun } from "@/lib/report/draft/draft-block";

export const textOf = (runs: readonly DraftRun[]) => runs.map(({ text }) => text).join("");

export const isProse = ({ type }: DraftBlock) => type === "paragraph" || type === "list_item";

const ENDED = /[.?!…:][”’"')\]]*$/;

/** The runs of each sentence: a space between two runs, after the end of one, parts sentences. */
export function sentenceRuns({ runs }: DraftBlock): DraftRun[][] {
  const sentences: DraftRun[][] = [[]];
  for (const run of runs)
    if (run.text === " " && !run.claim && ENDED.test(textOf(sentences.at(-1) ?? []))) sentences.push([]);
    else sentences.at(-1)?.push(run);
  return sentences;
}
