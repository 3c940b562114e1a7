import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { AuditFilterForm } from "@/components/review/audit/audit-filter-form";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import { withAuditFilter } from "@/lib/review/audit/audit-filter";
import { listAudit } from "@/lib/review/audit/queries/audit-log";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { AuditEntries } from "./audit-entries";
import { HowRecorded } from "./how-recorded";
import { cursorOf, readAudit } from "./read-audit";

type Props = PageProps<"/reviews/[review]/audit">;

async function read({ params, searchParams }: Props) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  return { viewer, review, ...(await forPage(readAudit(viewer, review.id, await searchParams))) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { errors } = await read(props);
  return { title: Object.keys(errors).length > 0 ? "Error: Audit log" : "Audit log" };
}

export default async function Audit(props: Props) {
  const { viewer, review, ...asked } = await read(props);
  const here = `/reviews/${review.slug}/audit`;
  const { filter, people, typed, errors } = asked;
  const before = cursorOf(await props.searchParams);
  const page =
    Object.keys(errors).length > 0
      ? null
      : await forPage(listAudit(viewer, { reviewId: review.id, filter, people }, before));
  return (
    <>
      <PageHeader
        title="Audit log"
        meta="Who did what, and who read what. It does not contain participants’ names or words."
        actions={
          <>
            {page && (
              <a href={withAuditFilter(`${here}/audit.csv`, typed)} download className="py-2 text-meta">
                Download as CSV
              </a>
            )}
            <Link href={`${here}/chain`} className="py-2 text-meta">
              Check the chain
            </Link>
          </>
        }
      />
      <AuditFilterForm here={here} read={asked} people={people} roundtables={asked.roundtables} />
      {page && <AuditEntries here={here} asked={asked} page={page} before={before} />}
      <HowRecorded />
    </>
  );
}
