import type { Metadata } from "next";
import Link from "next/link";
import { AsAtNote } from "@/components/aggregate/figures/as-at-note";
import { HowCounted } from "@/components/aggregate/figures/how-counted";
import { ScopeChooser } from "@/components/aggregate/figures/scope-chooser";
import { ChangeList } from "@/components/aggregate/publication/change-list";
import { ButtonLink } from "@/components/ui/button";
import { Details } from "@/components/ui/details";
import { EmptyState } from "@/components/ui/empty-state";
import { DateFields } from "@/components/ui/form/date-fields";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Tag } from "@/components/ui/tag";
import { forPage, pageViewer } from "@/lib/access/page";
import { can } from "@/lib/access/policy";
import { headline, THEMES_OVERLAP, WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { getRelease } from "@/lib/aggregate/publication/queries/releases";
import { changesBetween } from "@/lib/aggregate/publication/release";
import { formatDate, formatInstant } from "@/lib/platform/text/dates";
import { getReview, type Review } from "@/lib/review/settings/queries/reviews";
import { CountedNote } from "../counted-note";
import { dashboardHref } from "./address";
import { dayOf, type AsAt } from "./as-at";
import { openFigures, type Choices, type Opened } from "./open-figures";
import { StrongestFindings } from "./strongest-findings";
import { ThemeSections } from "./theme-sections";

export const metadata: Metadata = { title: "Dashboard" };

export default async function Dashboard({ params, searchParams }: PageProps<"/reviews/[review]/dashboard">) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const opened = await openFigures(viewer, review.id, await searchParams);
  const mayRelease = can(viewer, "figures.release", { reviewId: review.id });
  const shown = opened.kind === "live" || opened.kind === "released" ? opened : null;
  // Findings are always current, so they are not shown with figures of an earlier day.
  const findingsAlongside = opened.kind === "live" && !opened.table.scope.roundtable && !opened.asAt.on;
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
      {shown && (
        <div className="mb-6">
          <p className="text-lg">{headline(shown.table)} Figures count people, not mentions.</p>
          {shown.kind === "live" && !shown.asAt.on && (
            <CountedNote
              viewer={viewer}
              reviewId={review.id}
              roundtableId={shown.table.scope.roundtable?.id ?? null}
              people
            />
          )}
          <p className="mt-2 max-w-measure text-meta text-soft">{THEMES_OVERLAP}</p>
          <p className="mt-2 max-w-measure text-meta text-soft">{WHOSE_VIEWS}</p>
        </div>
      )}
      {opened.kind === "live" && <AsAtNote on={opened.asAt.on} problem={opened.asAt.problem} />}
      {"choices" in opened && <Chooser review={review} opened={opened} choices={opened.choices} />}
      <div className="mt-8">
        {opened.kind === "nothing-released" && (
          <EmptyState title="No figures have been released yet">
            Figures appear here when the lead of this review releases them.
          </EmptyState>
        )}
        {opened.kind === "not-in-release" && <NotInRelease review={review} opened={opened} />}
        {shown && (
          <div
            className={
              findingsAlongside ? "grid gap-x-14 gap-y-12 xl:grid-cols-[minmax(0,5fr)_minmax(0,3fr)]" : ""
            }
          >
            <ThemeSections
              past={opened.kind === "live" && opened.asAt.on !== null}
              table={shown.table}
              hrefOf={(theme) => dashboardHref(review.slug, { ...addressOf(shown), theme: theme.slug })}
              smallNumber={review.smallNumber}
            />
            {findingsAlongside && <StrongestFindings viewer={viewer} review={review} />}
          </div>
        )}
      </div>
      {opened.kind === "released" && hasPrevious(opened) && (
        <div className="mt-10 print:hidden">
          <Details summary={`What changed since release ${opened.release.number - 1}`}>
            <ChangeList
              changes={changesBetween(
                (await getRelease(viewer, review.id, opened.release.number - 1)).tables,
                opened.release.tables,
              )}
            />
          </Details>
        </div>
      )}
      <div className="mt-6">
        <HowCounted smallNumber={review.smallNumber} released={opened.kind !== "live"} />
      </div>
    </>
  );
}

/** Only facilitators can open the preceding release, so reviewers cannot subtract one from another. */
function hasPrevious({ release, choices }: Extract<Opened, { kind: "released" }>): boolean {
  return choices.releases.some(({ number }) => number === release.number - 1);
}

type Shown = Extract<Opened, { kind: "live" | "released" }>;

function addressOf(opened: Shown) {
  return {
    roundtable: opened.table.scope.roundtable?.slug ?? null,
    release: opened.kind === "released" ? opened.release.number : null,
    on: opened.kind === "live" ? dayOf(opened.asAt.on) : null,
  };
}

function Status({ opened }: { opened: Opened }) {
  if (opened.kind === "nothing-released") return null;
  const where = opened.kind === "not-in-release" ? null : opened.table.scope.roundtable?.title;
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

type WithChoices = Exclude<Opened, { kind: "nothing-released" }>;

function Chooser({ review, opened, choices }: { review: Review; opened: WithChoices; choices: Choices }) {
  const roundtable = opened.kind === "not-in-release" ? "" : (opened.table.scope.roundtable?.slug ?? "");
  return (
    <ScopeChooser
      action={`/reviews/${review.slug}/dashboard`}
      choices={[
        {
          name: "roundtable",
          label: "Roundtable",
          value: roundtable,
          options: [
            { value: "", label: "All roundtables" },
            ...choices.roundtables.map(({ slug, title }) => ({ value: slug, label: title })),
          ],
        },
        {
          name: "release",
          label: "Figures",
          value: opened.kind === "live" ? "" : String(opened.release.number),
          options: [
            ...(choices.live ? [{ value: "", label: "Live, not released" }] : []),
            ...choices.releases.map(({ number, createdAt }) => ({
              value: String(number),
              label: `Release ${number}, ${formatDate(createdAt)}`,
            })),
          ],
        },
      ]}
    >
      {opened.kind === "live" && (
        <DateFields
          key={String(opened.asAt.on)}
          name="on"
          label="As at the end of"
          optional
          defaultValue={asAtParts(opened.asAt)}
          problem={opened.asAt.problem ?? undefined}
        />
      )}
    </ScopeChooser>
  );
}

/** What was typed is kept, even where it was not used. */
function asAtParts({ on, typed }: AsAt) {
  if (typed) return typed;
  if (on === null) return undefined;
  const [year = "", month = "", day = ""] = on.toISOString().slice(0, 10).split("-");
  return { year, month: String(Number(month)), day: String(Number(day)) };
}

function NotInRelease({
  review,
  opened: { release },
}: {
  review: Review;
  opened: Extract<Opened, { kind: "not-in-release" }>;
}) {
  return (
    <Notice title={`Release ${release.number} does not include this roundtable`}>
      <p>
        A release covers only the roundtables that were closed when it was made.{" "}
        <Link href={dashboardHref(review.slug, { release: release.number })}>See all its roundtables</Link>.
      </p>
    </Notice>
  );
}
