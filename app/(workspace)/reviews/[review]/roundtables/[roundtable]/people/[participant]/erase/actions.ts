"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { erasePerson } from "@/lib/capture/protection/commands/erase-person";
import { ErasePersonInput } from "@/lib/capture/protection/erasure";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../../../read-roundtable";

/** Erases or, under a hold, requests the erasure and goes to the page where the lead decides. */
export async function erase(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(ErasePersonInput, erasePerson, ({ held }) =>
    redirect(
      held
        ? `/reviews/${encodeURIComponent(slugs.review)}/protection`
        : `${roundtableHref(slugs, "people")}?done=erased`,
    ),
  );
  return act(state, data);
}
