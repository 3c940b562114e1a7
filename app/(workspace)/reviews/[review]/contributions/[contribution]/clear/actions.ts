"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { ClearFormInput, WithdrawInput } from "@/lib/capture/clearance/clearance";
import { clearWords, withdrawClearance } from "@/lib/capture/clearance/commands/clear-contribution";
import type { FormState } from "@/lib/platform/result";

/** Only an address of this application, whatever the form sent. */
function within(back: string): string {
  return /^\/reviews\/[\w/-]+$/.test(back) ? back : "/reviews";
}

export async function clear(back: string, state: FormState, data: FormData): Promise<FormState> {
  return formAction(ClearFormInput, clearWords, () => redirect(within(back)))(state, data);
}

export async function withdraw(back: string, state: FormState, data: FormData): Promise<FormState> {
  return formAction(WithdrawInput, withdrawClearance, () => redirect(within(back)))(state, data);
}
