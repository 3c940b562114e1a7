"use client";

import { useMemo } from "react";
import { Button, type ButtonVariant } from "@/components/ui/button";
import { SentAs } from "@/components/ui/opened-by";
import { keepingWords, type FormAction } from "@/components/ui/form/sending";
import { useSending } from "@/components/ui/form/use-sending";

type Props = {
  action: FormAction;
  fields: Record<string, string>;
  /** The button's text, and its accessible name where the text alone does not say enough. */
  label: string;
  name?: string;
  variant?: ButtonVariant;
};

/** One button with one action: moves, removes, restores. A refusal is shown next to it. */
export function QuickForm({ action, fields, label, name, variant = "quiet" }: Props) {
  const send = useMemo(() => (typeof window === "undefined" ? action : keepingWords(action)), [action]);
  const { state, dispatch, pending, submit } = useSending(send);

  return (
    <form action={dispatch} onSubmit={submit} className="inline">
      <SentAs />
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
