"use client";

import {
  startTransition,
  useActionState,
  useEffect,
  useId,
  useMemo,
  useRef,
  type ReactNode,
  type SubmitEvent,
} from "react";
import { Button, type ButtonVariant } from "./button";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { Notice } from "./notice";
import { keepingWords, type FormAction } from "./sending";

type Props = {
  action: FormAction;
  submitLabel: string;
  children?: ReactNode;
  submitVariant?: ButtonVariant;
  /** Beside the submit button: a way out, or a second submit button. */
  actions?: ReactNode;
  className?: string;
};

const ERROR_TITLE = "Error: ";
const onServer = typeof window === "undefined";

/**
 * A form for a server action, with or without JavaScript. With it, the form is sent by hand rather than
 * by React, which empties a form after every send: here it is emptied after a success alone, so that a
 * refusal loses nothing, not even a chosen file. A form already on its way is not sent twice.
 */
export function Form({ action, submitLabel, children, submitVariant, actions, className }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // The server needs the action itself, to write its address into the page.
  const send = useMemo(() => (onServer ? action : keepingWords(action)), [action]);
  const [state, dispatch, pending] = useActionState(send, null);
  // Known at once, where `pending` waits for the next render: a double click comes sooner than that.
  const underWay = useRef(false);
  const refusal = state !== null && !state.ok ? state : null;

  useEffect(() => {
    if (!pending) underWay.current = false;
  }, [pending]);

  useEffect(() => {
    if (state?.ok) form.current?.reset();
  }, [state]);

  useEffect(() => {
    if (refusal === null || document.title.startsWith(ERROR_TITLE)) return;
    document.title = ERROR_TITLE + document.title;
    return () => {
      if (document.title.startsWith(ERROR_TITLE)) document.title = document.title.slice(ERROR_TITLE.length);
    };
  }, [refusal]);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    const { submitter } = event.nativeEvent;
    // A button with an action of its own belongs to React.
    if (submitter?.hasAttribute("formaction")) return;
    event.preventDefault();
    if (underWay.current) return;
    underWay.current = true;
    const data = new FormData(event.currentTarget, submitter);
    startTransition(() => dispatch(data));
  }

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
