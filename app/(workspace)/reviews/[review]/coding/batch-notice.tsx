import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { countOf } from "@/lib/capture/words";
import type { Batch } from "@/lib/tag/batch";
import { takeBatchBack } from "./batch/actions";

/** What the batch that was just made did, with the one step that takes it back. */
export function BatchNotice({ batch: { id, themeTitle, lines, undone } }: { batch: Batch }) {
  return (
    <div className="mb-6">
      <Notice
        tone="success"
        title={
          undone
            ? `${themeTitle} was removed from these lines`
            : `${themeTitle} was set on ${countOf(lines, "line")}`
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
