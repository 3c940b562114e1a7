import type { Claim } from "@/lib/report/claim/claim";
import { claimsIn, plainText } from "@/lib/report/draft/block";
import { OWN_WORDS } from "@/lib/report/draft/document-kind";
import { advice, type Check } from "./check";
import type { CheckedBlock } from "./checks";
import { isAttributed } from "./sentence-language";
import { sentencesIn } from "./sentences";

/** How a draft uses its evidence: views that it tells as facts, and contributions that it leans on. */

type Claims = ReadonlyMap<string, Claim>;

/**
 * Claims that no sentence of their paragraph, up to their own, attributes to anybody. A list's first line speaks for its
 * items.
 */
export function attributionChecks(blocks: readonly CheckedBlock[], claims: Claims): Check[] {
  let ledIn = false;
  return blocks.flatMap((block): Check[] => {
    const { id: blockId, type, section, content } = block;
    if (type !== "list_item") {
      const text = plainText(content);
      ledIn = type === "paragraph" && text.trimEnd().endsWith(":") && isAttributed(text);
    }
    if (OWN_WORDS.includes(section) || (type !== "paragraph" && type !== "list_item")) return [];
    let attributed = type === "list_item" && ledIn;
    return sentencesIn(content).flatMap((sentence): Check[] => {
      attributed ||= isAttributed(sentence.text);
      const view = sentence.claims.find((id) => !claims.get(id)?.themeId);
      if (attributed || view === undefined) return [];
      return [{ ...advice("attribution", AS_FACT), blockId, claimId: view }];
    });
  });
}

const AS_FACT =
  "This tells a view as if it were a fact. Say whose view it is, for example “participants said that”.";

/** One contribution behind so many claims carries more than its speaker said at once. */
const MANY_CLAIMS = 3;

/** Where a contribution, other than a show of hands, supports its third statement of the draft, and each after that. */
export function relianceChecks(blocks: readonly CheckedBlock[], claims: Claims): Check[] {
  const times = new Map<string, number>();
  return blocks.flatMap(({ id: blockId, content }) =>
    claimsIn(content).flatMap((claimId): Check[] => {
      const supports = claims.get(claimId)?.supports.filter(({ stands, hands }) => stands && !hands) ?? [];
      for (const { id } of supports) times.set(id, (times.get(id) ?? 0) + 1);
      const most = Math.max(0, ...supports.map(({ id }) => times.get(id) ?? 0));
      if (most < MANY_CLAIMS || supports.length === 0) return [];
      const message = `One contribution behind this supports ${most} statements of the draft. Cite others too, or tell it once.`;
      return [{ ...advice("reliance", message), blockId, claimId }];
    }),
  );
}
