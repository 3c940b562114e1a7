"use client";

import { useEffect, useId, useMemo, useRef, type ReactNode } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/key-hint";
import { Notice } from "@/components/ui/notice";
import { SentAs } from "@/components/ui/opened-by";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";
import { saveOnKey } from "./save-key";
import { keepingWords, type FormAction } from "./sending";
import { useSending } from "./use-sending";

type Props = {
  action: FormAction;
  submitLabel: string;
  children?: ReactNode;
  submitVariant?: ButtonVariant;
  /** Next to the submit button: a link to cancel, or a second submit button. */
  actions?: ReactNode;
  className?: string;
  /** Keeps the buttons at the bottom of the window while the form is longer. */
  footed?: boolean;
  /** What stands in place of the submit button once the form has succeeded, where it is sent only once. */
  afterwards?: ReactNode;
  /** The key that submits, where the form is in a KeyRegion. */
  submitKey?: string;
};

const onServer = typeof window === "undefined";

/** Opaque, so that text that scrolls under it does not show through. */
const FOOT =
  "gap-y-1 sticky bottom-0 z-10 mt-5 border-t-2 border-ink bg-paper py-2.5 print:static print:border-0";

/**
 * A form for a server action, with or without JavaScript. With it, the form is reset only after success, so
 * that a refusal loses nothing, not even a chosen file.
 */
export function Form({
  action,
  submitLabel,
  children,
  submitVariant,
  actions,
  className,
  footed,
  afterwards,
  submitKey,
}: Props) {
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
    <FormContext value={{ id, state, pending, submitLabel }}>
      <form
        ref={form}
        action={dispatch}
        onSubmit={submit}
        onKeyDown={saveOnKey}
        noValidate
        className={className}
      >
        <SentAs />
        {refusal && <ErrorSummary refusal={refusal} formId={id} />}
        <div role="status" className="not-empty:mb-6">
          {state?.ok && state.message && <Notice tone="success">{state.message}</Notice>}
        </div>
        <div className="grid gap-6">{children}</div>
        <div
          data-form-foot={footed ? "" : undefined}
          className={`flex flex-wrap items-center gap-x-5 ${footed ? FOOT : "mt-7 gap-y-3"}`}
        >
          {state?.ok && afterwards ? (
            afterwards
          ) : (
            <Button
              type="submit"
              variant={submitVariant}
              aria-disabled={pending || undefined}
              aria-keyshortcuts={submitKey}
            >
              {submitLabel}
              {submitKey && <KeyHint>{submitKey}</KeyHint>}
            </Button>
          )}
          {actions}
        </div>
      </form>
    </FormContext>
  );
}
