"use client";

import { useEffect, useId, useMemo, useRef, type ReactNode } from "react";
import { SentAs } from "@/components/ui/opened-by";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { FormContext } from "@/components/ui/form/form-context";
import { saveOnKey } from "@/components/ui/form/save-key";
import { keepingWords, type FormAction } from "@/components/ui/form/sending";
import { useSending } from "@/components/ui/form/use-sending";
import { BOARD_FORM, closeStartPanel, focusLater } from "./board-elements";

const onServer = typeof window === "undefined";

type Props = { action: FormAction; children: ReactNode };

/**
 * The contributions with their check boxes. The buttons of the findings belong to this form by its id, so that
 * they can stand outside it.
 */
export function BoardForm({ action, children }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const send = useMemo(() => (onServer ? action : keepingWords(action)), [action]);
  const { state, dispatch, pending, submit } = useSending(send);
  const refusal = state !== null && !state.ok ? state : null;

  useEffect(() => {
    if (!state?.ok) return;
    form.current?.reset();
    closeStartPanel();
    focusLater.go();
  }, [state]);

  return (
    <FormContext value={{ id, state, pending, submitLabel: "Start a finding" }}>
      <form
        id={BOARD_FORM}
        ref={form}
        action={dispatch}
        onSubmit={submit}
        onKeyDown={saveOnKey}
        noValidate
        aria-busy={pending}
      >
        <SentAs />
        {refusal && <ErrorSummary refusal={refusal} formId={id} />}
        {children}
      </form>
      <p role="status" className="sr-only">
        {state?.ok ? state.message : ""}
      </p>
    </FormContext>
  );
}
