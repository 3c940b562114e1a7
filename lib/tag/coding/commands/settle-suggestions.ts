import type { Tx } from "@/lib/platform/db";

/** Of which themes a coder had suggestions before their eyes, or whether of all, where no more is known. */
type Seen = readonly string[] | boolean;

type Setting = {
  contributionIds: readonly string[];
  themeId: string;
  /** The tagging that was made of it, where it is one. */
  taggingId: string | null;
  byId: string;
  /** null for what was said of that before. */
  seen: Seen | null;
};

/**
 * Says what became of contributions' suggestions when a person set a theme on them: the one for that theme was
 * accepted, those for others were passed over, until somebody accepts them too. Whoever accepted first did.
 */
export async function settleSuggestions(tx: Tx, setting: Setting): Promise<void> {
  const { contributionIds, themeId, taggingId, byId: decidedById, seen } = setting;
  const seenThemes = typeof seen === "boolean" || seen === null ? [] : [...seen];
  const isSeen = seen === true || seenThemes.includes(themeId);
  const contributions = { contributionId: { in: [...contributionIds] } };
  const decided = { decidedAt: new Date(), decidedById };
  const accepted = { ...decided, decision: "accepted", taggingId } as const;
  const overridden = { ...decided, decision: "overridden" } as const;
  await tx.suggestion.updateMany({
    where: { ...contributions, themeId, decision: { not: "accepted" } },
    data: seen === null ? accepted : { ...accepted, shown: isSeen },
  });
  // Nothing was said before of what nobody had decided on: where that is all that is known, it was not seen.
  await tx.suggestion.updateMany({
    where: { ...contributions, themeId, decision: null },
    data: { ...accepted, shown: isSeen },
  });
  const others = { ...contributions, decision: null };
  if (seenThemes.length > 0)
    await tx.suggestion.updateMany({
      where: { ...others, themeId: { in: seenThemes, not: themeId } },
      data: { ...overridden, shown: true },
    });
  await tx.suggestion.updateMany({
    where: { ...others, themeId: { not: themeId } },
    data: { ...overridden, shown: seen === true },
  });
}

type Removal = { contributionIds: readonly string[]; themeId: string; byId: string };

/**
 * An accepted theme was taken off again: where no person has it on the contribution any more, it was
 * overridden.
 */
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
