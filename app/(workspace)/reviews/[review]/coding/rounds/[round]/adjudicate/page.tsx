import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { z } from "zod";
import { shownLine } from "@/components/tag/shown-line";
import { LineWords } from "@/components/tag/line-words";
import { ThemeWords } from "@/components/tag/round/theme-words";
import { ThemeChip } from "@/components/tag/theme-chip";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { nextUndecided } from "@/lib/tag/queries/differences";
import { getDifference } from "@/lib/tag/queries/round-difference";
import { listRoundThemes } from "@/lib/tag/queries/round-themes";
import { listDifferences } from "@/lib/tag/queries/rounds";
import { readRound } from "../../read-round";
import { NotCoded } from "../not-coded";
import { Choices } from "./choices";
import { DecisionForm } from "./decision-form";
import { Standing } from "./standing";

export const metadata: Metadata = { title: "Decide where coders differ" };

const Place = z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined);

type Props = PageProps<"/reviews/[review]/coding/rounds/[round]/adjudicate">;

export default async function AdjudicatePage({ params, searchParams }: Props) {
  const { viewer, review, round, here, crumbs } = await readRound(params);
  const all = await forPage(listDifferences(viewer, round));
  const wanted = Place.parse((await searchParams).at);
  const place = wanted !== undefined && wanted <= all.length ? wanted : (nextUndecided(all) ?? 1);
  const difference = all[place - 1];
  // The address says which difference it is: read again once somebody else has decided it, the page stays with it.
  if (difference && place !== wanted) redirect(`${here}/adjudicate?at=${place}`);
  const header = (meta?: string) => (
    <PageHeader
      title="Decide where coders differ"
      breadcrumb={[...crumbs.slice(1), { label: "Decide" }]}
      {...(meta ? { meta } : {})}
    />
  );
  if (!difference)
    return (
      <>
        {header()}
        {round.codedAt ? (
          <EmptyState
            title="The coders agree on everything"
            action={<Link href={here}>Back to the round</Link>}
          />
        ) : (
          <NotCoded round={round} here={here} />
        )}
      </>
    );
  const detail = await forPage(getDifference(viewer, round, difference));
  const themes = await listRoundThemes(viewer, round.id);
  const theme = themes.find(({ id }) => id === difference.themeId);
  const decided = all.filter((one) => one.decided).length;
  const at = (to: number) => `${here}/adjudicate?at=${to}`;
  return (
    <>
      {header(`${decided} of ${all.length} decided. This is difference ${place}.`)}
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="min-w-0">
          {detail.line.question && (
            <p className="mb-2 max-w-measure text-meta text-soft">{detail.line.question.text}</p>
          )}
          <LineWords line={{ ...shownLine(detail.line), stance: null }} />
          <Choices detail={detail} kind={difference.kind} theme={theme?.title ?? ""} />
          {detail.decision && <Standing decision={detail.decision} theme={theme?.title ?? ""} />}
          {round.state === "adjudicating" && (
            <DecisionForm
              key={`${difference.contributionId} ${difference.themeId}`}
              round={round}
              reviewSlug={review.slug}
              difference={difference}
              detail={detail}
              theme={theme?.title ?? ""}
            />
          )}
          <nav aria-label="Differences" className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
            {place > 1 && <Link href={at(place - 1)}>Difference before</Link>}
            {place < all.length && <Link href={at(place + 1)}>Next difference</Link>}
            <Link href={here}>Back to the round</Link>
          </nav>
        </div>
        {theme && (
          <aside aria-label="The theme" className="lg:sticky lg:top-6 lg:self-start">
            <p className="mb-2">
              <ThemeChip {...theme} />
            </p>
            <ThemeWords theme={theme} />
          </aside>
        )}
      </div>
    </>
  );
}
