import type { Report } from "@/lib/report/draft/queries/reports";
import { publishedPath } from "../shown-report";

/** To a published version at its own address, which is an answer of its own and no page of the workspace. */
export function PublishedPageLink({ report, number }: { report: Report; number: number }) {
  return (
    <a href={`${publishedPath(report)}/${number}`} className="py-2 text-meta">
      Published page
    </a>
  );
}
