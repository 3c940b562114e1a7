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

/**
 * Where a contribution, other than a show of hands, supports its third statement of the draft, and each after that. A
 * statement that is told again, as a conclusion does, is the same one.
 */
export function relianceChecks(blocks: readonly CheckedBlock[], claims: Claims): Check[] {
  const statements = new Map<string, Set<string>>();
  return blocks.flatMap(({ id: blockId, content }) =>
    claimsIn(content).flatMap((claimId): Check[] => {
      const claim = claims.get(claimId);
      const supports = claim?.supports.filter(({ stands, hands }) => stands && !hands) ?? [];
      const statement = claim?.findingId ? `${claim.findingId} ${claim.side}` : claimId;
      const isNew = supports.map(({ id }) => {
        const before = statements.get(id) ?? new Set();
        statements.set(id, before);
        return before.size < before.add(statement).size;
      });
      const most = Math.max(0, ...supports.map(({ id }) => statements.get(id)?.size ?? 0));
      if (most < MANY_CLAIMS || !isNew.includes(true)) return [];
      const message = `One contribution behind this supports ${most} statements of the draft. Cite others too, or tell it once.`;
      return [{ ...advice("reliance", message), blockId, claimId }];
    }),
  );
}
