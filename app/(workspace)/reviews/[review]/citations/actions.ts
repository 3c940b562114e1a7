"use server";

import { refresh } from "next/cache";
import { formAction } from "@/lib/access/form-action";
import { CitationIdInput, KeepCitationInput } from "@/lib/aggregate/take-away/cited";
import { keepCitation, removeCitation } from "@/lib/aggregate/take-away/commands/keep-citation";

export const keepToCite = formAction(KeepCitationInput, keepCitation, () => ({
  ok: true,
  message: "Kept. What I cite says when a later release says otherwise.",
}));

export const removeFromCited = formAction(CitationIdInput, removeCitation, () => {
  refresh();
  return { ok: true, message: "Removed." };
});
