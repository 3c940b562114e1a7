"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import type { Viewer } from "@/lib/access/policy";
import type { FormState } from "@/lib/platform/result";
import { AcceptAllInput, AnswerInput, TakeBackInput } from "@/lib/report/regenerate/answer-input";
import { acceptUnedited, answerProposal } from "@/lib/report/regenerate/commands/answer-proposal";
import { takeBack as takeBackOne } from "@/lib/report/regenerate/commands/take-back";

/** The page of the proposals. */
const Next = z.object({ next: z.string().regex(/^\/reviews\/[a-z0-9-]+\/reports\/[a-z0-9-]+\/regenerate$/) });

const answerOne = (viewer: Viewer, { reportId, proposal, answer: said }: AnswerInput) =>
  answerProposal(viewer, { reportId, proposal, answer: said });
const storeAnswer = formAction(AnswerInput.and(Next), answerOne, (_result, { next, answer: said }) =>
  redirect(`${next}?done=${said}#proposals`),
);

const acceptThem = (viewer: Viewer, { reportId, proposals }: AcceptAllInput) =>
  acceptUnedited(viewer, { reportId, proposals });
const storeAll = formAction(AcceptAllInput.and(Next), acceptThem, (_result, { next }) =>
  redirect(`${next}?done=all#proposals`),
);

const takeItBack = (viewer: Viewer, { reportId, accepted }: TakeBackInput) =>
  takeBackOne(viewer, { reportId, accepted });
const storeTakenBack = formAction(TakeBackInput.and(Next), takeItBack, (_result, { next }) =>
  redirect(`${next}?done=back#proposals`),
);

export async function answer(state: FormState, data: FormData): Promise<FormState> {
  return shown(await storeAnswer(state, data), data);
}

export async function acceptAll(state: FormState, data: FormData): Promise<FormState> {
  return shown(await storeAll(state, data), data);
}

export async function takeBack(state: FormState, data: FormData): Promise<FormState> {
  return shown(await storeTakenBack(state, data), data);
}

/** Where something has changed since the page was opened, the page is read again and says so. */
function shown(result: FormState, data: FormData): FormState {
  const page = Next.safeParse({ next: data.get("next") });
  if (!result || result.ok || !page.success) return result;
  if ("proposal" in result.fieldErrors) redirect(`${page.data.next}?done=stale#proposals`);
  if ("accepted" in result.fieldErrors) redirect(`${page.data.next}?done=gone#proposals`);
  return result;
}
