"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { ClearFormInput, WithdrawInput } from "@/lib/capture/clearance/clearance";
import { clearWords, withdrawClearance } from "@/lib/capture/clearance/commands/clear-contribution";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

/** Clears the contribution, then shows what others read of it above the next one that waits. */
export async function clearAndGoOn(
  slugs: RoundtableSlugs,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const act = formAction(ClearFormInput, clearWords, ({ id }, { next }) =>
    redirect(`${roundtableHref(slugs, "clear")}?cleared=${id}&at=${next ?? id}`),
  );
  return act(state, data);
}

/** Withdraws the last clearance and shows its contribution again. */
export async function undoLast(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(WithdrawInput, withdrawClearance, ({ id }) =>
    redirect(`${roundtableHref(slugs, "clear")}?at=${id}`),
  );
  return act(state, data);
}
