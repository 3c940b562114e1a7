import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { evidenceIds } from "@/lib/synthesise/finding/evidence";
import type { Finding } from "@/lib/synthesise/finding/finding";
import { attachAgain } from "../actions";
import type { Search } from "./search";

type Props = { search: Search; finding: Finding; reviewSlug: string };

/** Says that a contribution was detached, with a button to undo it. */
export function RemovedContribution({ search: { removed, bearing }, finding, reviewSlug }: Props) {
  if (!removed || evidenceIds(finding).includes(removed)) return null;
  return (
    <div className="mb-6">
      <Notice tone="success" title="The contribution was removed from the evidence">
        <Form
          action={attachAgain}
          submitLabel="Attach it again"
          submitVariant="quiet"
          className="[&>div:last-child]:mt-2"
        >
          <input type="hidden" name="findingId" value={finding.id} />
          <input type="hidden" name="contributionId" value={removed} />
          <input type="hidden" name="bearing" value={bearing} />
          <input type="hidden" name="reviewSlug" value={reviewSlug} />
        </Form>
      </Notice>
    </div>
  );
}
