"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { AmendInput } from "@/lib/capture/contribution/amendment";
import { amendContribution } from "@/lib/capture/contribution/commands/amend-contribution";
import type { FormState } from "@/lib/platform/result";

export async function amend(review: string, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(AmendInput, amendContribution, ({ id }) =>
    redirect(`/reviews/${encodeURIComponent(review)}/contributions/${id}#amendments`),
  );
  const answered = await act(state, data);
  // A stale amendment is answered with the present contribution as well as the typed text.
  if (answered && !answered.ok) refresh();
  return answered;
}
