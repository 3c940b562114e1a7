import type { Metadata } from "next";
import { Link } from "@/components/ui/link";
import { Statement } from "@/components/synthesise/finding/statement";
import { Form } from "@/components/ui/form/form";
import { PageHeader } from "@/components/ui/page-header";
import { withdraw } from "../../actions";
import { readFinding } from "../read-finding";

export const metadata: Metadata = { title: "Withdraw a finding" };

type Props = PageProps<"/reviews/[review]/findings/[finding]/withdraw">;

export default async function WithdrawFindingPage({ params }: Props) {
  const { review, finding, home, here } = await readFinding(params);
  return (
    <>
      <PageHeader
        title="Withdraw this finding?"
        breadcrumb={[
          { label: "Findings", href: home },
          { label: "Finding", href: here },
          { label: "Withdraw" },
        ]}
      />
      <Statement finding={finding} />
      <p className="mt-6 mb-6 max-w-measure">
        It is removed from the list of findings, and new drafts will not use it. Contributions stay, and so do
        reports that already use it. Its words stay in the record, but you cannot restore it from this page.
      </p>
      <Form
        action={withdraw}
        submitLabel="Withdraw finding"
        submitVariant="danger"
        actions={<Link href={here}>Keep it</Link>}
      >
        <input type="hidden" name="id" value={finding.id} />
        <input type="hidden" name="revision" value={finding.revision} />
        <input type="hidden" name="reviewSlug" value={review.slug} />
      </Form>
    </>
  );
}
