"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import {
  changeIdentity,
  changeParticipant,
  recordPermission,
} from "@/lib/capture/commands/change-participant";
import { erasePerson } from "@/lib/capture/commands/erase-person";
import { registerParticipant } from "@/lib/capture/commands/register-participant";
import {
  ChangeParticipantInput,
  ErasePersonInput,
  IdentityInput,
  PermissionInput,
  RegisterParticipantInput,
} from "@/lib/capture/participant";
import type { FormState } from "@/lib/platform/result";
import { refresh } from "next/cache";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

export async function register(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(RegisterParticipantInput, registerParticipant, ({ label }) => {
    refresh();
    return { ok: true, message: `Registered as ${label}.` };
  });
  return act(state, data);
}

export async function change(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(ChangeParticipantInput, changeParticipant, () =>
    redirect(roundtableHref(slugs, "people")),
  );
  return act(state, data);
}

export async function permit(state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(PermissionInput, recordPermission, () => {
    refresh();
    return { ok: true, message: "What they permit is recorded." };
  });
  return act(state, data);
}

export async function name(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(IdentityInput, changeIdentity, () => redirect(roundtableHref(slugs, "people")));
  return act(state, data);
}

export async function erase(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(ErasePersonInput, erasePerson, () => redirect(roundtableHref(slugs, "people")));
  return act(state, data);
}
