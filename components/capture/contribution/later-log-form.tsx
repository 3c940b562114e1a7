"use client";

import { later, useLater } from "@/components/ui/later";
import type { LogFormProps } from "./log-form";

const form = later(() => import("./log-form"));

/** The plain form, whose script the capture page without it does not load. */
export function LaterLogForm(props: LogFormProps) {
  const { LogForm } = useLater(form);
  return <LogForm {...props} />;
}
