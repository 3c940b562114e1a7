import { fewerThanInWords } from "@/lib/aggregate/figures/small-number";
import { isReadable } from "../may-be-listed";
import type { CountedOf, FindingInShort } from "../release-page-data";

type Side = readonly unknown[] | undefined;

/** Said once on a page of findings: why those of a few have no words beside them, which stand below nevertheless. */
export const QUOTED_FROM_ENOUGH =
  "The words further down may be read. Which of them stand behind a finding of a few people is not said, because that could show who they are.";

/**
 * Why nothing that people said is quoted with a finding, or nothing of its other side; null where both sides that there are have a
 * quotation.
 */
export function whyNotQuoted(
  { supports, contradicts = { is: "none" } }: Pick<FindingInShort, "supports" | "contradicts">,
  counted: CountedOf,
  { said, otherSide }: { said: Side; otherSide: Side },
): string | null {
  const few = `${fewerThanInWords(counted.threshold)} said it.`;
  const because = (count: FindingInShort["supports"]) =>
    isReadable({ count, ...counted })
      ? "what they said is not cleared, or they do not allow others to read it."
      : count.is === "held back"
        ? "the number of people who said it is not shown."
        : few;
  const silent = { said: !said?.length, otherSide: contradicts.is !== "none" && !otherSide?.length };
  if (silent.said) {
    const both = silent.otherSide && because(supports) === because(contradicts);
    return `${both ? "Neither side is" : "Nobody is"} quoted here, because ${because(supports)}`;
  }
  return silent.otherSide ? `The other side is not quoted, because ${because(contradicts)}` : null;
}
