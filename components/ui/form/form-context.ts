"use client";

import { createContext, useContext } from "react";
import type { FormState } from "@/lib/platform/result";

type FormContextValue = {
  id: string;
  state: FormState;
  pending: boolean;
  /** The text of the button that sends the form. */
  submitLabel?: string;
};

/** The default is for a plain `<form method="get">`, whose fields need no state. */
export const FormContext = createContext<FormContextValue>({ id: "field", state: null, pending: false });

export function useForm(): FormContextValue {
  return useContext(FormContext);
}
