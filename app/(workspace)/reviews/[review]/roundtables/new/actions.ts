"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { planRoundtable } from "@/lib/capture/commands/plan-roundtable";
import { PlanRoundtableInput } from "@/lib/capture/roundtable";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref } from "../[roundtable]/read-roundtable";

export async function plan(review: string, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(PlanRoundtableInput, planRoundtable, ({ slug }) =>
    redirect(roundtableHref({ review, roundtable: slug })),
  );
  return act(state, data);
}
