"use client";

import { Form } from "@/components/ui/form/form";
import type { FormAction } from "@/components/ui/form/sending";
import type { KeepCitationInput } from "@/lib/aggregate/take-away/cited";

type Props = { action: FormAction; cited: KeepCitationInput };

/** Keeps the figure in the reader's own list of what they cite. A client component: a page may have many. */
export function KeepCitation({ action, cited }: Props) {
  return (
    <Form action={action} submitLabel="Keep in what I cite" submitVariant="quiet" className="mt-2">
      <input type="hidden" name="reviewId" value={cited.reviewId} />
      <input type="hidden" name="release" value={cited.release} />
      <input type="hidden" name="themeId" value={cited.themeId} />
      <input type="hidden" name="roundtableId" value={cited.roundtableId ?? ""} />
      <input type="hidden" name="findingId" value={cited.findingId ?? ""} />
    </Form>
  );
}
