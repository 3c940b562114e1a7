"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { editContribution } from "@/lib/capture/contribution/commands/edit-contribution";
import {
  restoreContribution,
  strikeContribution,
} from "@/lib/capture/contribution/commands/strike-contribution";
import { EditInput, ContributionRevisionInput } from "@/lib/capture/contribution/contribution";
import type { FormState } from "@/lib/platform/result";

/** Only an address of this application, whatever the form sent. */
function within(back: string): string {
  return /^\/reviews\/[\w/#%-]+$/.test(back) ? back : "/reviews";
}

export async function edit(back: string, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(EditInput, editContribution, () => redirect(within(back)));
  const answered = await act(state, data);
  // A stale edit is answered with the present contribution as well as the typed text.
  if (answered && !answered.ok) refresh();
  return answered;
}

export async function strike(back: string, state: FormState, data: FormData): Promise<FormState> {
  return formAction(ContributionRevisionInput, strikeContribution, () => redirect(within(back)))(state, data);
}

export async function restore(back: string, state: FormState, data: FormData): Promise<FormState> {
  return formAction(ContributionRevisionInput, restoreContribution, () => redirect(within(back)))(
    state,
    data,
  );
}
