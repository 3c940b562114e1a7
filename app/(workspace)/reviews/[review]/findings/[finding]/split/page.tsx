import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { ChosenEvidence } from "@/components/synthesise/board/chosen-evidence";
import { AttachFields } from "@/components/synthesise/finding/attach-fields";
import { Statement } from "@/components/synthesise/finding/statement";
import { StatementFields } from "@/components/synthesise/finding/statement-fields";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { forPage } from "@/lib/access/page";
import { listContributions } from "@/lib/capture/contribution/queries/contributions";
import { BEARINGS } from "@/lib/synthesise/finding/bearing";
import { evidenceIds } from "@/lib/synthesise/finding/evidence";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { split } from "../../board-actions";
import { readFinding } from "../read-finding";

export const metadata: Metadata = { title: "Split a finding" };

type Props = PageProps<"/reviews/[review]/findings/[finding]/split">;

export default async function SplitFindingPage({ params }: Props) {
  const { viewer, review, finding, home, here } = await readFinding(params);
  const themes = await listThemes(viewer, review.id, { retired: true });
  const ids = evidenceIds(finding);
  const { contributions } = await forPage(
    listContributions(viewer, { reviewId: review.id, ids, take: Math.max(ids.length, 1) }),
  );
  return (
    <>
      <PageHeader
        title="Split a finding"
        breadcrumb={[{ label: "Findings", href: home }, { label: "Finding", href: here }, { label: "Split" }]}
        meta="The contributions that you choose leave this finding, and become the evidence of a new one. You can undo this."
      />
      <Statement finding={finding} />
      <Form
        action={split}
        submitLabel="Split the finding"
        actions={<Link href={here}>Cancel</Link>}
        className="mt-8"
      >
        <input type="hidden" name="findingId" value={finding.id} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
        <input type="hidden" name="themeSlug" value={slugOf(themes, finding.themeId)} />
        <AttachFields label="Which contributions belong to the new finding?">
          <ul>
            {contributions.map((contribution) => (
              <ChosenEvidence
                key={contribution.id}
                contribution={contribution}
                bearing={BEARINGS.find((bearing) => finding[bearing].includes(contribution.id))}
              />
            ))}
          </ul>
        </AttachFields>
        <StatementFields label="What the new finding says" />
      </Form>
    </>
  );
}

function slugOf(themes: readonly { id: string; slug: string }[], themeId: string): string {
  return themes.find(({ id }) => id === themeId)?.slug ?? "";
}
