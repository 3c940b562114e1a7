import { claimsIn } from "@/lib/report/draft/block";
import { advice, type Check } from "./check";
import type { CheckedBlock } from "./checks";

/** Contributions that a claim cites for a finding, and that its theme was taken off since. */
export type Recoded = { theme: string; contributions: number };

/** Where coders changed their minds about what a claim cites: the claim may be right still, and is read again. */
export function recodedChecks(
  blocks: readonly Pick<CheckedBlock, "id" | "content">[],
  recoded: ReadonlyMap<string, Recoded>,
): Check[] {
  return blocks.flatMap(({ id: blockId, content }) =>
    claimsIn(content).flatMap((claimId): Check[] => {
      const found = recoded.get(claimId);
      if (!found) return [];
      const [which, are, it] =
        found.contributions === 1
          ? ["A contribution", "is", "it"]
          : [`${found.contributions} contributions`, "are", "them"];
      const message = `${which} behind this ${are} no longer coded under “${found.theme}”. Read ${it} again.`;
      return [{ ...advice("evidence", message), blockId, claimId }];
    }),
  );
}
