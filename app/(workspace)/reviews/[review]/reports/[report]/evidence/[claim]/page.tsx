import Form from "next/form";
import { Link } from "@/components/ui/link";
import { ClaimInPlace } from "@/components/report/draft/claim-in-place";
import { EvidenceContribution } from "@/components/report/draft/evidence-contribution";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Form as ActionForm } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { TextInput } from "@/components/ui/form/text-input";
import { forPage, requireForPage } from "@/lib/access/page";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { figureWords } from "@/lib/report/claim/claim";
import { getClaim } from "@/lib/report/draft/queries/claim-page";
import { evidence } from "../../../actions";
import { crumbs, reportPath } from "../../../shown-report";
import { readReport, reportTitle } from "../../read-report";

type Props = PageProps<"/reviews/[review]/reports/[report]/evidence/[claim]">;

export const generateMetadata = ({ params }: Props) => reportTitle(params, "Evidence");

const FOUND = 20;

/** The contributions behind one sentence, and a search for others: only for facilitators. */
export default async function Evidence({ params, searchParams }: Props) {
  const { viewer, report } = await readReport(params);
  await requireForPage(viewer, "report.write", report);
  const { claim: id } = await params;
  const { q } = await searchParams;
  const words = typeof q === "string" ? q.trim() : "";
  const claim = await forPage(getClaim(viewer, report, id));
  const { reviewId } = report;
  const ids = [...claim.supports, ...claim.contradicts].map((contribution) => contribution.id);
  const cited =
    ids.length > 0
      ? (await forPage(listContributions(viewer, { reviewId, ids, whole: true, take: ids.length })))
          .contributions
      : [];
  const scope = { reviewId, ...(report.roundtableId ? { roundtableId: report.roundtableId } : {}) };
  const found =
    words === ""
      ? []
      : (await forPage(listContributions(viewer, { ...scope, words, take: FOUND }))).contributions;
  const fresh = found.filter((contribution) => !ids.includes(contribution.id));
  const bearing = (contributionId: string) =>
    claim.supports.some((contribution) => contribution.id === contributionId)
      ? "supports"
      : claim.contradicts.some((contribution) => contribution.id === contributionId)
        ? "contradicts"
        : "neither";
  const contributions = `/reviews/${report.review.slug}/contributions`;
  const all = [...cited, ...fresh];
  return (
    <>
      <PageHeader
        title="Evidence for a sentence"
        breadcrumb={crumbs(report, "here")}
        meta={<Link href={`${reportPath(report)}/edit/${claim.place.blockId}`}>Change the sentence</Link>}
      />
      <ClaimInPlace place={claim.place} source={figureWords(claim.figure)} />
      <Form action="" className="mt-8 flex flex-wrap items-end gap-3">
        <TextInput
          name="q"
          label="Find contributions that say"
          defaultValue={words}
          type="search"
          width="medium"
        />
        <Button type="submit" variant="quiet">
          Find
        </Button>
      </Form>
      {words !== "" && (
        <p role="status" className="mt-3 text-meta">
          {fresh.length === 0
            ? `No other contribution says “${words}”.`
            : `Found ${fresh.length === FOUND ? `the first ${FOUND}` : fresh.length}. They are below the contributions already cited.`}
        </p>
      )}
      <div className="mt-8">
        {all.length === 0 ? (
          <EmptyState title="No contribution is cited yet">
            Search for contributions by their words, then choose how each one relates to the sentence.
          </EmptyState>
        ) : (
          <ActionForm action={evidence} submitLabel="Save the evidence">
            <input type="hidden" name="claimId" value={claim.id} />
            <ul className="border-t border-line">
              {all.map((contribution) => (
                <EvidenceContribution
                  key={contribution.id}
                  contribution={contribution}
                  bearing={bearing(contribution.id)}
                  href={`${contributions}/${contribution.id}`}
                />
              ))}
            </ul>
          </ActionForm>
        )}
      </div>
    </>
  );
}
