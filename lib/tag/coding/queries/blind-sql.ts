import { Prisma } from "@/lib/platform/generated/client";

/** The contributions `l` of blind rounds `r` that this person has not finished. */
export const ownBlindRoundsSql = (userId: string) => Prisma.sql`FROM coding_round_contribution l
  JOIN coding_round r ON r.id = l.coding_round_id AND r.blind AND r.state = 'open'
  JOIN coding_round_coder m ON m.coding_round_id = r.id AND m.finished_at IS NULL
  JOIN coder k ON k.id = m.coder_id AND k.user_id = ${userId}::uuid`;

/** The contribution `c` is not in one of them. */
export const outsideBlindRoundsOf = (userId: string) =>
  Prisma.sql`c.id NOT IN (SELECT l.contribution_id ${ownBlindRoundsSql(userId)})`;

/** The tagging or memo `t` was not put there in a blind round that is still unfinished. */
export const OUTSIDE_BLIND_ROUND = Prisma.sql`(t.coding_round_id IS NULL OR t.coding_round_id IN (
  SELECT r.id FROM coding_round r WHERE r.coded_at IS NOT NULL OR NOT r.blind))`;
