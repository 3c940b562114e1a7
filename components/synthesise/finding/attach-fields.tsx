"use client";

import type { ReactNode } from "react";
import { FieldGroup } from "@/components/ui/form/field";
import { useForm } from "@/components/ui/form/form-context";
import { errorOf, fieldId } from "@/components/ui/form/form-values";

/** The contributions that could be attached, with the error when none was chosen. */
export function AttachFields({ label, children }: { label: string; children: ReactNode }) {
  const { id, state } = useForm();
  return (
    <FieldGroup id={fieldId(id, "contributions")} label={label} error={errorOf(state, "contributions")}>
      {children}
    </FieldGroup>
  );
}
