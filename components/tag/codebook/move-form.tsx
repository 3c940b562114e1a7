"use client";

import { useActionState } from "react";
import { keepingWords, type FormAction } from "@/components/ui/form/sending";

/** The form that the buttons of MoveButtons send, once for all lists of a page; it shows why a theme could not be moved. */
export function MoveForm({ id, action }: { id: string; action: FormAction }) {
  const send = typeof window === "undefined" ? action : keepingWords(action);
  const [state, dispatch] = useActionState(send, null);
  return (
    <form id={id} action={dispatch}>
      {state && !state.ok && (
        <p role="alert" className="mb-6 max-w-measure font-semibold text-danger">
          {state.message ?? Object.values(state.fieldErrors).join(" ")}
        </p>
      )}
    </form>
  );
}
