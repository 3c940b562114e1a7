import type { Tx } from "@/lib/platform/db";
import { Prisma } from "@/lib/platform/generated/client";
import { settleSql, type Setting } from "./settle-sql";

/** Records what happened to contributions' suggestions when a person set a theme on them. */
export async function settleSuggestions(
  tx: Tx,
  { contributionIds, ...setting }: Setting & { contributionIds: readonly string[] },
): Promise<void> {
  await tx.$executeRaw`${settleSql(setting, Prisma.sql`SELECT unnest(${[...contributionIds]}::uuid[])`)}`;
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
