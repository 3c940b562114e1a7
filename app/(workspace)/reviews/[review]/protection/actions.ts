"use server";

import { refresh } from "next/cache";
import { formAction } from "@/lib/access/form-action";
import { decideErasure } from "@/lib/capture/protection/commands/decide-erasure";
import { endHold, setHold } from "@/lib/capture/protection/commands/set-hold";
import { setRetention } from "@/lib/capture/protection/commands/set-retention";
import { DecideErasureInput, EndHoldInput, SetHoldInput } from "@/lib/capture/protection/erasure";
import { SetRetentionInput } from "@/lib/capture/protection/retention";
import type { FormState } from "@/lib/platform/result";

function shown(message: string) {
  return () => {
    refresh();
    return { ok: true as const, message };
  };
}

export async function hold(state: FormState, data: FormData): Promise<FormState> {
  return formAction(SetHoldInput, setHold, shown("The hold lasts until you end it."))(state, data);
}

export async function release(state: FormState, data: FormData): Promise<FormState> {
  return formAction(EndHoldInput, endHold, shown("The hold is ended."))(state, data);
}

export async function decide(state: FormState, data: FormData): Promise<FormState> {
  return formAction(DecideErasureInput, decideErasure, shown("Your decision is saved."))(state, data);
}

export async function keepFor(state: FormState, data: FormData): Promise<FormState> {
  return formAction(
    SetRetentionInput,
    setRetention,
    shown("Saved. The new length applies now."),
  )(state, data);
}
