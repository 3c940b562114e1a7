import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { z } from "zod";
import { ExchangeUpload } from "@/components/tag/exchange/exchange-upload";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/policy";
import { forPage, pageViewer } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { countOf } from "@/lib/platform/text/count-words";
import { writeCodebookCsv } from "@/lib/tag/exchange/codebook-file/codebook-csv";
import { MAX_CODEBOOK_BYTES } from "@/lib/tag/exchange/codebook-file/read-codebook-file";
import { listExchangeThemes } from "@/lib/tag/exchange/queries/exchange";
import { bringInCodebook } from "./actions";

export const metadata: Metadata = { title: "Exchange the codebook" };

type Props = PageProps<"/reviews/[review]/themes/exchange">;

const TEMPLATE = `data:text/csv;charset=utf-8,${encodeURIComponent(writeCodebookCsv([]))}`;
const count = z.coerce.number().int().nonnegative().catch(0);
const Done = z.object({ added: count, changed: count, moved: count, recoloured: count });

export default async function CodebookExchange({ params, searchParams }: Props) {
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, (await params).review));
  const themes = await forPage(listExchangeThemes(viewer, review.id));
  const query = await searchParams;
  const home = `/reviews/${review.slug}/themes`;
  const works = can(viewer, "coding.exchange", { reviewId: review.id });
  return (
    <>
      <PageHeader
        title="Exchange the codebook"
        breadcrumb={[
          { label: review.title, href: `/reviews/${review.slug}` },
          { label: "Themes", href: home },
          { label: "Exchange" },
        ]}
        meta="Export the themes, or import themes from another program or a spreadsheet."
      />
      {query.added !== undefined && <WhatWasDone {...Done.parse(query)} home={home} />}
      <section aria-labelledby="export">
        <h2 id="export">Export the codebook</h2>
        {themes.length === 0 ? (
          <EmptyState title="There are no themes yet">
            The lead of the review adds them or imports a codebook.
          </EmptyState>
        ) : (
          <ul className="mt-2 grid max-w-measure gap-3">
            <li>
              <a href={`${home}/exchange/codebook.qdc`} download>
                Codebook as .qdc
              </a>{" "}
              opens in NVivo, ATLAS.ti, MAXQDA and other programs that support REFI-QDA.
            </li>
            <li>
              <a href={`${home}/exchange/codebook.csv`} download>
                Codebook as CSV
              </a>{" "}
              opens in a spreadsheet with one theme in each row. You can import it again afterwards.
            </li>
          </ul>
        )}
        <p className="mt-3 max-w-measure text-meta text-soft">
          Both hold the {countOf(themes.length, "theme")} in use, with what belongs under each. They do not
          contain anything participants said.
          {works && (
            <>
              {" "}
              To export contributions and their coding, go to{" "}
              <Link href={`/reviews/${review.slug}/coding/exchange`}>Exchange coding</Link>.
            </>
          )}
        </p>
      </section>
      {can(viewer, "codebook.change", { reviewId: review.id }) && (
        <section aria-labelledby="bring-in" className="mt-10">
          <h2 id="bring-in">Import a codebook</h2>
          <p className="mt-1 mb-5 max-w-measure">
            Choose a file. You can check what it would add and change, and nothing changes until you confirm.
            We match themes by identifier, slug or title. Themes that are not in the file do not change. A
            table needs one row for each theme. We also read the tables that NVivo, MAXQDA, ATLAS.ti, Taguette
            and Dedoose export. For a table of your own,{" "}
            <a href={TEMPLATE} download="codebook.csv">
              download an empty one
            </a>
            .
          </p>
          <ExchangeUpload
            action={bringInCodebook}
            reviewSlug={review.slug}
            hint="A REFI-QDA codebook (.qdc), an Excel workbook or a CSV table. Up to 1 MB and 500 themes."
            accept=".qdc,.csv,.tsv,.txt,.xlsx"
            maxBytes={MAX_CODEBOOK_BYTES}
            tooLarge="This file is larger than 1 MB. Choose a file that contains only the codebook."
          />
        </section>
      )}
    </>
  );
}

type Told = z.output<typeof Done> & { home: string };

function WhatWasDone({ added, changed, moved, recoloured, home }: Told) {
  return (
    <div className="mb-8">
      <Notice tone="success" title="the codebook was imported">
        {countOf(added, "theme")} added, {changed.toLocaleString("en-GB")} changed,{" "}
        {moved.toLocaleString("en-GB")} moved, {recoloured.toLocaleString("en-GB")} given a new colour.{" "}
        <Link href={home}>See the themes</Link>
      </Notice>
    </div>
  );
}
