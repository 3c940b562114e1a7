"use server";

import { refresh } from "next/cache";
import { formAction } from "@/lib/access/form-action";
import { matchPeople, markDifferentPeople } from "@/lib/capture/people/commands/match-people";
import { separatePerson } from "@/lib/capture/people/commands/separate-person";
import { PairInput, SeparateInput } from "@/lib/capture/people/person";
import type { FormState, FormSuccess } from "@/lib/platform/result";

function answered(): FormSuccess {
  refresh();
  return { ok: true };
}

export async function match(state: FormState, data: FormData): Promise<FormState> {
  return formAction(PairInput, matchPeople, answered)(state, data);
}

export async function markDifferent(state: FormState, data: FormData): Promise<FormState> {
  return formAction(PairInput, markDifferentPeople, answered)(state, data);
}

export async function separate(state: FormState, data: FormData): Promise<FormState> {
  return formAction(SeparateInput, separatePerson, answered)(state, data);
}
