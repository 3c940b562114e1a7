import { fewerThanInWords } from "@/lib/aggregate/figures/small-number";
import type { CountOf } from "../check/problem";
import type { LeftOutNames } from "./left-out-words";
import { SAID_WORDS } from "./left-out-words";

/**
 * Which small count would follow, in one sentence: "Leeds: how many people asked for something under Coaching, fewer than five,
 * could be worked out."
 */
export function disclosureSentence(
  { themeId, of }: { themeId: string; of: CountOf },
  names: LeftOutNames,
): string {
  const theme = names.themes.get(themeId) ?? "a theme";
  const what =
    of.counted === null
      ? `how many people raised ${theme}`
      : `how many people ${SAID_WORDS[of.counted]} under ${theme}`;
  return `${placeOf(of, names)}: ${what}, ${fewerThanInWords(names.threshold)}, could be worked out.`;
}

function placeOf({ place }: CountOf, { roundtables, findings }: LeftOutNames): string {
  if (place === "review") return "All roundtables";
  if ("group" in place) return place.group;
  const at = place.roundtable === undefined ? "" : (roundtables.get(place.roundtable) ?? "A roundtable");
  if (!("finding" in place)) return at;
  const [id = ""] = place.finding.split(" ");
  return `“${findings.get(id) ?? "A finding"}”${at === "" ? "" : `, ${at}`}`;
}
