import type { ReactNode } from "react";
import { ReportNav, type ReportPage } from "@/components/report/draft/report-nav";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import type { Viewer } from "@/lib/access/policy";
import type { Report } from "@/lib/report/draft/queries/reports";
import { REPORT_STATE_WORDS } from "@/lib/report/draft/report";
import { crumbs, reportPages, reportPath } from "../shown-report";

type Props = { viewer: Viewer; report: Report; here: ReportPage; meta?: ReactNode; actions?: ReactNode };

/** The header of every page of a report: its title, its state, and its other pages. */
export function ReportHeader({ viewer, report, here, meta, actions }: Props) {
  return (
    <>
      <PageHeader
        title={report.title}
        breadcrumb={crumbs(report)}
        meta={
          <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <Tag>{REPORT_STATE_WORDS[report.state]}</Tag>
            <span>{report.roundtable?.title ?? "The whole review"}</span>
            {meta}
          </span>
        }
        actions={actions}
      />
      <ReportNav base={reportPath(report)} here={here} pages={reportPages(viewer, report)} />
    </>
  );
}
