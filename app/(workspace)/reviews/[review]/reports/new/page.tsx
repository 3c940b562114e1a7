import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { Radios } from "@/components/ui/form/radios";
import { TextInput } from "@/components/ui/form/text-input";
import { forPage, pageViewer, requireForPage } from "@/lib/access/page";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { listRoundtables } from "@/lib/capture/roundtable/queries/roundtables";
import { draftScopes } from "@/lib/report/draft/draft-scope";
import { KINDS, REPORT_KINDS } from "@/lib/report/draft/document-kind";
import { listReports } from "@/lib/report/draft/queries/reports";
import { generate } from "../actions";

export const metadata: Metadata = { title: "Start a draft" };

export default async function NewReport({
  params,
  searchParams,
}: PageProps<"/reviews/[review]/reports/new">) {
  const { review: slug } = await params;
  const viewer = await pageViewer();
  const review = await forPage(getReview(viewer, slug));
  await requireForPage(viewer, "report.write", { reviewId: review.id });
  const [roundtables, reports] = await Promise.all([
    forPage(listRoundtables(viewer, review.id)),
    forPage(listReports(viewer, review.id)),
  ]);
  const { roundtable: asked } = await searchParams;
  const { scopes, chosen } = draftScopes(roundtables, reports, typeof asked === "string" ? asked : undefined);
  const list = `/reviews/${slug}/reports`;
  return (
    <>
      <PageHeader
        title="Start a draft"
        breadcrumb={[{ label: "Reports", href: list }]}
        meta="We write a first draft from the findings, with the evidence for each sentence. You can then edit it."
      />
      <Form action={generate} submitLabel="Write the draft" actions={<Link href={list}>Cancel</Link>}>
        <input type="hidden" name="id" value={randomUUID()} />
        <input type="hidden" name="reviewId" value={review.id} />
        <input type="hidden" name="reviewSlug" value={slug} />
        <Radios
          name="roundtableId"
          label="What does it cover?"
          hint="Its figures come from the newest release that covers it. Without a release, a draft has no figures and cannot be published yet."
          options={scopes}
          {...(chosen ? { defaultValue: chosen } : {})}
        />
        <Radios
          name="kind"
          label="What kind of report?"
          options={REPORT_KINDS.map((value) => ({
            value,
            label: KINDS[value].word,
            hint: KINDS[value].hint,
          }))}
          defaultValue="summary"
        />
        <TextInput
          name="title"
          label="Title"
          optional
          hint="Readers see it at the top of the report, and it is part of the web address. If you leave it empty, the report is called after its kind and what it covers."
        />
      </Form>
    </>
  );
}
