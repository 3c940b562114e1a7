"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formAction } from "@/lib/access/form-action";
import type { FormState } from "@/lib/platform/result";
import { restoreSummary } from "@/lib/synthesise/matrix/commands/restore-summary";
import { writeSummary } from "@/lib/synthesise/matrix/commands/write-summary";
import { RestoreSummaryInput, WriteSummaryInput } from "@/lib/synthesise/matrix/summary";

/** The review, and below its matrix the address of the cell that comes next, if the button asks for it. */
const At = {
  reviewSlug: z.string().max(200),
  then: z
    .string()
    .regex(/^(people|roundtables)\/[0-9a-f-]{36}\/[a-z0-9-]+(\?[\w=&%.+-]*)?$/)
    .optional(),
};

const save = formAction(WriteSummaryInput.extend(At), writeSummary, (_, { reviewSlug, then }) => {
  if (then !== undefined) return redirect(`/reviews/${reviewSlug}/findings/matrix/${then}`);
  refresh();
  return { ok: true, message: "Saved. The summary rests on the contributions that are shown here." };
});

/** After a refusal the page is read again, so that it shows the present summary with the typed text. */
export async function saveSummary(state: FormState, data: FormData): Promise<FormState> {
  const next = await save(state, data);
  if (next && !next.ok) refresh();
  return next;
}

const restoreWords = formAction(RestoreSummaryInput, restoreSummary, () => {
  refresh();
  return { ok: true };
});

export async function restore(state: FormState, data: FormData): Promise<FormState> {
  const next = await restoreWords(state, data);
  if (next && !next.ok) refresh();
  return next;
}
