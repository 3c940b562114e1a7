import { can, type Viewer } from "@/lib/access/policy";
import type { ReportPage } from "@/components/report/draft/report-nav";
import type { ShownBlock } from "@/components/report/draft/shown";
import { isGap, passagesOf, type Run } from "@/lib/report/draft/block";
import type { BlockContent } from "@/lib/report/draft/content/block-content";
import { figureWords, type Claim } from "@/lib/report/claim/claim";
import type { ReportFigures } from "@/lib/aggregate/publication/report/figure-ref";
import { figureTable } from "@/lib/aggregate/publication/report/figure-table";
import { exportedBlocks, type ExportedVersion } from "@/lib/report/export/exported";
import type { Draft } from "@/lib/report/check/queries/checked-draft";
import type { Report } from "@/lib/report/draft/queries/reports";
import { exported, type Version } from "@/lib/report/version/queries/versions";
import { evidenceOf, type ClaimHref } from "./version-evidence";
import { themeInAddress } from "@/lib/tag/codebook/theme-slug";

/** Where a report's pages are. */
export function reportPath(report: Report): string {
  return `/reviews/${report.review.slug}/reports/${report.slug}`;
}

/** Where everybody who may read it finds its newest published version; each version follows it, with its number. */
export function publishedPath(report: Report): string {
  return `/published/${report.review.slug}/${report.slug}`;
}

/** The breadcrumb of a report's page: reports, the report. */
export function crumbs(report: Report, last?: string) {
  const list = { label: "Reports", href: `/reviews/${report.review.slug}/reports` };
  return last === undefined ? [list] : [list, { label: report.title, href: reportPath(report) }];
}

export function reportPages(viewer: Viewer, report: Report): ReportPage[] {
  const writes = can(viewer, "report.write", report);
  const pages: (ReportPage | false)[] = [
    "read",
    writes && "edit",
    writes && "checks",
    (writes || (report.state === "in_review" && can(viewer, "comment.write", report))) && "comments",
    "history",
  ];
  return pages.filter((page) => page !== false);
}

/** The current draft; each claim leads to its evidence. */
export function shownDraft(report: Report, { blocks, claims, figures }: Draft): ShownBlock[] {
  return blocks.map(({ id, type, content, erasedAt }) => ({
    id,
    type,
    gap: isGap({ content, erasedAt }),
    table: tableIn(content, figures),
    isChart: isChart(content),
    passages: passagesOf(content).map(({ claimId, runs }) => {
      const claim = claimId === null ? undefined : claims.get(claimId);
      if (!claim) return { runs: runs.map(shownRun), claim: null };
      const href = evidencePath(report, claim, figures);
      return { runs: runs.map(shownRun), claim: { id: claim.id, words: evidenceInWords(claim), href } };
    }),
  }));
}

/** A version as it was saved, with published figures; each claim leads to what the viewer may read of its evidence. */
export async function followedVersion(
  viewer: Viewer,
  report: Report,
  version: Version,
): Promise<ShownBlock[]> {
  const { shown, hrefOf } = await evidenceOf(viewer, { report, version });
  return shownBlocks(shown, hrefOf);
}

/** A version as it was saved, with published figures. */
export function shownVersion(report: Report, version: Version): ShownBlock[] {
  return shownBlocks(exported(report, version), () => null);
}

function shownBlocks(version: ExportedVersion, hrefOf: ClaimHref): ShownBlock[] {
  return exportedBlocks(version).map(({ id, type, gap, table, content, passages }) => ({
    id,
    type,
    gap,
    table,
    isChart: isChart(content),
    passages: passages.map((passage) => ({
      runs: passage.runs.map(shownRun),
      claim: passage.claimId === null ? null : shownClaim(passage.claimId, passage.words, hrefOf(passage)),
    })),
  }));
}

const shownClaim = (id: string, words: string | null, href: string | null) => ({
  id,
  words,
  ...(href === null ? {} : { href }),
});

function tableIn(content: BlockContent, figures: ReportFigures | null) {
  return content.type === "figure" && figures ? figureTable(content.attrs.of, figures) : null;
}

function isChart(content: BlockContent): boolean {
  return content.type === "figure" && content.attrs.as === "chart";
}

function shownRun({ text, marks }: Run) {
  const has = (type: Run["marks"][number]["type"]) => marks.some((mark) => mark.type === type);
  return { text, strong: has("strong"), em: has("em") };
}

/** A theme as a whole rests on its contributions, which its own page lists; every other claim has a page of its evidence. */
function evidencePath(report: Report, { id, themeId }: Claim, figures: ReportFigures | null): string {
  const theme = figures?.table.themes.find((one) => one.id === themeId);
  if (!theme) return `${reportPath(report)}/evidence/${id}`;
  const at = figures?.table.roundtable ? `?roundtable=${figures.table.roundtable.slug}` : "";
  return `/reviews/${report.review.slug}/dashboard/${themeInAddress(theme.slug)}${at}`;
}

function evidenceInWords(claim: Claim): string {
  return claim.themeId ? "Every contribution under the theme" : figureWords(claim.figure);
}
