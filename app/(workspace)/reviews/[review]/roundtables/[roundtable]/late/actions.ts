"use server";

import { refresh } from "next/cache";
import { formAction } from "@/lib/access/form-action";
import { decideLate } from "@/lib/capture/session/commands/decide-late";
import { DecideLateInput } from "@/lib/capture/session/late";
import type { FormState } from "@/lib/platform/result";

export async function decide(state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(DecideLateInput, decideLate, () => {
    refresh();
    return { ok: true, message: "Your decision is saved." };
  });
  return act(state, data);
}
