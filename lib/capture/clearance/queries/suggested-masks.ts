import { can, type Viewer } from "@/lib/access/policy";
import { visibleIdentities } from "@/lib/access/scope";
import { requireWork } from "@/lib/capture/roundtable/queries/roundtables";
import { db } from "@/lib/platform/db";
import { Refusal } from "@/lib/platform/errors";
import { runInWorker } from "@/lib/platform/workers/pool";
import { FIND_SCHOOLS, LONG_WORDS, SUGGEST_MASKS } from "../clearance-tasks";
import { schoolCandidates, suggestMasks, type MaskKnowledge, type Suggestion } from "../mask-suggestions";

/** `problem` says why there are no suggestions, where looking for them took too long. */
export type MaskSuggestions = { suggestions: Suggestion[]; problem: string | null };

/**
 * What in the words may identify somebody. Names are matched here and not returned: only ranges of the words
 * leave this function, and every reader of the contribution sees those anyway. For a viewer who may not see
 * names, none are matched.
 */
export async function suggestFor(viewer: Viewer, reviewId: string, text: string): Promise<MaskSuggestions> {
  requireWork(viewer, reviewId);
  try {
    return { suggestions: await suggested(viewer, reviewId, text), problem: null };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { suggestions: [], problem: error.message };
  }
}

async function suggested(viewer: Viewer, reviewId: string, text: string): Promise<Suggestion[]> {
  const isLong = text.length > LONG_WORDS;
  const candidates = isLong ? await runInWorker(FIND_SCHOOLS, text) : schoolCandidates(text);
  const knowledge = { ...(await peopleOf(viewer, reviewId)), schools: await schoolsCalled(candidates) };
  return isLong ? runInWorker(SUGGEST_MASKS, text, knowledge) : suggestMasks(text, knowledge);
}

async function peopleOf(
  viewer: Viewer,
  reviewId: string,
): Promise<Pick<MaskKnowledge, "people" | "organisations">> {
  if (!can(viewer, "identity.read", { reviewId })) return { people: [], organisations: [] };
  const identities = await db().identity.findMany({
    where: { AND: [{ person: { reviewId } }, visibleIdentities(viewer)] },
    select: { name: true, organisation: true },
  });
  return {
    people: identities.map(({ name }) => name),
    organisations: identities.flatMap(({ organisation }) => organisation ?? []),
  };
}

async function schoolsCalled(candidates: readonly string[]): Promise<string[]> {
  if (candidates.length === 0) return [];
  const sought = [...candidates, ...candidates.map((name) => `${name} school`)];
  // One parameter for all of them: a long contribution may have more than a statement may have parameters.
  const schools = await db().$queryRaw<{ name: string }[]>`
    SELECT name FROM school WHERE sought = ANY(${sought}::text[]) LIMIT 200`;
  // People say "Hill Top Primary" for Hill Top Primary School.
  return schools.flatMap(({ name }) => [name, name.replace(/ School$/, "")]);
}
