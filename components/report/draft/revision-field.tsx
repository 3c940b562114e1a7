"use client";

import { useForm } from "@/components/ui/form/form-context";
import { errorOf, fieldId, shownText } from "@/components/ui/form/form-values";

type Props = { revision: number; current: string };

/**
 * The revision that an edit is based on. After a conflict it shows the present text with the typed one, and
 * the next save is based on the present one.
 */
export function RevisionField({ revision, current }: Props) {
  const { id, state } = useForm();
  const error = errorOf(state, "revision");
  const based = error ? String(revision) : shownText(state, "revision", String(revision));
  return (
    <>
      <input type="hidden" name="revision" value={based} />
      {error && (
        <section id={fieldId(id, "revision")} className="border-l-4 border-danger pl-4">
          <h3>What the paragraph says now</h3>
          <p className="mt-1.5 max-w-measure voice">{current}</p>
        </section>
      )}
    </>
  );
}
