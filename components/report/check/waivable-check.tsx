import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form/form";
import type { FormAction } from "@/components/ui/form/sending";
import { Textarea } from "@/components/ui/form/textarea";
import { Link } from "@/components/ui/link";
import type { Check } from "@/lib/report/check/check";

type Props = {
  check: Check;
  /** Where the paragraph is edited. */
  edit: string;
  /** The beginning of the paragraph; null where the check is about the draft as a whole. */
  excerpt: string | null;
  /** How the lead sets it aside; null where it cannot be. */
  waive: { action: FormAction; reportId: string; revision: number; check: string } | null;
  end: FormAction | null;
};

/** A check with the words it is about, and, for the lead, a form that sets it aside or ends that. */
export function WaivableCheck({ check, edit, excerpt, waive, end }: Props) {
  const { waiver, message, blockId } = check;
  return (
    <>
      <p>{message}</p>
      {excerpt && <p className="mt-1 font-serif text-meta text-soft">{excerpt}</p>}
      {blockId && (
        <p className="mt-1 text-meta">
          <Link href={edit}>Edit this paragraph</Link>
        </p>
      )}
      {waiver && <p className="mt-2 text-meta">Set aside, with the reason: {waiver.reason}</p>}
      {waiver && end && (
        <Form action={end} submitLabel="Stop setting it aside" submitVariant="quiet">
          <input type="hidden" name="waiverId" value={waiver.id} />
        </Form>
      )}
      {waive && blockId && (
        <Details summary="Set this check aside">
          <Form action={waive.action} submitLabel="Set aside">
            <input type="hidden" name="reportId" value={waive.reportId} />
            <input type="hidden" name="blockId" value={blockId} />
            <input type="hidden" name="revision" value={waive.revision} />
            <input type="hidden" name="check" value={waive.check} />
            <Textarea
              name="reason"
              label="Reason"
              hint="The published report prints it in its note on the method. Name nobody. An edit of the paragraph ends it."
              limit={300}
            />
          </Form>
        </Details>
      )}
    </>
  );
}
