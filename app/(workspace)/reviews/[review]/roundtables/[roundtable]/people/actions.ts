"use server";

import { refresh } from "next/cache";
import { redirect, RedirectType } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { changeIdentity, changeParticipant } from "@/lib/capture/people/commands/change-participant";
import { registerParticipant } from "@/lib/capture/people/commands/register-participant";
import { seatParticipant } from "@/lib/capture/people/commands/seat-participant";
import {
  ChangeParticipantInput,
  IdentityInput,
  RegisterParticipantInput,
} from "@/lib/capture/people/participant";
import { SeatParticipantInput } from "@/lib/capture/roundtable/tables";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

/** Returns to the list or, where there are more to add, to an empty form, which Back does not go through one by one. */
export async function register(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const list = roundtableHref(slugs, "people");
  const another = data.get("then") === "another";
  const act = formAction(RegisterParticipantInput, registerParticipant, ({ label }) => {
    const registered = new URLSearchParams({ registered: label }).toString();
    return another
      ? redirect(`${list}/add?${registered}`, RedirectType.replace)
      : redirect(`${list}?${registered}`);
  });
  return act(state, data);
}

export async function change(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(ChangeParticipantInput, changeParticipant, () =>
    redirect(roundtableHref(slugs, "people")),
  );
  return act(state, data);
}

export async function name(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(IdentityInput, changeIdentity, () => redirect(roundtableHref(slugs, "people")));
  return act(state, data);
}

export async function seat(state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(SeatParticipantInput, seatParticipant, () => {
    refresh();
    return { ok: true, message: "Their seat is saved." };
  });
  return act(state, data);
}
