import { similarityIndex } from "@/lib/tag/suggestion/similarity-index";
import { similarityMatrix } from "@/lib/tag/suggestion/similarity-matrix";

/** A contribution that may be quoted under a finding, and whose words it is. */
export type QuotationCandidate = { id: string; findingId: string; speaker: string; text: string };

/** From this cosine on, somebody's own words say much the same. */
const SAYS_THE_SAME = 0.1;

/**
 * Quotations for the findings of a page, at most `perFinding` for each, in the order of choice. They are chosen by sequential
 * proportional approval (Thiele 1895; Aziz and others 2017, "Justified representation"): a speaker approves their own
 * words and those that say much the same as theirs under the finding, and a speaker with n approved quotations on the page
 * adds 1 / (n + 1) to the score of the next. So a few speakers do not fill the page, and the views that many share come
 * first. Nobody is quoted twice under a finding where others can be. Equal scores: the first candidate. Time grows with the square of
 * the number of candidates.
 */
export function chooseQuotations(
  candidates: readonly QuotationCandidate[],
  perFinding: number,
): QuotationCandidate[] {
  const approvers = approversOf(candidates);
  const satisfied = new Map<string, number>();
  const chosen: QuotationCandidate[] = [];
  const left = new Set(candidates);
  const score = (candidate: QuotationCandidate) => {
    let sum = 0;
    for (const speaker of approvers.get(candidate) ?? []) sum += 1 / ((satisfied.get(speaker) ?? 0) + 1);
    return sum;
  };
  for (;;) {
    const open = [...left].filter((candidate) => mayBeNext(candidate, chosen, left, perFinding));
    const best = open.reduce<QuotationCandidate | null>(
      (first, next) => (first === null || score(next) > score(first) ? next : first),
      null,
    );
    if (!best) return chosen;
    chosen.push(best);
    left.delete(best);
    for (const speaker of approvers.get(best) ?? [])
      satisfied.set(speaker, (satisfied.get(speaker) ?? 0) + 1);
  }
}

function mayBeNext(
  { id, findingId, speaker }: QuotationCandidate,
  chosen: readonly QuotationCandidate[],
  left: ReadonlySet<QuotationCandidate>,
  perFinding: number,
): boolean {
  const here = chosen.filter((one) => one.findingId === findingId);
  if (here.length >= perFinding || chosen.some((one) => one.id === id)) return false;
  const quoted = new Set(here.map((one) => one.speaker));
  return (
    !quoted.has(speaker) || [...left].every((one) => one.findingId !== findingId || quoted.has(one.speaker))
  );
}

/** Who approves which candidate, by the similarity of what they said themselves under the same finding. */
function approversOf(candidates: readonly QuotationCandidate[]): Map<QuotationCandidate, Set<string>> {
  const texts = new Map(candidates.map(({ id, text }) => [id, { id, text }]));
  const index = similarityIndex([...texts.values()]);
  const similarity = similarityMatrix(index);
  const places = new Map(index.contributions.map(({ id }, at) => [id, at]));
  const between = (one: string, other: string) =>
    similarity[places.get(one) ?? -1]?.[places.get(other) ?? -1] ?? 0;
  return new Map(
    candidates.map((candidate) => [
      candidate,
      new Set(
        candidates
          .filter(({ findingId, id }) => {
            return findingId === candidate.findingId && between(id, candidate.id) >= SAYS_THE_SAME;
          })
          .map(({ speaker }) => speaker),
      ),
    ]),
  );
}
