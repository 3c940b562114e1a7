import type { Viewer } from "@/lib/access/policy";
import { visiblePeople, visibleSummaries } from "@/lib/access/scope";
import { namesOf } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import { asShape } from "@/lib/tag/codebook/codebook-change";
import type { Theme } from "@/lib/tag/codebook/theme";
import type { RowKind } from "../selection";
import type { SummaryRevision } from "../summary";
import type { CellKey } from "./matrix-cells-sql";

export type StoredSummary = CellKey & {
  id: string;
  text: string;
  revision: number;
  /** Whether it was written in the cell that it is in now. */
  own: boolean;
};

type Asked = { kind: RowKind; reviewId: string; themes: readonly Theme[] };

/**
 * The summaries of a review, each in the cell that it is in now: that of a person goes with them when they are matched
 * to another, and that of a theme goes with a merge. What was combined into another summary is left out elsewhere.
 */
export async function listSummaries(
  viewer: Viewer,
  { kind, reviewId, themes }: Asked,
): Promise<StoredSummary[]> {
  const rows = await db().matrixSummary.findMany({
    where: {
      AND: [
        { reviewId, ...(kind === "people" ? { roundtableId: null } : { personId: null }) },
        visibleSummaries(viewer),
      ],
    },
    orderBy: { id: "asc" },
    select: {
      id: true,
      personId: true,
      roundtableId: true,
      themeId: true,
      text: true,
      revision: true,
      combinedInId: true,
    },
  });
  const rowNow = await matches(viewer, reviewId);
  const themeNow = await merges(reviewId, themes);
  return rows.flatMap(({ personId, roundtableId, themeId, combinedInId, ...summary }) => {
    const written = personId ?? roundtableId ?? "";
    const cell = { row: homeOf(written, rowNow), theme: homeOf(themeId, themeNow) };
    const own = cell.row === written && cell.theme === themeId;
    const empty = summary.text === "" || combinedInId !== null;
    return !own && empty ? [] : [{ ...summary, ...cell, own }];
  });
}

/** Person to the one that they were matched to. */
async function matches(viewer: Viewer, reviewId: string): Promise<Map<string, string>> {
  const people = await db().person.findMany({
    where: { AND: [{ reviewId, sameAsId: { not: null } }, visiblePeople(viewer)] },
    select: { id: true, sameAsId: true },
  });
  return new Map(people.flatMap(({ id, sameAsId }) => (sameAsId === null ? [] : [[id, sameAsId] as const])));
}

/** Theme to the one that it was merged into, as long as it is retired. */
async function merges(reviewId: string, themes: readonly Theme[]): Promise<Map<string, string>> {
  const retired = new Set(themes.filter((theme) => theme.retired).map(({ id }) => id));
  const changes = await db().codingChange.findMany({
    where: { reviewId, kind: "merge", undoneAt: null },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    select: { kind: true, themeId: true, detail: true },
  });
  return new Map(
    changes.flatMap((change) => {
      const into = asShape(change)?.otherId ?? null;
      return into !== null && retired.has(change.themeId) ? [[change.themeId, into] as const] : [];
    }),
  );
}

/** Follows what was matched or merged more than once. */
function homeOf(id: string, into: ReadonlyMap<string, string>): string {
  const seen = new Set<string>();
  let home = id;
  for (let next = into.get(home); next !== undefined && !seen.has(next); next = into.get(home)) {
    seen.add(next);
    home = next;
  }
  return home;
}

/** What a summary said before, the latest first. */
export async function listSummaryRevisions(viewer: Viewer, summaryId: string): Promise<SummaryRevision[]> {
  const rows = await db().matrixSummaryRevision.findMany({
    where: { summaryId, summary: visibleSummaries(viewer) },
    orderBy: { revision: "desc" },
    select: { revision: true, text: true, endedAt: true, endedById: true },
  });
  const names = await namesOf(rows.map(({ endedById }) => endedById));
  return rows.map(({ endedById, ...revision }) => ({ ...revision, endedBy: names.get(endedById) ?? "" }));
}
