import type { Metadata } from "next";
import { z } from "zod";
import { Link } from "@/components/ui/link";
import { ThemeChip } from "@/components/tag/codebook/theme-chip";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import { notFound } from "@/lib/platform/errors";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { readCell } from "@/lib/synthesise/matrix/queries/matrix-cell";
import { readSelection, ROW_KINDS } from "@/lib/synthesise/matrix/selection";
import { matrixHref } from "../../../cell-href";
import { BehindCell } from "./behind-cell";
import { CellLinks } from "./cell-links";
import { SummaryForm } from "./summary-form";
import { SummaryHistory } from "./summary-history";
import { SummaryNow } from "./summary-now";

export const metadata: Metadata = { title: "A cell of the framework matrix" };

type Props = PageProps<"/reviews/[review]/findings/matrix/[rows]/[row]/[theme]">;

const Place = z.object({ rows: z.enum(ROW_KINDS), row: z.uuid() });

export default async function MatrixCellPage({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const { review: slug, theme, ...row } = await params;
  const review = await forPage(getReview(viewer, slug));
  const place = Place.safeParse(row);
  const selection = { ...readSelection(await searchParams), ...(place.data && { rows: place.data.rows }) };
  const open = await forPage(
    place.success
      ? readCell(viewer, review.id, { row: place.data.row, theme }, selection)
      : Promise.reject(notFound("cell")),
  );
  const { matrix, row: who, column } = open;
  const home = `/reviews/${review.slug}/findings/matrix`;
  const back = matrixHref(matrix, open.cell, { home, selection });
  const titles = new Map(matrix.roundtables.map(({ id, title }) => [id, title]));
  return (
    <>
      <PageHeader
        title={`${who.title} on ${column.title}`}
        breadcrumb={[
          { label: "Findings", href: `/reviews/${review.slug}/findings` },
          { label: "Framework matrix", href: back },
          { label: "Cell" },
        ]}
        meta={
          <>
            {[who.where, who.about].filter(Boolean).join(" · ")}
            <Link href={`/reviews/${review.slug}/themes/${column.slug}`} className="mt-1 table">
              <ThemeChip {...column} />
            </Link>
          </>
        }
      />
      <CellLinks matrix={matrix} cell={open.cell} home={home} selection={selection} back={back} />
      <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <BehindCell open={open} titles={titles} reviewSlug={review.slug} />
        <section aria-labelledby="summary" className="min-w-0 lg:sticky lg:top-4 lg:self-start print:static">
          <h2 id="summary">Summary</h2>
          <SummaryNow open={open} />
          <SummaryForm open={open} review={review} selection={selection} />
          <SummaryHistory open={open} />
        </section>
      </div>
    </>
  );
}
