import { randomInt } from "node:crypto";
import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { listMembers } from "@/lib/review/member/queries/members";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { countOf } from "@/lib/platform/text/count-words";
import { CODER_ROLES } from "@/lib/tag/rounds/coding-round";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { countDrawable } from "@/lib/tag/rounds/queries/drawable-contributions";
import { offeredSize, widthWords } from "@/lib/tag/rounds/round-sample";
import { roundsHref } from "../read-round";
import { DrawForm } from "./draw-form";
import { PlanForm } from "./plan-form";
import { readDraw } from "./read-draw";

export const metadata: Metadata = { title: "Plan a coding round" };

/** A seed is shown with the round, so it is short enough to copy. */
const SEEDS = 1_000_000;

type Props = PageProps<"/reviews/[review]/coding/rounds/new">;

export default async function NewRoundPage({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const reviewId = review.id;
  await requireForPage(viewer, "round.plan", { reviewId });
  const roundtables = await listRoundtableTitles(viewer, reviewId);
  const { by: stratifyBy, size: wanted, ...draw } = readDraw(await searchParams);
  const all = roundtables.map(({ id }) => id);
  const named = all.filter((id) => draw.roundtable.includes(id));
  const roundtableIds = named.length > 0 ? named : all;
  const { population, strata } = await countDrawable(viewer, { reviewId, roundtableIds, stratifyBy });
  const size = wanted ?? (population > 0 ? offeredSize(population) : 1);
  const drawable = size >= 1 && size <= population;
  const themes = await listThemes(viewer, reviewId);
  const members = await listMembers(viewer, reviewId);
  const home = roundsHref(review.slug);
  return (
    <>
      <PageHeader
        title="Plan a coding round"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Coding rounds", href: home },
          { label: "Plan a round" },
        ]}
        meta="First choose which contributions to draw. Then choose who codes them, and with which themes."
      />
      <DrawForm here={`${home}/new`} roundtables={roundtables} chosen={{ roundtableIds, stratifyBy, size }} />
      {population === 0 ? (
        <EmptyState title="There are no contributions to draw">
          A round uses what participants said. Log or import contributions first, or choose other roundtables.
          Contributions in another unfinished round are left out.
        </EmptyState>
      ) : (
        <div id="width" className="max-w-measure border-l-4 border-accent py-1 pl-4">
          {drawable ? (
            widthWords(size, population).map((sentence) => <p key={sentence}>{sentence}</p>)
          ) : (
            <p className="font-semibold text-danger">
              There {population === 1 ? "is" : "are"} {countOf(population, "contribution")} to draw from.
              Enter a number from 1 to {population.toLocaleString("en-GB")} above, then estimate the precision
              again.
            </p>
          )}
          {drawable && strata > 1 && (
            <p className="mt-1 text-soft">
              {size < strata
                ? `There are ${strata} groups to draw from but fewer contributions, so some groups are left out.`
                : `In proportion from ${strata} groups, at least one contribution of each.`}
            </p>
          )}
        </div>
      )}
      {drawable && (
        <PlanForm
          review={review}
          home={home}
          draw={{ roundtableIds, stratifyBy, size }}
          seed={randomInt(SEEDS)}
          themes={themes}
          coders={members.filter(({ role }) => CODER_ROLES.some((one) => one === role))}
        />
      )}
    </>
  );
}
