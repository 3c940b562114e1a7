import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { Statement } from "@/components/synthesise/finding/statement";
import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import { Textarea } from "@/components/ui/form/textarea";
import { PageHeader } from "@/components/ui/page-header";
import { assess, CONFIDENCES, CONFIDENCE_WORDS } from "@/lib/synthesise/confidence/confidence";
import { decidedConfidence, findingFacts } from "@/lib/synthesise/confidence/queries/finding-facts";
import { changeConfidence, workOutConfidence } from "../../confidence-actions";
import { readFinding } from "../read-finding";

export const metadata: Metadata = { title: "Change the confidence in a finding" };

type Props = PageProps<"/reviews/[review]/findings/[finding]/confidence">;

export default async function ConfidencePage({ params }: Props) {
  const { viewer, review, finding, home, here } = await readFinding(params);
  const { level } = assess(await findingFacts(viewer, review.id, finding));
  const decided = await decidedConfidence(viewer, finding.id);
  const ids = (
    <>
      <input type="hidden" name="findingId" value={finding.id} />
      <input type="hidden" name="reviewSlug" value={review.slug} />
    </>
  );
  return (
    <>
      <PageHeader
        title="Change the confidence in a finding"
        breadcrumb={[
          { label: "Findings", href: home },
          { label: "Finding", href: here },
          { label: "Confidence" },
        ]}
        meta={`Worked out from the evidence: ${CONFIDENCE_WORDS[level].toLowerCase()}.`}
      />
      <Statement finding={finding} />
      <Form
        action={changeConfidence}
        submitLabel="Save the confidence"
        actions={<Link href={here}>Cancel</Link>}
        className="mt-8"
      >
        {ids}
        <Radios
          name="level"
          label="How confident are you that the finding says what people meant?"
          defaultValue={decided?.level ?? level}
          options={CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_WORDS[value] }))}
        />
        <Textarea
          name="reason"
          label="Reason"
          hint="What does the evidence not show? Only facilitators read it."
          limit={1_000}
          rows={3}
          defaultValue={decided?.reason}
        />
      </Form>
      {decided && (
        <Form
          action={workOutConfidence}
          submitLabel="Use what is worked out"
          submitVariant="quiet"
          className="mt-8 border-t border-line"
        >
          {ids}
        </Form>
      )}
    </>
  );
}
