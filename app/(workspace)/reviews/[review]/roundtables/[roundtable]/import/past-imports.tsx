import { Details } from "@/components/ui/details";
import { Form } from "@/components/ui/form";
import type { PastImport } from "@/lib/capture/import";
import { countOf } from "@/lib/capture/words";
import { formatInstant } from "@/lib/platform/dates";
import { undo } from "./actions";

/** What was imported so far, each to be taken back as one. */
export function PastImports({ imports, undoable }: { imports: readonly PastImport[]; undoable: boolean }) {
  if (imports.length === 0) return null;
  return (
    <section aria-labelledby="imports" className="mt-12">
      <h2 id="imports">Imported so far</h2>
      <ul className="mt-3 border-t border-line">
        {imports.map(({ id, fileName, rows, createdAt, createdBy, undoneAt }) => (
          <li key={id} className="border-b border-faint py-3">
            <p className="font-semibold break-all">{fileName}</p>
            <p className="text-meta text-soft">
              {countOf(rows, "line")}, by {createdBy} on {formatInstant(createdAt)}
              {undoneAt ? `. Undone on ${formatInstant(undoneAt)}` : ""}
            </p>
            {!undoneAt && undoable && (
              <Details summary="Undo this import">
                <Form action={undo} submitLabel="Undo this import" submitVariant="danger">
                  <input type="hidden" name="importId" value={id} />
                  <p>
                    Its {countOf(rows, "line")} leave the record, every list and every figure. Participants
                    whom it made stay.
                  </p>
                </Form>
              </Details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
