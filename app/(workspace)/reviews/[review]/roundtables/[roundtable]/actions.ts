"use server";

import { formAction } from "@/lib/access/form-action";
import { changeRoundtableState } from "@/lib/capture/commands/change-roundtable-state";
import { RoundtableStateInput } from "@/lib/capture/roundtable";
import type { FormState } from "@/lib/platform/result";
import { redirect } from "next/navigation";
import { roundtableHref, type RoundtableSlugs } from "./read-roundtable";

/** Takes the roundtable on or back, then shows it: or the capture page, when a session has just begun. */
export async function changeState(slugs: RoundtableSlugs, state: FormState, data: FormData) {
  const act = formAction(RoundtableStateInput, changeRoundtableState, (_, { to }) =>
    redirect(roundtableHref(slugs, to === "in_session" ? "capture" : "")),
  );
  return act(state, data);
}
