import { requireCan, roleIn, type Viewer } from "@/lib/access/policy";
import { standing } from "@/lib/capture/roundtable/queries/contribution-where";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { STANCE_ORDER } from "@/lib/capture/contribution/stance";
import { listLiveRoundtables, type ScopeChoice } from "@/lib/aggregate/figures/queries/theme-figures";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { FILTER_VALUES, PEOPLE_FILTERS, PUTS, type FilterList, type PeopleFilter } from "../live-filter";

/** What a facilitator can choose from: what at least one person present is, or one contribution is about. */
export type FilterChoices = Record<Exclude<FilterList, "roundtable" | "area">, readonly string[]> & {
  roundtable: readonly ScopeChoice[];
  area: readonly ScopeChoice[];
};

/** The attributes that each list of people is about. */
const ATTRIBUTES: Record<PeopleFilter, readonly string[]> = {
  role: ["role"],
  phase: ["phase"],
  setting: ["setting"],
  region: ["region"],
  npq: ["npq_taken", "npq_delivered"],
};

/** What lists can hold, as rows: what is looked for is known, so that no list grows with the review. */
const SOUGHT = [
  ...PEOPLE_FILTERS.flatMap((list) =>
    ATTRIBUTES[list].flatMap((attribute) =>
      (FILTER_VALUES[list] ?? []).map((value) => [list, attribute, value] as const),
    ),
  ),
  ...(FILTER_VALUES.about ?? []).map((value) => ["about", null, value] as const),
];

/** In three statements. */
export async function listFilterChoices(viewer: Viewer, reviewId: string): Promise<FilterChoices> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.live", { reviewId });
  const roundtable = await listLiveRoundtables(viewer, reviewId);
  const themes = await listThemes(viewer, reviewId);
  const there = await listThere(reviewId);
  const values = (list: PeopleFilter | "about") =>
    (FILTER_VALUES[list] ?? []).filter((value) => there.has(`${list} ${value}`));
  const [role, phase, setting, region, npq] = PEOPLE_FILTERS.map(values);
  return {
    roundtable,
    role: role ?? [],
    phase: phase ?? [],
    setting: setting ?? [],
    region: region ?? [],
    npq: npq ?? [],
    about: values("about"),
    stance: STANCE_ORDER,
    put: PUTS,
    area: themes.filter(({ axis }) => axis === "area"),
  };
}

/**
 * Which values of the lists somebody present has, or a contribution is about: each is looked up, and nothing is read through.
 * So the values that anybody has are stepped through along their index first.
 */
async function listThere(reviewId: string): Promise<Set<string>> {
  const rows = await db().$queryRaw<{ list: string; value: string }[]>`
    WITH RECURSIVE described AS (
      (SELECT attribute, value FROM participant_attribute WHERE until_at IS NULL ORDER BY attribute, value LIMIT 1)
      UNION ALL
      SELECT following.attribute, following.value FROM described d CROSS JOIN LATERAL (
        SELECT a.attribute, a.value FROM participant_attribute a
        WHERE a.until_at IS NULL AND (a.attribute, a.value) > (d.attribute, d.value)
        ORDER BY a.attribute, a.value LIMIT 1
      ) following
    )
    SELECT w.list, w.value
    FROM unnest(${SOUGHT.map(([list]) => list)}::text[], ${SOUGHT.map(([, attribute]) => attribute)}::attribute[],
      ${SOUGHT.map(([, , value]) => value)}::text[]) AS w(list, attribute, value)
    JOIN described d ON d.attribute = w.attribute AND d.value = w.value
    CROSS JOIN LATERAL (
      SELECT FROM participant_attribute a
      JOIN participant p ON p.id = a.participant_id AND p.review_id = ${reviewId}::uuid AND p.present AND NOT p.host
      WHERE a.attribute = w.attribute AND a.value = w.value AND a.until_at IS NULL
      LIMIT 1
    ) one
    UNION
    SELECT w.list, w.value
    FROM unnest(${SOUGHT.map(([list]) => list)}::text[], ${SOUGHT.map(([, , value]) => value)}::text[]) AS w(list, value)
    CROSS JOIN LATERAL (
      SELECT FROM contribution c
      WHERE w.list = 'about' AND c.npqs @> ARRAY[w.value] AND c.npqs <> '{}' AND c.review_id = ${reviewId}::uuid
        AND ${standing()}
      LIMIT 1
    ) one`;
  return new Set(rows.map(({ list, value }) => `${list} ${value}`));
}
