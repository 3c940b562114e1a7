"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { leaveReview, returnToReview } from "@/lib/capture/protection/commands/leave-review";
import { LeaveInput } from "@/lib/capture/protection/leaving";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../../../read-roundtable";

export async function leave(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const people = roundtableHref(slugs, "people");
  return formAction(LeaveInput, leaveReview, () => redirect(`${people}?done=left`))(state, data);
}

export async function comeBack(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const people = roundtableHref(slugs, "people");
  return formAction(LeaveInput, returnToReview, () => redirect(`${people}?done=back`))(state, data);
}
