import type { DraftRun } from "../draft-block";
import { claimsTold, tellingOfDraft, toldKey, type Stretch, type Telling } from "./telling";

/**
 * What a draft said when it was last composed. Frames are chosen so that none is used too often, so that one more finding
 * would change the wording of all that follows it. A sentence that was there keeps its frame instead, also where a finding in
 * it was reworded or a figure is another one.
 */
export type EarlierWording = { has(sentence: readonly DraftRun[]): boolean };

export const NOTHING_EARLIER: EarlierWording = { has: () => false };

export function earlierWording(paragraphs: readonly Telling[]): EarlierWording {
  const telling = new Map<string, { form: string; tells: ReadonlySet<string> }[]>();
  for (const paragraph of paragraphs) {
    const tells = new Set(claimsTold(paragraph).keys());
    const entry = { form: formOf(paragraph.stretches), tells };
    for (const key of tells) telling.set(key, [...(telling.get(key) ?? []), entry]);
  }
  return {
    has(sentence) {
      const claim = sentence.find((run) => run.claim)?.claim;
      const near = claim ? telling.get(toldKey(claim)) : undefined;
      if (!near) return false;
      const { stretches } = tellingOfDraft({ section: "final", type: "paragraph", runs: sentence });
      // As far as its first finding: clauses after it may have come or gone.
      const first = stretches.findIndex((stretch) => stretch.claim?.findingId);
      const lead = first < 0 ? stretches : stretches.slice(0, first + 1);
      const keys = lead.flatMap((stretch) => (stretch.claim ? [toldKey(stretch.claim)] : []));
      const form = formOf(lead);
      return near.some((one) => one.form.includes(form) && keys.every((key) => one.tells.has(key)));
    },
  };
}

/** The words, in which figures and what findings say are left open. */
function formOf(stretches: readonly Stretch[]): string {
  return stretches
    .map(({ text, claim, figure }) => {
      if (figure !== null) return `⟨${figure}⟩`;
      return claim?.findingId ? `⟨${toldKey(claim)}⟩` : text;
    })
    .join("");
}
