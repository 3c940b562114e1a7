import { Prisma } from "@/lib/platform/generated/client";

/** The themes whose suggestions the coder saw, or whether all were shown, where no more is known. */
type Seen = readonly string[] | boolean;

export type Setting = {
  themeId: string;
  /** The tagging that was made from it, if any. */
  taggingId: string | null;
  byId: string;
  /** null undoes an earlier decision. */
  seen: Seen | null;
};

/**
 * What becomes of contributions' suggestions when a person sets a theme on them: the one for that theme is accepted, those
 * for others are passed over, until somebody accepts them too. The first person who accepted one is kept. Where only the
 * setting is known, a suggestion without an earlier decision counts as not seen. `contributions` gives their ids.
 */
export function settleSql({ themeId, taggingId, byId, seen }: Setting, contributions: Prisma.Sql) {
  const all = seen === true;
  const themes = typeof seen === "boolean" || seen === null ? [] : [...seen];
  const accepted = Prisma.sql`s.theme_id = ${themeId}::uuid`;
  return Prisma.sql`
    UPDATE suggestion s SET decided_at = now(), decided_by_id = ${byId}::uuid,
      decision = CASE WHEN ${accepted} THEN 'accepted' ELSE 'overridden' END::suggestion_decision,
      tagging_id = CASE WHEN ${accepted} THEN ${taggingId}::uuid ELSE s.tagging_id END,
      shown = CASE WHEN ${accepted} AND s.decision IS NOT NULL AND ${seen === null} THEN s.shown
        ELSE ${all} OR s.theme_id = ANY(${themes}::uuid[]) END
    WHERE s.contribution_id IN (${contributions})
      AND CASE WHEN ${accepted} THEN s.decision IS DISTINCT FROM 'accepted' ELSE s.decision IS NULL END`;
}
