"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { formAction } from "@/lib/access/form-action";
import type { Viewer } from "@/lib/access/policy";
import type { FormState } from "@/lib/platform/result";
import { BatchIdInput, BatchInput, MAX_IN_BATCH } from "@/lib/tag/coding/batch";
import { tagBatch, undoBatch } from "@/lib/tag/coding/commands/tag-batch";
import { findCodingContributions } from "@/lib/tag/coding/queries/workbench";
import { suggestionsShown } from "../hide-suggestions";
import { readSearch } from "../read-search";

/** Finds the contributions again, as they match now; the command compares them with the preview. */
async function run(viewer: Viewer, { reviewSlug, search, ...batch }: BatchInput) {
  const query = Object.fromEntries(new URLSearchParams(search));
  const { review, filter } = await readSearch(viewer, reviewSlug, query);
  const contributionIds = await findCodingContributions(viewer, filter, MAX_IN_BATCH + 1);
  const shown = await suggestionsShown();
  return tagBatch(viewer, { ...batch, reviewId: review.id, contributionIds, suggestionsShown: shown });
}

const setAll = formAction(BatchInput, run, ({ id }, { reviewSlug, search }) => {
  const query = new URLSearchParams(search);
  query.set("batch", id);
  return redirect(`/reviews/${reviewSlug}/coding?${query}`);
});

/** After a refusal the page is read again, so that it shows the contributions that match now. */
export async function setOnAll(state: FormState, data: FormData): Promise<FormState> {
  const next = await setAll(state, data);
  if (next && !next.ok) refresh();
  return next;
}

export const takeBatchBack = formAction(BatchIdInput, undoBatch, () => {
  refresh();
  return { ok: true, message: "The theme was removed from these contributions." };
});
