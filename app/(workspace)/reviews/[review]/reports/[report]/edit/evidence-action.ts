"use server";

import { answer, readAsked, type Answer } from "@/lib/access/answer";
import { requireViewer } from "@/lib/access/viewer";
import { FindEvidenceInput, type FoundEvidence } from "@/lib/report/editor/found-evidence";
import { findEvidence } from "@/lib/report/editor/queries/find-evidence";

/** Findings and contributions that the report may cite: those with these words, or those with these ids. */
export async function searchEvidence(
  reportId: string,
  words: string,
  ids: string[],
): Promise<Answer<FoundEvidence>> {
  return answer(async () => {
    const input = readAsked(FindEvidenceInput, { reportId, words, ids });
    return findEvidence(await requireViewer(), input);
  });
}
