"use client";

import { later, useLater } from "@/components/ui/later";
import type { RecodeFormProps } from "./recode-form";

/** The form for another theme or stance, of which a page shows no more than one. */
export const recodeForm = later(() => import("./recode-form"));

/** To be opened once `recodeForm` is there, or by the page's own address. */
export function LaterRecodeForm(props: RecodeFormProps) {
  const { RecodeForm } = useLater(recodeForm);
  return <RecodeForm {...props} />;
}
