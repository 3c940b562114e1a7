import { Link } from "@/components/ui/link";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import type { Viewer } from "@/lib/access/policy";
import { FINDING_KINDS, kindCounts } from "@/lib/aggregate/publication/finding/finding-kind";
import { KIND_WORDS } from "@/lib/aggregate/publication/finding/kind-words";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { dashboardHref, findingsHref } from "./dashboard/address";
import { openableReleases, openRelease } from "./dashboard/open-release";

type Props = { viewer: Viewer; review: Review };

/** Where readers of a release begin: the dashboard, and the findings of the latest release by kind. */
export async function ReleasedFindingsLinks({ viewer, review }: Props) {
  const releases = await openableReleases(viewer, review.id);
  const release = await openRelease(viewer, review.id, {
    releases,
    number: null,
    shows: { roundtable: null },
  });
  const counts = kindCounts(release?.findings ?? []);
  return (
    <section aria-labelledby="figures" className="mb-10">
      <h2 id="figures">What people said</h2>
      <p className="mt-2 max-w-measure text-soft">
        {release
          ? `The latest figures and findings that the lead of the review has released (release ${release.number}), with the evidence that may be read.`
          : "Figures and findings appear here when the lead of the review releases them."}
      </p>
      <ButtonLink href={dashboardHref(review.slug, {})} className="mt-4">
        Open the dashboard
      </ButtonLink>
      {release && counts.all > 0 && (
        <>
          <h3 className="mt-6">Findings across all themes</h3>
          <ul className="mt-2 grid max-w-measure list-disc gap-1 pl-5 [&_a]:inline-block [&_a]:py-0.5">
            {FINDING_KINDS.filter((kind) => counts[kind] > 0).map((kind) => (
              <li key={kind}>
                <Link href={findingsHref(review.slug, { kind })}>
                  {`${KIND_WORDS[kind].title} (${counts[kind]})`}
                </Link>
              </li>
            ))}
            <li>
              <Link href={findingsHref(review.slug, {})}>{`All findings (${counts.all})`}</Link>
            </li>
          </ul>
        </>
      )}
    </section>
  );
}
