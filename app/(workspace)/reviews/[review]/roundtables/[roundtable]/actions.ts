"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { RoundtableStateInput } from "@/lib/capture/roundtable/roundtable";
import { changeRoundtableState } from "@/lib/capture/session/commands/change-roundtable-state";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "./read-roundtable";

/**
 * Changes the state, then shows the roundtable with the result, or the capture page when a session has begun.
 */
export async function changeState(slugs: RoundtableSlugs, state: FormState, data: FormData) {
  const act = formAction(RoundtableStateInput, changeRoundtableState, (_, { to }) =>
    redirect(to === "in_session" ? roundtableHref(slugs, "capture") : `${roundtableHref(slugs)}?done=${to}`),
  );
  return act(state, data);
}
