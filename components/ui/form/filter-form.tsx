"use client";

import { useId, type ReactNode } from "react";
import type { FormRefusal } from "@/lib/platform/result";
import { ErrorSummary } from "./error-summary";
import { FormContext } from "./form-context";

type Props = {
  action: string;
  /** What is filtered, for screen readers. */
  label: string;
  /** What is wrong with the filter in the address. */
  refusal: FormRefusal | null;
  children: ReactNode;
};

/** A form whose fields go into the address, with the errors that the page found in it. */
export function FilterForm({ action, label, refusal, children }: Props) {
  const id = useId();
  return (
    <FormContext value={{ id, state: refusal, pending: false }}>
      {refusal && <ErrorSummary refusal={refusal} formId={id} />}
      <form action={action} role="search" aria-label={label} noValidate>
        {children}
      </form>
    </FormContext>
  );
}
