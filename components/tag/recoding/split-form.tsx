"use client";

import { useId, useMemo, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/form/error-summary";
import { FormContext } from "@/components/ui/form/form-context";
import { keepingWords } from "@/components/ui/form/sending";
import { useSending } from "@/components/ui/form/use-sending";
import type { FormRefusal } from "@/lib/platform/result";
import { SplitPreview, type SplitCounts } from "./split-preview";

/** Nothing is done before its effects were shown: `preview` is then next to everything that was sent. */
export type SplitState = (FormRefusal & { preview?: SplitCounts; seen?: string }) | null;

type SplitAction = (state: SplitState, data: FormData) => Promise<SplitState>;

type Props = {
  action: SplitAction;
  title: string;
  /** The link to cancel. */
  cancel: ReactNode;
  children: ReactNode;
};

/**
 * A form that is sent twice: first to preview the effects, then to confirm. Anything that is changed in
 * between is previewed again.
 */
export function SplitForm({ action, title, cancel, children }: Props) {
  const id = useId();
  const send = useMemo(() => (typeof window === "undefined" ? action : keepingAll(action)), [action]);
  const { state, dispatch, pending, submit } = useSending(send);

  const off = pending || undefined;
  return (
    <FormContext value={{ id, state, pending }}>
      <form action={dispatch} onSubmit={submit} noValidate>
        {state && !state.preview && <ErrorSummary refusal={state} formId={id} />}
        {/* Enter presses a form's first submit button, so the preview comes before the confirmation. */}
        <button type="submit" hidden tabIndex={-1} />
        {state?.preview && (
          <SplitPreview key={state.seen} counts={state.preview} title={title}>
            <input type="hidden" name="seen" value={state.seen ?? ""} />
            <Button type="submit" name="confirm" value="yes" aria-disabled={off}>
              Split theme
            </Button>
          </SplitPreview>
        )}
        <div className="grid gap-6">{children}</div>
        <div className="mt-7 flex flex-wrap items-center gap-x-5 gap-y-3">
          <Button type="submit" variant={state?.preview ? "quiet" : "primary"} aria-disabled={off}>
            Preview the change
          </Button>
          {cancel}
        </div>
      </form>
    </FormContext>
  );
}

/** Turns a lost connection into a refusal that keeps every word and choice. */
function keepingAll(action: SplitAction): SplitAction {
  return async (state, data) => {
    const answer: { given?: SplitState } = {};
    const kept = await keepingWords(async () => (answer.given = await action(state, data)))(null, data);
    if (answer.given !== undefined) return answer.given;
    return kept && !kept.ok ? kept : null;
  };
}
