import { CopiedFrom } from "@/components/aggregate/publication/copy-sentence";
import { FindingList } from "@/components/aggregate/publication/finding-list";
import { HowPublished } from "@/components/aggregate/publication/how-published";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/navigation/pagination";
import { PrintedFoot } from "@/components/ui/printed-foot";
import { WHOSE_VIEWS } from "@/lib/aggregate/figures/figure-words";
import { findingsOfKind } from "@/lib/aggregate/publication/finding/finding-kind";
import { bySides } from "@/lib/aggregate/publication/finding/sides";
import { aboutKind } from "@/lib/aggregate/publication/finding/kind-words";
import type { ReleasedFinding } from "@/lib/aggregate/publication/release-contents";
import { countedOf, placedFindings, type PlacedFinding } from "@/lib/aggregate/publication/release-page-data";
import { handsOfFindings } from "@/lib/aggregate/publication/words/hands-words";
import { namedHands } from "@/lib/aggregate/publication/words/named-hands";
import { sourceOf } from "@/lib/aggregate/publication/words/citation";
import { appUrl } from "@/lib/platform/env";
import { countOf } from "@/lib/platform/text/count-words";
import { formatDate } from "@/lib/platform/text/dates";
import type { Review } from "@/lib/review/settings/queries/reviews";
import { dashboardHref, findingsHref } from "../address";
import type { NarrowedFindings } from "./read-findings";

/** A page is read in one go; the findings of a large review have several. */
const PAGE = 50;

type Props = { review: Review; narrowed: NarrowedFindings };

/** The findings that are left, most people first, or in words that there are none. */
export function ListedFindings({ review, narrowed }: Props) {
  const { release, table, kind, theme, area, page } = narrowed;
  const findings = findingsOfKind(narrowed.findings, kind);
  const shown = findings.slice((page - 1) * PAGE, page * PAGE);
  const here = { release: release.number, kind, theme: theme?.slug ?? null, area: area?.slug ?? null };
  const all = findingsHref(review.slug, { release: release.number });
  const placed = placedFindings(table, ({ slug }) =>
    dashboardHref(review.slug, { release: release.number, theme: slug }),
  );
  const hands = handsOfFindings(namedHands(table, narrowed.hands));
  const withHands = (finding: ReleasedFinding): PlacedFinding => {
    const about = hands.get(finding.id);
    return { ...placed(finding), ...(about ? { hands: about } : {}) };
  };
  const source = sourceOf({
    review: review.title,
    release: release.number,
    createdAt: release.createdAt,
    roundtable: null,
    link: `${appUrl()}${all}`,
  });
  if (findings.length === 0)
    return (
      <div className="mt-6">
        <EmptyState
          title={release.findings.length === 0 ? "This release has no findings" : "No finding is like this"}
          action={
            release.findings.length > 0 && <Link href={all}>{`See all ${release.findings.length}`}</Link>
          }
        >
          {release.findings.length > 0 &&
            "The release has no finding of this kind under this theme and in this area."}
        </EmptyState>
      </div>
    );
  return (
    <CopiedFrom source={source}>
      <PrintedFoot words={`${review.title}, release ${release.number}, ${formatDate(release.createdAt)}`} />
      <p className="mt-5 max-w-measure">
        {`${countOf(findings.length, "finding")} of ${release.findings.length}. ${kind === null ? "Most people first." : aboutKind(kind, findings)}`}
      </p>
      {area && <p className="mt-1 max-w-measure text-meta text-soft">{IN_AREA}</p>}
      {kind === "differ" ? (
        bySides(shown).map(({ title, about, findings: alike }) => (
          <section key={title} className="mt-7">
            <h2>{title}</h2>
            <p className="section-note">{about}</p>
            <div className="mt-4">
              <FindingList findings={alike.map(withHands)} counted={countedOf(table)} columns />
            </div>
          </section>
        ))
      ) : (
        <div className="mt-5">
          <FindingList findings={shown.map(withHands)} counted={countedOf(table)} columns />
        </div>
      )}
      <PagesOfFindings
        page={page}
        pages={Math.ceil(findings.length / PAGE)}
        hrefOf={(to) => findingsHref(review.slug, { ...here, page: to })}
      />
      <div className="mt-6">
        <HowPublished of="findings" threshold={review.smallNumber} />
        {kind === "differ" && <HowPublished of="divided" threshold={review.smallNumber} />}
      </div>
      <p className="mt-2 max-w-measure text-meta text-soft">{WHOSE_VIEWS}</p>
    </CopiedFrom>
  );
}

const IN_AREA =
  "Findings are written under themes. These mention the area, or rest in part on contributions about it that you can read. Their figures count everybody behind them, in this area or not.";

type PagesProps = { page: number; pages: number; hrefOf: (page: number) => string };

function PagesOfFindings({ page, pages, hrefOf }: PagesProps) {
  const link = (to: number) => ({ href: hrefOf(to), label: `Page ${to} of ${pages}` });
  return (
    <Pagination
      label="Pages of findings"
      {...(page > 1 ? { previous: link(page - 1) } : {})}
      {...(page < pages ? { next: link(page + 1) } : {})}
    />
  );
}
