import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { ButtonLink } from "@/components/ui/navigation/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { forPage, pageViewer } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { formatInstant } from "@/lib/platform/text/dates";
import { getReview, type Review } from "@/lib/review/settings/queries/reviews";
import { asked, dashboardHref } from "./address";
import { DashboardScope, roundtableOf } from "./dashboard-scope";
import { LiveDashboard } from "./live-dashboard";
import { openFigures, type Opened } from "./open-figures";
import { ReleasedDashboard } from "./released-dashboard";

export const metadata: Metadata = { title: "Dashboard" };

export default async function Dashboard({ params, searchParams }: PageProps<"/reviews/[review]/dashboard">) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const query = await searchParams;
  const opened = await openFigures(viewer, review.id, query);
  const mayRelease = can(viewer, "figures.release", { reviewId: review.id });
  return (
    <>
      <PageHeader
        title="What people said, by theme"
        breadcrumb={[{ label: review.title, href: `/reviews/${review.slug}` }]}
        meta={<Status opened={opened} />}
        actions={
          mayRelease && (
            <ButtonLink href={`/reviews/${review.slug}/dashboard/release`}>Release these figures</ButtonLink>
          )
        }
      />
      {opened.kind === "live" && (
        <LiveDashboard
          viewer={viewer}
          review={review}
          opened={opened}
          numbers={asked(query, "show") === "numbers"}
        />
      )}
      {opened.kind === "released" && (
        <ReleasedDashboard
          viewer={viewer}
          review={review}
          opened={opened}
          tablesFirst={asked(query, "show") === "tables"}
        />
      )}
      {opened.kind === "nothing-released" && (
        <EmptyState title="No figures have been released yet">
          Figures appear here when the lead of this review releases them.
        </EmptyState>
      )}
      {opened.kind === "not-in-release" && <NotInRelease review={review} opened={opened} />}
    </>
  );
}

function Status({ opened }: { opened: Opened }) {
  if (opened.kind === "nothing-released") return null;
  const where = roundtableOf(opened)?.title;
  return (
    <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
      {opened.kind === "live" ? (
        <Tag tone="warning">Live, not released</Tag>
      ) : (
        <>
          <Tag>{`Release ${opened.release.number}`}</Tag>
          <span>of {formatInstant(opened.release.createdAt)}</span>
        </>
      )}
      {where && <span>{where}</span>}
    </span>
  );
}

type NotInReleaseProps = { review: Review; opened: Extract<Opened, { kind: "not-in-release" }> };

function NotInRelease({ review, opened }: NotInReleaseProps) {
  const { number } = opened.release;
  return (
    <>
      <DashboardScope review={review} opened={opened} />
      <div className="mt-8">
        <Notice title={`Release ${number} has no figures of this roundtable alone`}>
          <p>
            A release covers roundtables that were closed when it was made, and may show them only together.{" "}
            <Link href={dashboardHref(review.slug, { release: number })}>See all its roundtables</Link>.
          </p>
        </Notice>
      </div>
    </>
  );
}
