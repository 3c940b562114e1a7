import type { Viewer } from "@/lib/access/policy";
import { z } from "zod";
import type { Tx } from "@/lib/platform/db";
import type { LiveFilter } from "../live-filter";
import { keptNarrowed } from "./kept-narrowed";
import { coverFilter } from "./live-figures";
import { narrowedTables, type Narrowed } from "./narrowed-sql";

const Themes = z.array(z.array(z.string()));

/**
 * The themes that each person raised whom the filter counts and who spoke, in the order in which they first spoke: by
 * roundtable, and there by the time. Ids of themes alone; one statement.
 */
export async function listSpokenThemes(
  viewer: Viewer,
  reviewId: string,
  filter: LiveFilter,
): Promise<string[][]> {
  const { narrowed } = await coverFilter(viewer, reviewId, filter);
  return keptNarrowed(
    { reviewId, narrowed },
    { what: "spoken themes", answer: Themes, count: (client) => countSpoken(client, narrowed) },
  );
}

async function countSpoken(client: Tx, narrowed: Narrowed): Promise<string[][]> {
  const rows = await client.$queryRaw<{ themes: string[] }[]>`
    WITH ${narrowedTables(narrowed)}, first AS (
      SELECT DISTINCT ON (s.person_id) s.person_id, r.held_on, r.id AS roundtable_id, c.said_at, c.sequence, c.id
      FROM spoken s JOIN contribution c ON c.id = s.contribution_id JOIN roundtable r ON r.id = s.roundtable_id
      ORDER BY s.person_id, r.held_on, r.id, c.said_at, c.sequence, c.id
    ), raised AS (
      SELECT d.person_id, array_agg(DISTINCT d.theme_id::text) AS themes
      FROM said d JOIN theme t ON t.id = d.theme_id AND t.axis = 'theme' GROUP BY d.person_id
    )
    SELECT coalesce(r.themes, '{}') AS themes FROM first f LEFT JOIN raised r ON r.person_id = f.person_id
    ORDER BY f.held_on, f.roundtable_id, f.said_at, f.sequence, f.id`;
  return rows.map(({ themes }) => themes);
}
