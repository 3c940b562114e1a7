"use client";

import { useEffect, useId, useMemo, useRef, type ReactNode } from "react";
import { Button, type ButtonVariant } from "./button";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { Notice } from "./notice";
import { keepingWords, type FormAction } from "./sending";
import { useSending } from "./use-sending";

type Props = {
  action: FormAction;
  submitLabel: string;
  children?: ReactNode;
  submitVariant?: ButtonVariant;
  /** Beside the submit button: a way out, or a second submit button. */
  actions?: ReactNode;
  className?: string;
};

const onServer = typeof window === "undefined";

/**
 * A form for a server action, with or without JavaScript. With it, the form is emptied after a success alone, so
 * that a refusal loses nothing, not even a chosen file.
 */
export function Form({ action, submitLabel, children, submitVariant, actions, className }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // The server needs the action itself, to write its address into the page.
  const send = useMemo(() => (onServer ? action : keepingWords(action)), [action]);
  const { state, dispatch, pending, submit } = useSending(send);
  const refusal = state !== null && !state.ok ? state : null;

  useEffect(() => {
    if (state?.ok) form.current?.reset();
  }, [state]);

  return (
    <FormContext value={{ id, state, pending }}>
      <form ref={form} action={dispatch} onSubmit={submit} noValidate className={className}>
        {refusal && <ErrorSummary refusal={refusal} formId={id} />}
        <div role="status" className="not-empty:mb-6">
          {state?.ok && state.message && <Notice tone="success">{state.message}</Notice>}
        </div>
        <div className="grid gap-6">{children}</div>
        <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" variant={submitVariant} aria-disabled={pending || undefined}>
            {submitLabel}
          </Button>
          {actions}
        </div>
      </form>
    </FormContext>
  );
}
