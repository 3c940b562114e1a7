import type { Metadata } from "next";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { RoundStateTag } from "@/components/tag/rounds/round-state";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TaskList } from "@/components/ui/navigation/task-list";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { countOf } from "@/lib/platform/text/count-words";
import { formatDate } from "@/lib/platform/text/dates";
import { getApproach, listRounds, type RoundSummary } from "@/lib/tag/rounds/queries/rounds";
import { ApproachSection } from "./approach-section";
import { roundsHref } from "./read-round";

export const metadata: Metadata = { title: "Coding rounds" };

export default async function RoundsPage({ params }: PageProps<"/reviews/[review]/coding/rounds">) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  await requireForPage(viewer, "review.work", { reviewId: review.id });
  const rounds = await listRounds(viewer, review.id);
  const plans = can(viewer, "round.plan", { reviewId: review.id });
  const planLink = <ButtonLink href={roundsHref(review.slug) + "/new"}>Plan a round</ButtonLink>;
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id }} />
      <PageHeader
        title="Coding rounds"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Set themes", href: `/reviews/${review.slug}/coding` },
          { label: "Coding rounds" },
        ]}
        meta="Two or more people code the same sample of contributions independently. The page of a round then shows how far they agree, and you decide on the contributions where they differ."
        actions={plans && rounds.length > 0 && planLink}
      />
      {rounds.length === 0 ? (
        <EmptyState title="No round has been planned yet" action={plans && planLink}>
          {plans
            ? "Choose the themes, how many contributions to draw, and who codes them."
            : "The lead plans a round and chooses who codes."}
        </EmptyState>
      ) : (
        <TaskList
          tasks={rounds.map((round) => ({
            title: `Round ${round.number}: ${round.title}`,
            href: roundsHref(review.slug, round.number),
            hint: hintOf(round),
            status: <RoundStateTag state={round.state} />,
          }))}
        />
      )}
      <ApproachSection
        reviewId={review.id}
        approach={await getApproach(viewer, review.id)}
        mayDeclare={plans}
      />
    </>
  );
}

function hintOf({ contributions, coders, createdAt, state }: RoundSummary): string {
  const finished = coders.filter(({ finishedAt }) => finishedAt !== null).length;
  const people = `${countOf(coders.length, "coder")}${state === "open" ? `, ${finished} finished` : ""}`;
  const mine = coders.find((coder) => coder.mine && coder.finishedAt === null);
  const yours = state === "open" && mine ? ` · you have read ${mine.read}` : "";
  return `${formatDate(createdAt)} · ${countOf(contributions, "contribution")} · ${people}${yours}`;
}
