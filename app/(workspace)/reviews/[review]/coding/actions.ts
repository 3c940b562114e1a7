"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { MAX_KEPT } from "@/components/tag/coding/kept/kept-contributions";
import type { ReadContributions } from "@/components/tag/coding/use-contributions";
import { answer, readAsked, type Answer } from "@/lib/access/answer";
import { formAction } from "@/lib/access/form-action";
import { noteRefusal } from "@/lib/access/reading";
import type { Viewer } from "@/lib/access/policy";
import { requireViewer } from "@/lib/access/viewer";
import { Refusal } from "@/lib/platform/errors";
import type { FormState } from "@/lib/platform/result";
import type { Meaning } from "@/components/tag/codebook/definitions";
import { listThemes } from "@/lib/tag/codebook/queries/themes";
import { changeTaggings } from "@/lib/tag/coding/commands/change-taggings";
import { suggestThemes } from "@/lib/tag/suggestion/commands/suggest-themes";
import { changeMemo, withdrawMemo, writeMemo } from "@/lib/tag/coding/commands/write-memo";
import { MemoChangeInput, MemoIdInput, NewMemoInput } from "@/lib/tag/coding/memo";
import { listCoding } from "@/lib/tag/coding/queries/coding";
import { listRoundtableTitles } from "@/lib/capture/roundtable/queries/roundtables";
import { listSimilarContributions } from "@/lib/tag/suggestion/queries/similar-contributions";
import { listCodingContributions } from "@/lib/tag/coding/queries/workbench";
import {
  SuggestInput,
  type SimilarContribution,
  type ContributionSuggestions,
} from "@/lib/tag/coding/suggested";
import { codingOfEach, type TaggingAnswer } from "@/lib/tag/coding/tagging";
import { TaggingChange, TaggingForm } from "@/lib/tag/coding/tagging-input";
import { contributionToCode } from "./contribution-to-code";
import { rememberShown, suggestionsShown } from "./hide-suggestions";

const UNREADABLE = "This change could not be read. Reload the page, then set the theme again.";

/** One change by key or pointer; answers with the contribution's present coding. */
export async function sendTagging(change: TaggingChange): Promise<TaggingAnswer> {
  const parsed = TaggingChange.safeParse(change);
  if (!parsed.success) return { ok: false, message: UNREADABLE };
  try {
    const viewer = await requireViewer();
    const { contributionId } = await changeTaggings(viewer, parsed.data);
    return { ok: true, now: await listCoding(viewer, [contributionId]) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    await noteRefusal(error);
    return { ok: false, message: error.message };
  }
}

/** The same without JavaScript. */
export const saveTagging = formAction(TaggingForm, changeTaggings);

function readAgain(): FormState & { ok: true } {
  refresh();
  return { ok: true };
}

export const saveMemo = formAction(NewMemoInput, writeMemo, readAgain);
export const saveMemoChange = formAction(MemoChangeInput, changeMemo, readAgain);
export const takeMemoBack = formAction(MemoIdInput, withdrawMemo, readAgain);

/** Suggestions for contributions of the page; recorded, and never counted. */
export async function suggestFor(
  reviewId: string,
  contributionIds: string[],
): Promise<Answer<ContributionSuggestions>> {
  return answer(async () => {
    const shown = await suggestionsShown();
    const input = readAsked(SuggestInput, { reviewId, contributionIds, shown });
    return suggestThemes(await requireViewer(), input);
  });
}

const KeptInput = z.object({
  reviewId: z.uuid(),
  oneRoundtable: z.boolean(),
  ids: z.array(z.uuid()).max(MAX_KEPT),
});

/**
 * Contributions that the page still shows though its filter no longer finds them; those that no longer exist
 * are left out.
 */
export async function readKept(
  reviewId: string,
  oneRoundtable: boolean,
  contributionIds: string[],
): Promise<Answer<ReadContributions>> {
  return answer(async () => {
    const input = readAsked(KeptInput, { reviewId, oneRoundtable, ids: contributionIds });
    return keptContributions(await requireViewer(), input);
  });
}

async function keptContributions(
  viewer: Viewer,
  { reviewId, oneRoundtable, ids }: z.output<typeof KeptInput>,
): Promise<ReadContributions> {
  const { contributions } = await listCodingContributions(viewer, { reviewId, ids, take: MAX_KEPT });
  const roundtables = oneRoundtable ? [] : await listRoundtableTitles(viewer, reviewId);
  return {
    contributions: contributions.map((contribution) => contributionToCode(contribution, roundtables)),
    coding: codingOfEach(contributions, await listCoding(viewer, ids)),
  };
}

/** What the themes in use mean. */
export async function readMeanings(reviewId: string): Promise<Answer<Meaning[]>> {
  return answer(async () => {
    const themes = await listThemes(await requireViewer(), readAsked(z.uuid(), reviewId));
    return themes.map(({ id, title, colour, axis, parentId, definition, includes, excludes }) => ({
      id,
      title,
      colour,
      axis,
      parentId,
      definition,
      includes,
      excludes,
    }));
  });
}

export async function findSimilar(contributionId: string): Promise<Answer<SimilarContribution[]>> {
  return answer(async () => {
    const id = readAsked(z.uuid(), contributionId);
    return listSimilarContributions(await requireViewer(), id);
  });
}

/** Shows or hides suggestions in this browser. */
export async function switchSuggestions(data: FormData): Promise<void> {
  await rememberShown(data.get("show") === "yes");
  refresh();
}
