import { can, type Viewer } from "@/lib/access/policy";
import type { ReportPage } from "@/components/report/draft/report-nav";
import type { ShownBlock } from "@/components/report/draft/shown";
import { isGap, sentencesOf } from "@/lib/report/draft/block";
import { figureMark, figureWords } from "@/lib/report/claim/claim";
import type { Draft } from "@/lib/report/check/queries/checked-draft";
import type { Report } from "@/lib/report/draft/queries/reports";
import { exported, type Version } from "@/lib/report/version/queries/versions";

/** Where a report's pages are. */
export function reportPath(report: Report): string {
  return `/reviews/${report.review.slug}/reports/${report.slug}`;
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
    (writes || (report.state === "in_review" && can(viewer, "comment.write", report))) && "review",
    "history",
  ];
  return pages.filter((page) => page !== false);
}

/** The draft with live figures, each linked to its evidence. */
export function shownDraft(report: Report, { blocks, claims }: Draft): ShownBlock[] {
  return blocks.map(({ id, type, content, erasedAt }) => ({
    id,
    type,
    gap: isGap({ content, erasedAt }),
    sentences: sentencesOf(content).map((sentence) => {
      const claim = sentence.voice === "claim" ? claims.get(sentence.claimId) : undefined;
      if (!claim) return { text: sentence.text, figure: null };
      const href = `${reportPath(report)}/evidence/${claim.id}`;
      return {
        text: sentence.text,
        figure: { mark: figureMark(claim.figure), words: figureWords(claim.figure), href },
      };
    }),
  }));
}

/** A version as it was saved, with published figures. */
export function shownVersion(report: Report, version: Version): ShownBlock[] {
  return exported(report, version).blocks.filter(({ gap, sentences }) => gap || sentences.length > 0);
}
