import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { z } from "zod";
import { ExchangeUpload } from "@/components/tag/exchange/exchange-upload";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { MAX_PROJECT_BYTES, TOO_LARGE } from "@/lib/tag/exchange/format/limits";
import { findProjectImport } from "@/lib/tag/exchange/queries/project-imports";
import { bringInProject } from "./actions";
import { ExportForm } from "./export-form";
import { ImportDone } from "./import-done";

export const metadata: Metadata = { title: "Exchange coding" };

type Props = PageProps<"/reviews/[review]/coding/exchange">;

const count = z.coerce.number().int().nonnegative().catch(0);
const Done = z.object({ import: z.uuid(), taggings: count, memos: count, themes: count, gone: count });

export default async function CodingExchange({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const roundtables = await forPage(listRoundtableTitles(viewer, review.id));
  const themes = await listThemes(viewer, review.id);
  const done = Done.safeParse(await searchParams);
  const found = done.success ? await findProjectImport(viewer, review.id, done.data.import) : null;
  const coding = `/reviews/${review.slug}/coding`;
  return (
    <>
      <PageHeader
        title="Exchange coding"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Set themes", href: coding },
          { label: "Exchange" },
        ]}
        meta="Export coded contributions as a project for NVivo, ATLAS.ti, MAXQDA and other programs, as tables or to read in Word, or import a project."
      />
      {done.success && <ImportDone done={done.data} found={found} />}
      <section aria-labelledby="export">
        <h2 id="export">Export coding</h2>
        {roundtables.length === 0 ? (
          <EmptyState title="There are no roundtables yet">
            You can export contributions here once they have been logged.
          </EmptyState>
        ) : (
          <ExportForm action={`${coding}/exchange`} roundtables={roundtables} themes={themes} />
        )}
        <p className="mt-4 max-w-measure text-meta text-soft">
          Each download is recorded in the audit log. Coding from a blind round is left out until everybody
          has finished. Suggestions, and contributions that were struck out or removed, are always left out.
          Coding under a retired theme is exported under a code that cannot be used for anything new. A
          downloaded file does not change if somebody narrows their permission later, so download a new one.
        </p>
      </section>
      <section aria-labelledby="bring-in" className="mt-10">
        <h2 id="bring-in">Import coding</h2>
        <p className="mt-1 mb-5 max-w-measure">
          Choose a project file. You can check which parts of it match this review, and nothing changes until
          you confirm. We match contributions and people by the identifiers in a file that was exported from
          here. If another program used its own identifiers, we match contributions by their words: a text
          belongs to a roundtable if at least half of its rows are contributions from it. We match themes by
          identifier or title. Existing coding stays, and you can undo the import in one step. To import
          themes only, go to{" "}
          <Link href={`/reviews/${review.slug}/themes/exchange`}>Exchange the codebook</Link>.
        </p>
        <ExchangeUpload
          action={bringInProject}
          reviewSlug={review.slug}
          hint="A REFI-QDA project (.qdpx). Up to 10 MB."
          accept=".qdpx"
          maxBytes={MAX_PROJECT_BYTES}
          tooLarge={TOO_LARGE}
        />
      </section>
    </>
  );
}
