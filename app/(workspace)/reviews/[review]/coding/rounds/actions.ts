"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import type { FormState } from "@/lib/platform/result";
import {
  AdjudicateInput,
  ApproachInput,
  FinishCodingInput,
  JudgeContributionInput,
  PlanRoundInput,
  RoundIdInput,
  RemoveCoderInput,
} from "@/lib/tag/rounds/coding-round";
import { abandonRound } from "@/lib/tag/rounds/commands/abandon-round";
import { adjudicate } from "@/lib/tag/rounds/commands/adjudicate";
import { declareApproach } from "@/lib/tag/rounds/commands/declare-approach";
import { finishCoding } from "@/lib/tag/rounds/commands/finish-coding";
import { judgeContribution } from "@/lib/tag/rounds/commands/judge-contribution";
import { planRound } from "@/lib/tag/rounds/commands/plan-round";
import { reopenRound, settleRound } from "@/lib/tag/rounds/commands/settle-round";
import { removeCoder } from "@/lib/tag/exchange/commands/remove-coder";
import { roundsHref } from "./read-round";

/** The page of the form, for the next address; it decides nothing else. */
const At = z.object({ reviewSlug: z.string(), number: z.coerce.number() });

export const declare = formAction(ApproachInput, declareApproach, () => {
  refresh();
  return { ok: true, message: "Saved. New drafts will say this in their method notes." };
});

export const plan = formAction(
  PlanRoundInput.extend({ reviewSlug: z.string() }),
  planRound,
  ({ number }, { reviewSlug }) => redirect(roundsHref(reviewSlug, number)),
);

/**
 * Goes to the next contribution that the coder has not read and, after the last, to where the round is
 * finished.
 */
export const judge = formAction(
  JudgeContributionInput.extend(At.shape),
  judgeContribution,
  ({ next }, { reviewSlug, number }) =>
    redirect(
      next === null
        ? roundsHref(reviewSlug, number, "finish")
        : roundsHref(reviewSlug, number, `code?contribution=${next}`),
    ),
);

export const finish = formAction(
  FinishCodingInput.extend(At.shape),
  finishCoding,
  (_, { reviewSlug, number }) => redirect(roundsHref(reviewSlug, number)),
);

export const removeFromRound = formAction(RemoveCoderInput, removeCoder, () => {
  refresh();
  return { ok: true };
});

export const abandon = formAction(RoundIdInput.extend(At.shape), abandonRound, (_, { reviewSlug, number }) =>
  redirect(roundsHref(reviewSlug, number)),
);

/** Goes to the next undecided difference. */
const saveDecision = formAction(AdjudicateInput.and(At), adjudicate, ({ next }, { reviewSlug, number }) =>
  redirect(
    next === null ? roundsHref(reviewSlug, number) : roundsHref(reviewSlug, number, `adjudicate?at=${next}`),
  ),
);

/** After a refusal the page is read again, so that it shows what somebody else decided meanwhile. */
export async function decide(state: FormState, data: FormData): Promise<FormState> {
  const next = await saveDecision(state, data);
  if (next && !next.ok) refresh();
  return next;
}

export const settle = formAction(RoundIdInput.extend(At.shape), settleRound, (_, { reviewSlug, number }) =>
  redirect(roundsHref(reviewSlug, number)),
);

export const reopen = formAction(RoundIdInput.extend(At.shape), reopenRound, (_, { reviewSlug, number }) =>
  redirect(roundsHref(reviewSlug, number)),
);
