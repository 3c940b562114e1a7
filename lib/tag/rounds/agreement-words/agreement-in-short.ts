import { countOf } from "@/lib/platform/text/count-words";
import { OVERALL_NAMES } from "../agreement/overall-agreement";
import { UNDEFINED_WORDS } from "../agreement/statistic";
import { conventionWords } from "./convention-words";
import { coefficientWords, intervalWords } from "./figure-words";
import type { CodingAccount } from "./method-note";

/** The overall figure alone, for readers of figures; a report's annex has the account in full. null: nothing was measured. */
export function agreementInShort(account: CodingAccount): string | null {
  if (account.kind === "reflexive")
    return "How far they agreed is not given, because the coders’ own reading is part of the method.";
  const { agreement, overall } = account;
  const twice = agreement.contributionsReadTwice;
  if (twice === 0) return null;
  const { statistic, interval } = agreement.overall[overall];
  const read = `At least two people read ${countOf(twice, "contribution")} without seeing each other’s themes`;
  if ("undefined" in statistic)
    return `${read}. How far they agreed cannot be given, because ${UNDEFINED_WORDS[statistic.undefined]}.`;
  return `${read}. Their agreement was ${coefficientWords(statistic.value)}, where 1 is full agreement and 0 is what chance alone would give. It was measured as ${OVERALL_NAMES[overall]}${intervalWords(interval)}. ${conventionWords(statistic.value)}`;
}
