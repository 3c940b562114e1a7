"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { changeRoundtable } from "@/lib/capture/commands/change-roundtable";
import { ChangeRoundtableInput } from "@/lib/capture/roundtable";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

export async function change(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(ChangeRoundtableInput, changeRoundtable, () => redirect(roundtableHref(slugs)));
  return act(state, data);
}
