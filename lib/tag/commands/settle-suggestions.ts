import type { Tx } from "@/lib/platform/db";

type Setting = {
  contributionId: string;
  themeId: string;
  taggingId: string;
  byId: string;
  /** Whether the suggestions were before the coder's eyes. */
  shown: boolean;
};

/**
 * Says what became of a line's suggestions when a person set a theme on it: the one for that theme was
 * accepted, those for others were passed over, until somebody accepts them too.
 */
export async function settleSuggestions(tx: Tx, setting: Setting): Promise<void> {
  const { contributionId, themeId, taggingId, byId: decidedById, shown } = setting;
  const decided = { decidedAt: new Date(), decidedById, shown };
  await tx.suggestion.updateMany({
    where: { contributionId, themeId },
    data: { ...decided, decision: "accepted", taggingId },
  });
  await tx.suggestion.updateMany({
    where: { contributionId, themeId: { not: themeId }, decision: null },
    data: { ...decided, decision: "overridden" },
  });
}

/** The theme that was accepted was taken off the line again. */
export async function overrideSuggestion(tx: Tx, taggingId: string, decidedById: string): Promise<void> {
  await tx.suggestion.updateMany({
    where: { taggingId, decision: "accepted" },
    data: { decision: "overridden", decidedAt: new Date(), decidedById },
  });
}
