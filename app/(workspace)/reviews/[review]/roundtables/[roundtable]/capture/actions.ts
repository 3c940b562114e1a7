"use server";

import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import { recordContribution } from "@/lib/capture/contribution/commands/record-contribution";
import { ContributionInput } from "@/lib/capture/contribution/contribution";
import { sourceAnswer } from "@/lib/capture/contribution/source-answer";
import type { FormState } from "@/lib/platform/result";
import { roundtableHref, type RoundtableSlugs } from "../read-roundtable";

/** Logs the contribution and returns to the record, with speaker and question kept for the next one. */
export async function log(slugs: RoundtableSlugs, state: FormState, data: FormData): Promise<FormState> {
  const act = formAction(ContributionInput, recordContribution, ({ id }, contribution) => {
    const kept = new URLSearchParams({
      source: sourceAnswer({
        source: contribution.source,
        participantId: contribution.participantId ?? null,
      }),
      question: contribution.questionId ?? "",
      logged: id,
    });
    redirect(`${roundtableHref(slugs, "capture")}?${kept.toString()}#contribution-${id}`);
  });
  return act(state, data);
}
