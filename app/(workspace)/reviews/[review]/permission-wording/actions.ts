"use server";

import { refresh } from "next/cache";
import { formAction } from "@/lib/access/form-action";
import { changeWording } from "@/lib/capture/permission/commands/change-wording";
import { WordingInput } from "@/lib/capture/permission/permission";
import type { FormState } from "@/lib/platform/result";

export async function publishWording(state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(WordingInput, changeWording, ({ version }) => {
    refresh();
    return { ok: true, message: `Wording ${version} is now what participants read.` };
  });
  return act(state, data);
}
