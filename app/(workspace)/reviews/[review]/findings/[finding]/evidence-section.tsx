import { EvidenceContribution } from "@/components/synthesise/finding/evidence-contribution";
import { Form } from "@/components/ui/form/form";
import type { Viewer } from "@/lib/access/policy";
import { forPage } from "@/lib/access/page";
import type { Contribution } from "@/lib/capture/contribution/contribution";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { BEARINGS, BEARING_WORDS, type Bearing } from "@/lib/synthesise/finding/bearing";
import { evidenceIds } from "@/lib/synthesise/finding/evidence";
import type { Finding } from "@/lib/synthesise/finding/finding";
import { listBlindRounds } from "@/lib/tag/coding/queries/coding";
import { detach } from "../actions";

type Props = {
  viewer: Viewer;
  review: Review;
  finding: Finding;
  /** Roundtable id to title. */
  titles: ReadonlyMap<string, string>;
};

/** The contributions that bear on the statement, by how they do, each with a button to detach it. */
export async function EvidenceSection({ viewer, review, finding, titles }: Props) {
  const ids = evidenceIds(finding);
  const { contributions } = await forPage(
    listContributions(viewer, { reviewId: review.id, ids, take: Math.max(ids.length, 1) }),
  );
  const blind = await listBlindRounds(viewer, ids);
  return (
    <>
      {blind.size > 0 && (
        <p className="mt-4 text-meta text-soft">
          {blind.size === 1 ? "1 contribution is" : `${blind.size} contributions are`} hidden until you finish
          coding {blind.size === 1 ? "it" : "them"} in a coding round.
        </p>
      )}
      {finding.lost > 0 && (
        <p className="mt-4 text-meta text-soft">
          {finding.lost === 1 ? "1 contribution that was" : `${finding.lost} contributions that were`}{" "}
          attached here {finding.lost === 1 ? "has" : "have"} since been struck out or erased, and no longer{" "}
          {finding.lost === 1 ? "counts" : "count"}.
        </p>
      )}
      {BEARINGS.map((bearing) => {
        const side = contributions.filter(({ id }) => finding[bearing].includes(id) && !blind.has(id));
        if (side.length === 0) return null;
        return (
          <section key={bearing} aria-labelledby={bearing} className="mt-10">
            <h2 id={bearing}>
              {BEARING_WORDS[bearing].those}{" "}
              <span className="text-meta font-normal text-soft">{side.length}</span>
            </h2>
            <ul>
              {side.map((contribution) => (
                <EvidenceContribution
                  key={contribution.id}
                  contribution={contribution}
                  where={titles.get(contribution.roundtableId)}
                >
                  <Detach
                    contribution={contribution}
                    bearing={bearing}
                    findingId={finding.id}
                    reviewSlug={review.slug}
                  />
                </EvidenceContribution>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

type DetachProps = { contribution: Contribution; bearing: Bearing; findingId: string; reviewSlug: string };

function Detach({ contribution, bearing, findingId, reviewSlug }: DetachProps) {
  return (
    <Form
      action={detach}
      submitLabel={
        contribution.speaker
          ? `Remove ${contribution.speaker.label}’s contribution`
          : "Remove this contribution"
      }
      submitVariant="quiet"
      className="[&_button]:min-h-8 [&_button]:px-3 [&_button]:py-1 [&_button]:text-sm [&>div]:mt-0"
    >
      <input type="hidden" name="findingId" value={findingId} />
      <input type="hidden" name="contributionId" value={contribution.id} />
      <input type="hidden" name="bearing" value={bearing} />
      <input type="hidden" name="reviewSlug" value={reviewSlug} />
    </Form>
  );
}
