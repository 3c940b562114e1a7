import { ReleaseChoices } from "@/lib/aggregate/publication/release-choices";
import type { Asked } from "../address";

/** What an address chooses for a release; what it does not say, or says wrongly, is as if nothing was chosen. */
export function readChoices(reviewId: string, { tables, waiting, withoutFindings }: Asked): ReleaseChoices {
  const chosen = ReleaseChoices.safeParse({ reviewId, tables, waiting, withoutFindings });
  return chosen.data ?? ReleaseChoices.parse({ reviewId });
}
