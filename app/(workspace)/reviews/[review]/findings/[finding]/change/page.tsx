import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { CounterViewField } from "@/components/synthesise/finding/counter-view-field";
import { FindingFields } from "@/components/synthesise/finding/finding-fields";
import { Statement } from "@/components/synthesise/finding/statement";
import { Form } from "@/components/ui/form/form";
import { Textarea } from "@/components/ui/form/textarea";
import { PageHeader } from "@/components/ui/page-header";
import { NOTE_LIMIT } from "@/lib/synthesise/finding/finding";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { saveFinding } from "../../actions";
import { readFinding } from "../read-finding";

export const metadata: Metadata = { title: "Change a finding" };

type Props = PageProps<"/reviews/[review]/findings/[finding]/change">;

export default async function ChangeFindingPage({ params }: Props) {
  const { viewer, review, finding, home, here } = await readFinding(params);
  const themes = await listThemes(viewer, review.id, { retired: true });
  // A retired theme is offered only where the finding is under it already.
  const offered = themes.filter(({ id, retired }) => !retired || id === finding.themeId);
  return (
    <>
      <PageHeader
        title="Change a finding"
        breadcrumb={[
          { label: "Findings", href: home },
          { label: "Finding", href: here },
          { label: "Change" },
        ]}
        meta="We keep what it said before. The contributions attached to it stay."
      />
      <section aria-labelledby="now" className="mb-8">
        <h2 id="now" className="mb-2 text-subheading">
          What it says now
        </h2>
        <Statement finding={finding} />
      </section>
      <Form action={saveFinding} submitLabel="Save finding" actions={<Link href={here}>Cancel</Link>}>
        <input type="hidden" name="id" value={finding.id} />
        <input type="hidden" name="revision" value={finding.revision} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        <FindingFields themes={offered} themeId={finding.themeId} finding={finding} />
        <CounterViewField counterView={finding.counterView} />
        <Textarea
          name="note"
          label="Note for facilitators"
          optional
          hint="Only facilitators read it. It is not published."
          limit={NOTE_LIMIT}
          rows={3}
          defaultValue={finding.note}
        />
      </Form>
    </>
  );
}
