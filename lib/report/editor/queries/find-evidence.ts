import { requireVisible, type Viewer } from "@/lib/access/policy";
import { noteContributions } from "@/lib/access/reading";
import { visibleContributions } from "@/lib/access/scope";
import { readQuery } from "@/lib/aggregate/search/query";
import { openSearch, search } from "@/lib/aggregate/search/queries/search";
import { SPEAKER_SELECT, toSpeaker } from "@/lib/capture/contribution/queries/contribution-select";
import { db } from "@/lib/platform/db";
import { readCitedContributions } from "@/lib/report/claim/queries/claims";
import { inScope, readFindingEvidence } from "@/lib/report/draft/queries/finding-evidence";
import { findReport, type Report } from "@/lib/report/draft/queries/reports";
import type { FindEvidenceInput, FoundContribution, FoundEvidence } from "../found-evidence";

const MAX_FINDINGS = 8;

/** Findings and contributions that a report may cite: those with these words, or those with these ids. */
export async function findEvidence(
  viewer: Viewer,
  { reportId, words, ids }: FindEvidenceInput,
): Promise<FoundEvidence> {
  const report = await findReport(db(), viewer, reportId);
  requireVisible(viewer, "report.write", report, "report");
  if (ids.length > 0) return { findings: [], contributions: await readContributions(viewer, report, ids) };
  const found = await searchContributions(viewer, report, words);
  return {
    findings: await searchFindings(viewer, report, words),
    contributions: await readContributions(viewer, report, found),
  };
}

/** Best first; all words have to be there. */
async function searchContributions(viewer: Viewer, report: Report, words: string): Promise<string[]> {
  const { terms } = readQuery(words);
  if (terms.length === 0) return [];
  const opened = await openSearch(viewer, report.reviewId);
  const roundtableIds = report.roundtableId ? [report.roundtableId] : [];
  const filters = { kinds: ["contribution" as const], themeIds: [], stances: [], roles: [], roundtableIds };
  const { hits } = await search(opened, { terms, filters, page: 1 });
  return hits.map(({ id }) => id);
}

async function searchFindings(viewer: Viewer, report: Report, words: string) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const all = await readFindingEvidence(viewer, report);
  return all
    .filter(({ supports, text, counterView }) => {
      const said = `${text} ${counterView}`.toLowerCase();
      return supports.length > 0 && wanted.every((word) => said.includes(word));
    })
    .slice(0, MAX_FINDINGS)
    .map(({ id, text, stance, supports, contradicts }) => ({ id, text, stance, supports, contradicts }));
}

async function readContributions(
  viewer: Viewer,
  report: Report,
  ids: readonly string[],
): Promise<FoundContribution[]> {
  const where = { AND: [{ id: { in: [...ids] } }, inScope(report), visibleContributions(viewer)] };
  const rows = await db().contribution.findMany({
    where,
    select: {
      id: true,
      text: true,
      reviewId: true,
      roundtableId: true,
      participant: { select: SPEAKER_SELECT },
      roundtable: { select: { title: true } },
    },
  });
  await noteContributions(viewer, rows);
  const cited = await readCitedContributions(db(), where);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const [row, one] = [byId.get(id), cited.get(id)];
    if (!row || !one) return [];
    const { participant, text, roundtable } = row;
    const speaker = participant ? toSpeaker(participant).label : "No known speaker";
    return [{ cited: one, text, speaker, roundtable: roundtable.title }];
  });
}
