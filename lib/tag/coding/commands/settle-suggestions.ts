import type { Tx } from "@/lib/platform/db";

/** The themes whose suggestions the coder saw, or whether all were shown, where no more is known. */
type Seen = readonly string[] | boolean;

type Setting = {
  contributionIds: readonly string[];
  themeId: string;
  /** The tagging that was made from it, if any. */
  taggingId: string | null;
  byId: string;
  /** null undoes an earlier decision. */
  seen: Seen | null;
};

/**
 * Records what happened to contributions' suggestions when a person set a theme on them: the one for that
 * theme was accepted, those for others were passed over, until somebody accepts them too. The first person
 * who accepted one is kept.
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
  // Where only this is known, a suggestion without an earlier decision counts as not seen.
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
 * A person removed an accepted theme: where no person has it on the contribution any more, the suggestion was
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
