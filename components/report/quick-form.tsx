"use client";

import { startTransition, useActionState, useRef, type SubmitEvent } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import type { FormAction } from "@/components/ui/sending";

type Props = {
  action: FormAction;
  fields: Record<string, string>;
  /** What the button shows, and what it is called where that alone would not say enough. */
  label: string;
  name?: string;
  variant?: ButtonVariant;
};

/** One button that does one thing: moves, removes, restores. A refusal is said beside it. */
export function QuickForm({ action, fields, label, name, variant = "quiet" }: Props) {
  const [state, dispatch, pending] = useActionState(action, null);
  const underWay = useRef(false);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    if (underWay.current && pending) return;
    underWay.current = true;
    const data = new FormData(event.currentTarget);
    startTransition(() => dispatch(data));
  }

  return (
    <form action={dispatch} onSubmit={submit} className="inline">
      {Object.entries(fields).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <Button
        type="submit"
        size="small"
        variant={variant}
        aria-label={name}
        aria-disabled={pending || undefined}
      >
        {label}
      </Button>
      {state && !state.ok && (
        <span role="alert" className="ml-2 text-meta font-semibold text-danger">
          {state.message ?? Object.values(state.fieldErrors)[0]}
        </span>
      )}
    </form>
  );
}
