import type { DraftBlock, DraftRun } from "@/lib/report/draft/draft-block";

export const textOf = (runs: readonly DraftRun[]) => runs.map(({ text }) => text).join("");

export const isProse = ({ type }: DraftBlock) => type === "paragraph" || type === "list_item";

/** The runs of each sentence: a space between two runs parts sentences. */
export function sentenceRuns({ runs }: DraftBlock): DraftRun[][] {
  const sentences: DraftRun[][] = [[]];
  for (const run of runs)
    if (run.text === " " && !run.claim) sentences.push([]);
    else sentences.at(-1)?.push(run);
  return sentences;
}
