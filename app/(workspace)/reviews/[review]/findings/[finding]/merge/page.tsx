import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { Statement } from "@/components/synthesise/finding/statement";
import { StatementFields } from "@/components/synthesise/finding/statement-fields";
import { EmptyState } from "@/components/ui/empty-state";
import { Form } from "@/components/ui/form/form";
import { Radios } from "@/components/ui/form/radios";
import { PageHeader } from "@/components/ui/page-header";
import { evidenceSentence } from "@/lib/synthesise/finding/evidence";
import { listFindings } from "@/lib/synthesise/finding/queries/findings";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { merge } from "../../board-actions";
import { readFinding } from "../read-finding";

export const metadata: Metadata = { title: "Merge findings" };

type Props = PageProps<"/reviews/[review]/findings/[finding]/merge">;

export default async function MergeFindingsPage({ params }: Props) {
  const { viewer, review, finding, home, here } = await readFinding(params);
  const { themeId } = finding;
  const others = (await listFindings(viewer, review.id, { themeId })).filter(({ id }) => id !== finding.id);
  const themes = await listThemes(viewer, review.id, { retired: true });
  return (
    <>
      <PageHeader
        title="Merge findings"
        breadcrumb={[{ label: "Findings", href: home }, { label: "Finding", href: here }, { label: "Merge" }]}
        meta="The evidence of the other finding moves to this one, and the other is withdrawn. We keep what both said. You can undo this."
      />
      <Statement finding={finding} />
      {others.length === 0 ? (
        <EmptyState title="There is no other finding under this theme">
          Two findings are merged under the same theme. Change the theme of one of them first.
        </EmptyState>
      ) : (
        <Form
          action={merge}
          submitLabel="Merge the findings"
          actions={<Link href={here}>Cancel</Link>}
          className="mt-8"
        >
          <input type="hidden" name="id" value={finding.id} />
          <input type="hidden" name="revision" value={finding.revision} />
          <input type="hidden" name="reviewSlug" value={review.slug} />
          <input type="hidden" name="themeSlug" value={themes.find(({ id }) => id === themeId)?.slug ?? ""} />
          <Radios
            name="otherId"
            label="Which finding should be merged into this one?"
            options={others.map((other) => ({
              value: other.id,
              label: other.text,
              hint: evidenceSentence(other),
            }))}
          />
          <StatementFields label="What the finding says after that" finding={finding} />
        </Form>
      )}
    </>
  );
}
