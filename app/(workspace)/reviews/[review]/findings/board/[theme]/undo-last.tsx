import { Form } from "@/components/ui/form/form";
import { lastChangeWords, type LastChange } from "@/lib/synthesise/board/finding-change";
import { undo } from "./actions";

/** What the viewer last did here, with the button that undoes it. Its place is kept while there is nothing. */
export function UndoLast({ change }: { change: LastChange | null }) {
  return (
    <div data-undo className="min-h-11 text-meta">
      {change ? (
        <Form
          key={change.id}
          action={undo}
          submitLabel="Undo"
          submitVariant="quiet"
          submitKey="u"
          className="flex flex-wrap items-center gap-y-1 [&>div]:mt-0! [&>div]:mb-0! [&>div.grid]:mr-4"
        >
          <p>{lastChangeWords(change)}</p>
          <input type="hidden" name="changeId" value={change.id} />
        </Form>
      ) : (
        <p className="text-soft">You can undo what you do here.</p>
      )}
    </div>
  );
}
