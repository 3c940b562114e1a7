import { z } from "zod";
import { asList } from "@/lib/platform/text/form-values";
import { MAX_ATTACHED } from "@/lib/synthesise/finding/evidence";
import { BearingField } from "@/lib/synthesise/finding/evidence-input";
import { Statement } from "@/lib/synthesise/finding/finding-input";
import { StanceField } from "@/lib/tag/coding/tagging-input";

/** What was done to several contributions at once, and can be undone. */
export type FindingChangeKind = "attach" | "start" | "split" | "merge";

export type LastChange = { id: string; kind: FindingChangeKind; text: string; contributions: number };

/** The contributions that are ticked, under one name. */
const Chosen = z.preprocess(
  asList,
  z
    .array(z.uuid())
    .min(1, "Choose at least one contribution")
    .max(MAX_ATTACHED, `Choose at most ${MAX_ATTACHED} contributions at a time`),
);

/** The chosen contributions bear on the finding in the same way. */
export const AttachChosenInput = z.object({
  findingId: z.uuid(),
  bearing: BearingField,
  contributions: Chosen,
});
export type AttachChosenInput = z.output<typeof AttachChosenInput>;

export const StartFindingInput = z.object({
  reviewId: z.uuid(),
  themeId: z.uuid({ error: "Choose a theme" }),
  text: Statement,
  stance: StanceField,
  contributions: Chosen,
});
export type StartFindingInput = z.output<typeof StartFindingInput>;

/** The chosen evidence of a finding becomes a finding of its own. */
export const SplitFindingInput = z.object({
  findingId: z.uuid(),
  text: Statement,
  stance: StanceField,
  contributions: Chosen,
});
export type SplitFindingInput = z.output<typeof SplitFindingInput>;

/** The evidence of `otherId` goes to `id`, which may be reworded. */
export const MergeFindingsInput = z.object({
  id: z.uuid(),
  revision: z.coerce.number().int().positive(),
  otherId: z.uuid({ error: "Choose the finding to merge into this one" }),
  text: Statement,
  stance: StanceField,
});
export type MergeFindingsInput = z.output<typeof MergeFindingsInput>;

export const UndoFindingChangeInput = z.object({ changeId: z.uuid() });
export type UndoFindingChangeInput = z.output<typeof UndoFindingChangeInput>;

/** "You attached 3 contributions to “The same work earns different marks.”" */
export function lastChangeWords({ kind, text, contributions }: LastChange): string {
  const those = contributions === 1 ? "1 contribution" : `${contributions} contributions`;
  switch (kind) {
    case "attach":
      return `You attached ${those} to “${text}”`;
    case "start":
      return `You started the finding “${text}” with ${those}`;
    case "split":
      return `You split the finding “${text}” off another one, with ${those}`;
    case "merge":
      return `You merged a finding into “${text}”`;
  }
}
