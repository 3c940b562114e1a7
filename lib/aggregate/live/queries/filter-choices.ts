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

type Row = { list: string; value: string };

const LIST_OF: Record<string, PeopleFilter> = {
  role: "role",
  phase: "phase",
  setting: "setting",
  region: "region",
  npq_taken: "npq",
  npq_delivered: "npq",
};

/** In three statements. */
export async function listFilterChoices(viewer: Viewer, reviewId: string): Promise<FilterChoices> {
  if (roleIn(viewer, reviewId) === null) throw notFound("review");
  requireCan(viewer, "figures.live", { reviewId });
  const roundtable = await listLiveRoundtables(viewer, reviewId);
  const themes = await listThemes(viewer, reviewId);
  const rows = await db().$queryRaw<Row[]>`
    SELECT DISTINCT a.attribute::text AS list, a.value FROM participant p
    JOIN participant_attribute a ON a.participant_id = p.id AND a.until_at IS NULL
    WHERE p.review_id = ${reviewId}::uuid AND p.present AND NOT p.host
    UNION
    SELECT DISTINCT 'about', n.npq FROM contribution c, unnest(c.npqs) AS n(npq)
    WHERE c.review_id = ${reviewId}::uuid AND ${standing()}`;
  const values = (list: PeopleFilter | "about") => {
    const here = new Set(
      rows.filter((row) => (LIST_OF[row.list] ?? row.list) === list).map(({ value }) => value),
    );
    return (FILTER_VALUES[list] ?? []).filter((value) => here.has(value));
  };
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
