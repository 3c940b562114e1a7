import { Link } from "@/components/ui/link";
import { ChangeList } from "@/components/aggregate/publication/change-list";
import { LeftOutList } from "@/components/aggregate/publication/left-out-list";
import { ReleasedThemeTable } from "@/components/aggregate/publication/theme-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { forPage } from "@/lib/access/page";
import type { Viewer } from "@/lib/access/policy";
import { listLiveRoundtables } from "@/lib/aggregate/figures/queries/theme-figures";
import { countCodebookHealth } from "@/lib/aggregate/publication/queries/codebook-counts";
import { planFor, type PlannedRelease } from "@/lib/aggregate/publication/queries/planned-release";
import { getRelease } from "@/lib/aggregate/publication/queries/releases";
import type { ReleaseChoices } from "@/lib/aggregate/publication/release-choices";
import { changesBetween, presentInWords } from "@/lib/aggregate/publication/release-changes";
import { leftOutSentence, notPermittedSentence } from "@/lib/aggregate/publication/words/left-out-words";
import type { Release, ReleasedTable } from "@/lib/aggregate/publication/release-contents";
import { listProgress } from "@/lib/capture/roundtable/queries/roundtables";
import { countCodingContributions } from "@/lib/tag/coding/queries/workbench";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { makeRelease } from "../actions";
import { countOf } from "@/lib/platform/text/count-words";
import { dashboardHref } from "../address";
import { ChoiceInputs, ChoicesForm, choicesHref } from "./choices-form";
import { CodebookHealth } from "./codebook-health";
import { WhatIsCovered } from "./what-is-covered";

type Props = {
  viewer: Viewer;
  review: Review;
  choices: ReleaseChoices;
  lastNumber: number | null;
};

/** What would be released with these choices, once it is checked, and the form that releases it. */
export async function ReleaseCheck({ viewer, review, choices, lastNumber }: Props) {
  const planned = await forPage(planFor(viewer, choices));
  if ("refused" in planned) return <Refused review={review} reason={planned.refused} choices={choices} />;
  const { plan, toRelease } = planned;
  const [table] = plan.tables;
  if (!table) throw new Error("A release has a table of the review.");
  const before =
    lastNumber === null ? null : await getRelease(viewer, review.id, lastNumber, { roundtable: null });
  // All of it is read before anything is shown: without scripts what comes later cannot be put in its place.
  const begun = await listLiveRoundtables(viewer, review.id);
  const covered = toRelease.covered.map(({ id }) => id);
  const progress = await listProgress(viewer, covered);
  const codebook = await countCodebookHealth(viewer, review.id, covered);
  const stale = await countCodingContributions(viewer, { reviewId: review.id, left: "stale" });
  return (
    <>
      <p className="text-lg">{presentInWords(table)}.</p>
      <WhatIsCovered toRelease={toRelease} choices={choices} begun={begun} />
      <LeftOutList sentences={whatIsLeftOut(planned, before)} />
      <CodebookHealth
        review={review}
        toRelease={toRelease}
        progress={progress}
        codebook={codebook}
        stale={stale}
      />
      <section aria-labelledby="choices" className="mt-10">
        <h2 id="choices">Change what is released</h2>
        <div className="mt-3">
          <ChoicesForm review={review} choices={choices} toRelease={toRelease} />
        </div>
      </section>
      <Changes before={before} after={plan} />
      <InBrief table={table} plan={plan} review={review} choices={choices} />
      <div className="mt-9 border-t border-line pt-6">
        <Form
          action={makeRelease}
          submitLabel="Release these figures"
          actions={<Link href={dashboardHref(review.slug, {})}>Not now</Link>}
        >
          <input type="hidden" name="reviewId" value={review.id} />
          <ChoiceInputs choices={choices} />
          <input type="hidden" name="seen" value={toRelease.digest} />
        </Form>
      </div>
    </>
  );
}

/** In a sentence each: figures that would give small numbers away, and views of a few that may not be told. */
function whatIsLeftOut({ plan, toRelease }: PlannedRelease, before: Release | null): string[] {
  const { input, covered, notPermitted } = toRelease;
  const names = {
    themes: new Map(input.counts.flatMap(({ themes }) => themes.map(({ id, title }) => [id, title]))),
    roundtables: new Map(covered.map(({ id, title }) => [id, title])),
    findings: new Map([...(before?.findings ?? []), ...input.findings].map(({ id, text }) => [id, text])),
    threshold: input.threshold,
  };
  return [
    ...plan.leftOut.map((one) => leftOutSentence(one, names)),
    ...notPermitted.map(({ text }) => notPermittedSentence(text)),
  ];
}

function Refused({ review, reason, choices }: Pick<Props, "review" | "choices"> & { reason: string }) {
  const chosen = choices.waiting.length > 0;
  return (
    <EmptyState
      title="There is nothing to release yet"
      action={
        chosen ? (
          <Link href={`/reviews/${review.slug}/dashboard/release`}>Check again with all roundtables</Link>
        ) : (
          <Link href={`/reviews/${review.slug}/roundtables`}>Go to the roundtables</Link>
        )
      }
    >
      {reason}
    </EmptyState>
  );
}

function Changes({
  before,
  after,
}: {
  before: Release | null;
  after: Pick<Release, "tables" | "findings" | "npqs">;
}) {
  return (
    <section aria-labelledby="changes" className="mt-10 max-w-measure">
      <h2 id="changes">{before ? `What changes since release ${before.number}` : "What changes"}</h2>
      <div className="mt-2">
        {before ? (
          <ChangeList changes={changesBetween(before, after)} />
        ) : (
          <p>This is the first release. Reviewers have not seen any figures yet.</p>
        )}
      </div>
    </section>
  );
}

type InBriefProps = Pick<Props, "review" | "choices"> & {
  table: ReleasedTable;
  plan: PlannedRelease["plan"];
};

/** The figures of themes and areas, and the way to everything else that reviewers will see. */
function InBrief({ table, plan, review, choices }: InBriefProps) {
  const themeHref = ({ slug }: { slug: string }) => dashboardHref(review.slug, { theme: slug });
  const alone = plan.tables.filter(({ roundtable }) => roundtable !== null).length;
  return (
    <section aria-labelledby="seen" className="mt-10 border-t-2 border-ink pt-6">
      <h2 id="seen">What reviewers will see</h2>
      <div className="mt-3 grid gap-8">
        <ReleasedThemeTable table={table} axis="theme" hrefOf={themeHref} />
        {table.themes.some(({ axis }) => axis === "area") && (
          <ReleasedThemeTable table={table} axis="area" hrefOf={themeHref} />
        )}
      </div>
      <p className="mt-4 max-w-measure">
        {`Besides these: ${countOf(plan.findings.length, "finding")}, ${alone > 0 ? `the figures of ${countOf(alone, "roundtable")} alone, ` : ""}and tables of groups and of NPQs. `}
        <Link href={choicesHref(review.slug, choices, "release/preview")}>See it all as reviewers will</Link>
      </p>
    </section>
  );
}
