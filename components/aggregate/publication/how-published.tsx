"use client";

import { Sentences } from "@/components/ui/sentences";
import { Details } from "@/components/ui/details";
import { othersRule } from "@/lib/aggregate/publication/words/compared/breakdown-words";
import { NOT_SHOWN, quantityScale, roundingRule } from "@/lib/aggregate/publication/words/published-words";

type Props = {
  of: "people" | "findings" | "divided" | "breakdowns" | "npqs";
  threshold: number;
  /** What else is said of this release alone. */
  also?: readonly string[];
};

/**
 * How one kind of published figure is counted, in a disclosure beside it. A client component, so that the page holds its
 * words once as markup and not as data too.
 */
export function HowPublished({ of, threshold, also = [] }: Props) {
  return (
    <div className="mt-3 print:hidden">
      <Details summary={TITLES[of]}>
        <Sentences>{[...paragraphs(of, threshold), ...also]}</Sentences>
      </Details>
    </div>
  );
}

const TITLES: Record<Props["of"], string> = {
  people: "How are people counted?",
  findings: "How are findings counted?",
  divided: "When is a view divided?",
  breakdowns: "How are groups counted?",
  npqs: "How are NPQs counted?",
};

function paragraphs(of: Props["of"], threshold: number): string[] {
  switch (of) {
    case "people":
      return [
        "Each person counts once, however much they said. Figures are out of everybody who was present, including people who said nothing, but not hosts. Somebody who came to more than one roundtable counts once, so roundtables may not add up.",
        roundingRule(threshold),
        "A person can name a strength and ask for something under the same theme, so the bars overlap and do not add up.",
        NOT_SHOWN,
        "Somebody who did not raise a theme may agree or disagree with it. Not everyone was asked.",
      ];
    case "findings":
      return [
        "A finding is a statement that the facilitators wrote from what people said. It counts the people who said something that supports it, and the people who said something against it. The words are the facilitators’. They are not a quotation.",
        `Words of quantity stand for shares of the people present: ${quantityScale(threshold)}.`,
      ];
    case "divided":
      return [
        "A view is divided where at least one in four of those who spoke for or against it was on the smaller side.",
        "We say so only where it is true of every number that the rounded figures can stand for. Where few people spoke for or against a view, it can be divided without our saying so.",
      ];
    case "npqs":
      return [
        "Facilitators note which NPQs a contribution is about. They may not be the NPQs that the speaker took. Each person counts once for each NPQ. The figures do not say whether people spoke well of it.",
        "“Named together” counts each person who spoke about repetition between the frameworks and named both NPQs there, in one contribution or in several.",
      ];
    case "breakdowns":
      return [othersRule(threshold), "The darker a cell is, the larger the share of the group."];
  }
}
