import { shapeWords } from "@/components/tag/codebook/shape-words";
import { Form } from "@/components/ui/form/form";
import { formatInstant } from "@/lib/platform/text/dates";
import type { ShapeChange } from "@/lib/tag/codebook/codebook-change";
import type { Theme } from "@/lib/tag/codebook/theme";
import { undoChange } from "../actions";

type Props = {
  changes: readonly ShapeChange[];
  theme: Theme;
  themes: readonly Theme[];
  mayUndo: boolean;
};

/** The history of a theme's place, latest first; a change that can be undone has a button for it. */
export function ShapeHistory({ changes, theme, themes, mayUndo }: Props) {
  if (changes.length === 0) return null;
  const titleOf = (id: string) => themes.find((one) => one.id === id)?.title ?? "a theme";
  return (
    <section aria-labelledby="shape" className="mt-10">
      <h2 id="shape">Earlier positions</h2>
      <ol className="mt-2 max-w-measure border-t border-line">
        {changes.map((change) => (
          <li
            key={change.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-faint py-3"
          >
            <div className="min-w-0">
              <p>{shapeWords(change, theme.id, titleOf)}</p>
              <p className="text-meta text-soft">{told(change.at, change.by)}</p>
              {change.undoneAt && (
                <p className="text-meta text-soft">Undone {told(change.undoneAt, change.undoneBy)}</p>
              )}
            </div>
            {mayUndo && change.open && (
              <Form
                action={undoChange}
                submitLabel="Undo"
                submitVariant="quiet"
                className="[&>div]:mt-0 print:hidden"
              >
                <input type="hidden" name="id" value={change.id} />
              </Form>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function told(at: Date, by: string | null): string {
  return by === null ? formatInstant(at) : `${formatInstant(at)} by ${by}`;
}
