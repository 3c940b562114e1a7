import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { RefreshOnChange } from "@/app/(workspace)/refresh-on-change";
import { MatrixTable } from "@/components/synthesise/matrix/matrix-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/navigation/pagination";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { changesInWords } from "@/lib/synthesise/matrix/basis";
import {
  nextInState,
  progressInWords,
  progressOf,
  type Cell,
  type CellState,
  type Matrix,
} from "@/lib/synthesise/matrix/matrix";
import { readMatrix } from "@/lib/synthesise/matrix/queries/framework-matrix";
import {
  readSelection,
  ROWS_PER_PAGE,
  selectionQuery,
  type MatrixSelection,
} from "@/lib/synthesise/matrix/selection";
import { cellHref } from "./cell-href";
import { ChoosePart } from "./choose-part";

/** The address of the matrix as a link on its own page says it: hundreds of links do. */
const FROM_HERE = "matrix";

export const metadata: Metadata = { title: "Framework matrix" };

type Props = PageProps<"/reviews/[review]/findings/matrix">;

export default async function MatrixPage({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const selection = readSelection(await searchParams);
  const matrix = await forPage(readMatrix(viewer, review.id, selection));
  const findings = `/reviews/${review.slug}/findings`;
  const home = `${findings}/matrix`;
  const progress = progressOf(matrix);
  return (
    <>
      <RefreshOnChange watch={{ reviewId: review.id }} kind="matrix" />
      <PageHeader
        title="Framework matrix"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Findings", href: findings },
          { label: "Framework matrix" },
        ]}
        meta="What each person, or each roundtable, said under each theme, in a few sentences of yours. Only facilitators read it."
      />
      <ChoosePart matrix={matrix} selection={selection} home={home} />
      {progress.cells === 0 ? (
        <NothingCoded selection={selection} review={review.slug} home={home} />
      ) : (
        <>
          <div className="mt-5 mb-3 flex flex-wrap items-baseline gap-x-6 gap-y-1 text-meta">
            <p>{progressInWords(progress)}</p>
            <NextCell
              matrix={matrix}
              state="unwritten"
              words="First cell without a summary"
              home={home}
              selection={selection}
            />
            <NextCell
              matrix={matrix}
              state="stale"
              words="First cell to check"
              home={home}
              selection={selection}
            />
            <a
              href={`${home}/download${selectionQuery({ ...selection, page: 1 })}`}
              download
              className="py-1 print:hidden"
            >
              Download as Excel
            </a>
          </div>
          <PageOfRows matrix={matrix} selection={selection} home={home} />
          <p className="mt-3 max-w-measure text-meta text-soft print:hidden">
            Move from cell to cell with Tab, or with the arrow keys while a cell’s link has the focus. The
            file holds people’s words whether or not they may be published.
          </p>
        </>
      )}
    </>
  );
}

type NextProps = {
  matrix: Matrix;
  state: CellState;
  words: string;
  home: string;
  selection: MatrixSelection;
};

function NextCell({ matrix, state, words, home, selection }: NextProps) {
  const next = nextInState(matrix, null, state);
  const href = next && cellHref(matrix, next, { home, selection });
  return (
    href && (
      <Link href={href} className="py-1 print:hidden">
        {words}
      </Link>
    )
  );
}

function PageOfRows({ matrix, selection, home }: Pick<NextProps, "matrix" | "selection" | "home">) {
  const pages = Math.max(1, Math.ceil(matrix.rows.length / ROWS_PER_PAGE));
  const page = Math.min(selection.page, pages);
  const from = (page - 1) * ROWS_PER_PAGE;
  const rows = matrix.rows.slice(from, from + ROWS_PER_PAGE).map((row) => ({
    ...row,
    cells: matrix.cells.filter((cell) => cell.row === row.id).map(shownCell),
  }));
  const step = (to: number) => ({
    href: `${home}${selectionQuery({ ...selection, page: to })}`,
    label: `Page ${to} of ${pages}`,
  });
  return (
    <>
      <MatrixTable
        label={`Framework matrix, ${matrix.kind === "people" ? "people" : "roundtables"} by themes${pages > 1 ? `, page ${page} of ${pages}` : ""}`}
        kind={matrix.kind}
        columns={matrix.columns.map(({ slug, title, under, retired }) => ({ slug, title, under, retired }))}
        rows={rows}
        home={FROM_HERE}
        query={selectionQuery({ ...selection, page: 1 })}
      />
      <Pagination
        label="Pages of the matrix"
        {...(page > 1 ? { previous: step(page - 1) } : {})}
        {...(page < pages ? { next: step(page + 1) } : {})}
      />
    </>
  );
}

function shownCell({ contributions, summary, brought }: Cell) {
  const texts = [summary?.text ?? "", ...brought.map(({ text }) => text)].filter((text) => text !== "");
  const changed = summary && summary.changes.length > 0 ? changesInWords(summary.changes) : null;
  return [
    contributions,
    texts.join(" / "),
    brought.length > 0 ? "two summaries to combine" : changed,
  ] as const;
}

type NothingProps = { selection: MatrixSelection; review: string; home: string };

function NothingCoded({ selection, review, home }: NothingProps) {
  const narrowed = selection.themes.length > 0 || selection.roundtable !== null;
  return (
    <div className="mt-6">
      <EmptyState
        title={narrowed ? "Nothing is coded in this part of the matrix" : "Nothing is coded yet"}
        action={
          narrowed ? (
            <Link href={home}>Show the whole matrix</Link>
          ) : (
            <Link href={`/reviews/${review}/coding`}>Set themes on what was said</Link>
          )
        }
      >
        {narrowed
          ? "Choose other themes, or all roundtables."
          : "A cell gets its contributions when somebody sets a theme on what an identified participant said. Then you can summarise it here."}
      </EmptyState>
    </div>
  );
}
