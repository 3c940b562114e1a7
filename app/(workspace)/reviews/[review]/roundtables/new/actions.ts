"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import type { Viewer } from "@/lib/access/policy";
import { planRoundtable } from "@/lib/capture/roundtable/commands/plan-roundtable";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { askingAboutDate, PlanRoundtableInput } from "@/lib/capture/roundtable/roundtable";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref } from "../[roundtable]/read-roundtable";

export async function plan(review: string, state: FormState, data: FormData): Promise<FormState> {
  const input = async (viewer: Viewer) =>
    askingAboutDate(PlanRoundtableInput, await getReview(viewer, review));
  const act = formAction(input, planRoundtable, ({ slug }) =>
    redirect(roundtableHref({ review, roundtable: slug })),
  );
  return act(state, data);
}
