import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { firstRows } from "@/lib/capture/import/queries/import-preview";
import { recordingProblem } from "@/lib/capture/roundtable/states";
import { LeaveFile } from "../leave-file";
import { readImport } from "../read-import";
import { ColumnsForm } from "./columns-form";
import { HowItWasRead } from "./how-it-was-read";
import { ImportProgress } from "./import-progress";
import { ImportResult } from "./import-result";

export const metadata: Metadata = { title: "Import" };

type Props = PageProps<"/reviews/[review]/roundtables/[roundtable]/import/[import]">;

/** How many rows are shown before the columns are set. */
const FIRST = 5;

export default async function OneImportPage({ params, searchParams }: Props) {
  const { viewer, found, review, roundtable, slugs, crumbs, href } = await readImport(params);
  const page = Number((await searchParams).page) || 1;
  if (found.state === "chosen" && found.format === "waiting") redirect(href("/check"));
  const titles = { chosen: "What the file contains", staged: "Importing" } as const;
  const title = found.state === "chosen" || found.state === "staged" ? titles[found.state] : "Result";
  return (
    <>
      <PageHeader title={title} breadcrumb={[...crumbs, { label: found.fileName }]} />
      {found.state === "chosen" && (
        <>
          <HowItWasRead found={found} slugs={slugs} />
          <ColumnsForm
            found={found}
            rows={await firstRows(viewer, found.id, FIRST)}
            questions={roundtable.questions}
            slugs={slugs}
          />
          <LeaveFile importId={found.id} slugs={slugs} />
        </>
      )}
      {found.state === "staged" && <ImportProgress found={found} slugs={slugs} />}
      {["visible", "undone", "failed"].includes(found.state) && (
        <ImportResult
          found={found}
          page={page}
          href={href()}
          contributionsHref={`/reviews/${review.slug}/contributions?roundtable=${roundtable.slug}`}
          undoable={recordingProblem(roundtable.state) === null}
        />
      )}
    </>
  );
}
