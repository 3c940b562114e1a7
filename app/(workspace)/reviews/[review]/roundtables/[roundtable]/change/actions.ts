"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import type { Viewer } from "@/lib/access/policy";
import { changeRoundtable } from "@/lib/capture/roundtable/commands/change-roundtable";
import { getReview } from "@/lib/review/settings/queries/reviews";
import { getRoundtable } from "@/lib/capture/roundtable/queries/roundtables";
import { askingAboutDate, ChangeRoundtableInput } from "@/lib/capture/roundtable/roundtable";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

export async function change(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const input = async (viewer: Viewer) => {
    const review = await getReview(viewer, slugs.review);
    const { heldOn } = await getRoundtable(viewer, review.id, slugs.roundtable);
    return askingAboutDate(ChangeRoundtableInput, review, heldOn);
  };
  const act = formAction(input, changeRoundtable, () => redirect(roundtableHref(slugs)));
  return act(state, data);
}
