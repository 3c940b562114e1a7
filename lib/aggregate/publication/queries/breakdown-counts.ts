import type { Tx } from "@/lib/platform/db";
import { roleGroup } from "@/lib/capture/people/vocabulary";
import type { GroupCounts } from "../breakdown-groups";
import { BREAKDOWN_ATTRIBUTES, OTHERS, type BreakdownAttribute } from "../shape/breakdown";

type Row = { attribute: BreakdownAttribute; group: string; theme: string | null; people: number };

/**
 * For each attribute, how many people of each value were present at these roundtables, and how many of them raised each
 * theme. Roles stand in groups. A person is described by the roundtable that they came to last; without the attribute they are among others.
 */
export async function countBreakdowns(
  client: Tx,
  roundtables: readonly string[],
): Promise<{ attribute: BreakdownAttribute; groups: GroupCounts[] }[]> {
  const rows = await client.$queryRaw<Row[]>`
    WITH person AS (
      SELECT DISTINCT ON (p.person_id) p.person_id, p.id AS participant_id
      FROM participant p JOIN roundtable r ON r.id = p.roundtable_id
      WHERE p.roundtable_id = ANY(${roundtables}::uuid[]) AND p.present AND NOT p.host
      ORDER BY p.person_id, r.held_on DESC, r.id
    ), described AS (
      SELECT x.attribute, p.person_id, coalesce(a.value, ${OTHERS}) AS "group"
      FROM person p CROSS JOIN unnest(${[...BREAKDOWN_ATTRIBUTES]}::attribute[]) AS x(attribute)
      LEFT JOIN participant_attribute a
        ON a.participant_id = p.participant_id AND a.attribute = x.attribute AND a.until_at IS NULL
    ), raised AS (
      SELECT DISTINCT l.person_id, t.theme_id
      FROM counted_contribution l JOIN settled_tagging t ON t.contribution_id = l.contribution_id
      WHERE l.roundtable_id = ANY(${roundtables}::uuid[])
    )
    SELECT d.attribute, d."group", NULL AS theme, count(DISTINCT d.person_id)::int AS people
    FROM described d GROUP BY d.attribute, d."group"
    UNION ALL
    SELECT d.attribute, d."group", r.theme_id, count(DISTINCT d.person_id)::int
    FROM described d JOIN raised r ON r.person_id = d.person_id GROUP BY d.attribute, d."group", r.theme_id
    ORDER BY 1, 2, 3`;
  return BREAKDOWN_ATTRIBUTES.map((attribute) => ({
    attribute,
    groups: groupsOf(rows.filter((row) => row.attribute === attribute)),
  }));
}

/** Adds up the values that are one group. Nobody has two values of an attribute, so that nobody counts twice. */
function groupsOf(rows: readonly Row[]): GroupCounts[] {
  const groups = new Map<string, { present: number; themes: Record<string, number> }>();
  for (const { attribute, group: value, theme, people } of rows) {
    const name = attribute === "role" ? roleGroup(value) : value;
    const group = groups.get(name) ?? { present: 0, themes: {} };
    if (theme === null) group.present += people;
    else group.themes[theme] = (group.themes[theme] ?? 0) + people;
    groups.set(name, group);
  }
  return [...groups].map(([group, counted]) => ({ group, ...counted }));
}
