import { WritingList } from "@/components/report/draft/writing-list";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { forPage } from "@/lib/access/page";
import type { Viewer } from "@/lib/access/policy";
import type { Report } from "@/lib/report/draft/queries/reports";
import { listWriting } from "@/lib/report/draft/queries/writing-history";
import { reportPath } from "../../shown-report";

const SHOWN = 30;
const MAX_SHOWN = 600;

type Props = { viewer: Viewer; report: Report; asked: string | string[] | undefined };

/** What was written in the draft, by whom and when, since it was generated. */
export async function WritingHistory({ viewer, report, asked }: Props) {
  const shown = Math.min(MAX_SHOWN, Math.max(SHOWN, Math.trunc(Number(asked)) || 0));
  const { entries, more } = await forPage(listWriting(viewer, report, shown));
  return (
    <section aria-labelledby="written" className="mt-12">
      <h2 id="written" className="text-subheading">
        Written in the draft, newest first
      </h2>
      <p className="mt-1 mb-5 max-w-measure text-meta text-soft">
        What one person writes in a paragraph without a pause of more than ten minutes is one entry.
      </p>
      {entries.length === 0 ? (
        <EmptyState title="Nothing has been changed in the draft yet" />
      ) : (
        <WritingList entries={entries} />
      )}
      {more > 0 && shown < MAX_SHOWN && (
        <p className="mt-6">
          <Link href={`${reportPath(report)}/history?entries=${shown + 60}#written`}>
            Show earlier entries ({more} more)
          </Link>
        </p>
      )}
    </section>
  );
}
