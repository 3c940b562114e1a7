"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { ClearFormInput } from "@/lib/capture/clearance";
import { clearWords } from "@/lib/capture/commands/clear-contribution";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

/** Clears the line, then shows how it reads above the next one that waits. */
export async function clearAndGoOn(
  slugs: RoundtableSlugs,
  state: FormState,
  data: FormData,
): Promise<FormState> {
  const act = formAction(ClearFormInput, clearWords, ({ id }) =>
    redirect(`${roundtableHref(slugs, "clear")}?cleared=${id}&after=${id}`),
  );
  return act(state, data);
}
