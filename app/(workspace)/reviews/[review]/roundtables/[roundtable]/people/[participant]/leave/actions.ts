"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { leaveReview, returnToReview } from "@/lib/capture/commands/leave-review";
import { LeaveInput } from "@/lib/capture/leaving";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../../../read-roundtable";

export async function leave(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  return formAction(LeaveInput, leaveReview, () => redirect(roundtableHref(slugs, "people")))(state, data);
}

export async function comeBack(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  return formAction(LeaveInput, returnToReview, () => redirect(roundtableHref(slugs, "people")))(state, data);
}
