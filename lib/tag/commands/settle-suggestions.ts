import type { Tx } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/generated/client";

type Setting = {
  contributionIds: readonly string[];
  themeId: string;
  /** The tagging that was made of it, where it is one. */
  taggingId: string | null;
  byId: string;
  /** Whether the suggestions were before the coder's eyes; null for what was said of that before. */
  shown: boolean | null;
};

/**
 * Says what became of lines' suggestions when a person set a theme on them: the one for that theme was
 * accepted, those for others were passed over, until somebody accepts them too. Whoever accepted first did.
 */
export async function settleSuggestions(tx: Tx, setting: Setting): Promise<void> {
  const { contributionIds, themeId, taggingId, byId: decidedById, shown } = setting;
  const lines = { contributionId: { in: [...contributionIds] } };
  const decided = { decidedAt: new Date(), decidedById, ...(shown === null ? {} : { shown }) };
  await tx.suggestion.updateMany({
    where: { ...lines, themeId, ...NOT_ACCEPTED },
    data: { ...decided, decision: "accepted", taggingId },
  });
  await tx.suggestion.updateMany({
    where: { ...lines, themeId: { not: themeId }, decision: null },
    data: { ...decided, decision: "overridden" },
  });
}

const NOT_ACCEPTED: Prisma.SuggestionWhereInput = {
  OR: [{ decision: null }, { decision: { not: "accepted" } }],
};

type Removal = { contributionIds: readonly string[]; themeId: string; byId: string };

/** An accepted theme was taken off again: where no person has it on the line any more, it was overridden. */
export async function overrideSuggestions(tx: Tx, removal: Removal): Promise<void> {
  const { contributionIds, themeId, byId: decidedById } = removal;
  await tx.suggestion.updateMany({
    where: {
      contributionId: { in: [...contributionIds] },
      themeId,
      decision: "accepted",
      contribution: { taggings: { none: { themeId, until: null, coder: { userId: { not: null } } } } },
    },
    data: { decision: "overridden", decidedAt: new Date(), decidedById },
  });
}
