import { Form } from "@/components/ui/form/form";
import { Notice } from "@/components/ui/notice";
import { countOf } from "@/lib/platform/text/count-words";
import type { Batch } from "@/lib/tag/coding/batch";
import { takeBatchBack } from "./batch/actions";

/** What the batch that was just made did, with a button to undo it. */
export function BatchNotice({ batch: { id, themeTitle, contributions, undone } }: { batch: Batch }) {
  return (
    <div className="mb-6">
      <Notice
        tone="success"
        title={
          undone
            ? `${themeTitle} was removed from these contributions`
            : `${themeTitle} was set on ${countOf(contributions, "contribution")}`
        }
      >
        {!undone && (
          <Form action={takeBatchBack} submitLabel="Undo" submitVariant="quiet" className="[&>div]:mt-2">
            <input type="hidden" name="id" value={id} />
          </Form>
        )}
      </Notice>
    </div>
  );
}
